import Testing

@testable import MotionCore

/// Every recording that the project brings, against its labels.
@Suite struct BundledRecordingTests {
  /// How far a hold's begin and end may lie from its label, in seconds.
  private static let toleranceSeconds = 0.5

  private static let recordings = [
    "shoulder-roll", "childs-pose", "open-book", "open-book-hold", "scapular-squeeze",
    "bent-over-row", "repetition", "hold",
  ].map { BundledRecording(name: $0) }

  @Test(arguments: recordings)
  func theCountIsThatOfTheLabel(recording: BundledRecording) throws {
    let labels = try recording.labels()
    let set = try #require(labels.first { $0.kind == .set })
    let exercise = try #require(Exercise.named(set.exercise))
    let run = SessionRun(
      exercise, side: set.side, target: exercise.dose,
      placement: try recording.placement() ?? .upperArm, samples: try recording.samples())
    #expect(run.count == set.count)
    Self.expectHolds(run.countedHolds, labels.filter { $0.kind == .hold })
    Self.expectOverlap(run.reps.filter(\.isCounted), labels.filter { $0.kind == .rep })
  }

  @Test func eachSetOfTheSessionIsFoundInItsPlace() throws {
    let recording = BundledRecording(name: "upper-back-session")
    let program = try #require(Program.named("upper-back"))
    let labels = try recording.labels()
    let sets = labels.filter { $0.kind == .set }
    let run = SessionRun(
      .program(program), placement: try #require(try recording.placement()),
      readings: try recording.samples().map { .sample($0) })
    #expect(run.report.sets.map(\.plan.exercise.id) == sets.map(\.exercise))
    #expect(run.counts == sets.map { $0.count ?? -1 })
    #expect(run.report.sets.allSatisfy { $0.outcome == .done })
    for (report, set) in zip(run.report.sets, sets) {
      let events = labels.filter { $0.kind != .set && $0.isWithin(set) }
      Self.expectHolds(report.holds.filter(\.isCounted), events.filter { $0.kind == .hold })
      Self.expectOverlap(report.reps.filter(\.isCounted), events.filter { $0.kind == .rep })
    }
  }

  /// Stopped in the middle of the first child's pose: that was not done, what comes after three of
  /// them was not begun.
  @Test func whatASessionWasTooShortForWasNotBegun() throws {
    let recording = BundledRecording(name: "upper-back-session")
    let run = SessionRun(
      .program(try #require(Program.named("upper-back"))),
      placement: try #require(try recording.placement()),
      readings: try recording.samples().prefix { $0.nanoseconds < 90_000_000_000 }
        .map { .sample($0) })
    #expect(
      run.report.sets.map(\.outcome) == [
        .done, .notDone, .notStarted, .notStarted, .notStarted, .notStarted,
      ])
  }

  private static func expectHolds(_ holds: [Hold], _ labels: [Label]) {
    #expect(holds.count == labels.count)
    for (hold, label) in zip(holds, labels) {
      #expect(abs(hold.start - label.start) < toleranceSeconds)
      #expect(abs(hold.end - label.end) < toleranceSeconds)
    }
  }

  /// Each counted repetition shares at least half of its label's time.
  private static func expectOverlap(_ reps: [Repetition], _ labels: [Label]) {
    #expect(reps.count == labels.count)
    for (rep, label) in zip(reps, labels) {
      let shared = min(rep.end, label.end) - max(rep.start, label.start)
      #expect(shared > 0.5 * (label.end - label.start))
    }
  }
}

extension Label {
  fileprivate func isWithin(_ set: Label) -> Bool { set.start <= start && end <= set.end }
}
