import Testing

@testable import MotionCore

@Suite struct SetReportTests {
  private static func report(
    _ verdicts: [Verdict], target: Target? = nil, exercise: Exercise = .bentOverRow
  ) -> SetReport {
    let plan = PlannedSet(exercise: exercise, target: target)
    return exercise.kind == .cycle
      ? SetReport(plan: plan, outcome: .done, reps: verdicts.map { Repetition.of($0) })
      : SetReport(plan: plan, outcome: .done, holds: verdicts.map { Hold.of($0) })
  }

  @Test(arguments: [Exercise.bentOverRow, .scapularSqueeze])
  func countIsThatOfTheCountedMovements(exercise: Exercise) {
    #expect(Self.report(Verdict.allCases, exercise: exercise).count == 3)
    #expect(Self.report([], exercise: exercise).count == 0)
    #expect(Self.report([.ok, .partial, .ok, .short], exercise: exercise).count == 2)
  }

  @Test func theTargetIsMetByTheCountAlone() {
    let target = Target(reps: 2)
    #expect(Self.report([.ok, .partial], target: target).isTargetMet == false)
    #expect(Self.report([.ok, .tooFast], target: target).isTargetMet == true)
    #expect(Self.report([.ok, .ok, .ok], target: target).isTargetMet == true)
  }

  @Test func whereNothingWasAskedNothingIsMetOrMissed() {
    #expect(Self.report([.ok, .ok]).isTargetMet == nil)
  }
}

@Suite struct SessionReportTests {
  private static func report(_ counts: [(done: Int, asked: Int?)]) -> SessionReport {
    SessionReport(
      placement: .upperArm,
      sets: counts.map { done, asked in
        SetReport(
          plan: PlannedSet(exercise: .bentOverRow, target: asked.map { Target(reps: $0) }),
          outcome: .done, reps: Array(repeating: .of(.ok), count: done))
      }, quality: Quality())
  }

  @Test(
    arguments: [
      ([(10, 10), (3, 3)], true), ([(10, 10), (2, 3)], false), ([(0, nil)], true),
      ([(0, nil), (9, 10)], false), ([], true),
    ] as [([(done: Int, asked: Int?)], Bool)])
  func everySetThatHasATargetMustMeetIt(counts: [(done: Int, asked: Int?)], isMet: Bool) {
    #expect(Self.report(counts).isTargetMet == isMet)
  }
}
