import MotionCore
import MotionTuning

/// A repetition that lasts a second, told a quarter of a second after its end unless said
/// otherwise.
func repetition(
  at start: Double, _ verdict: Verdict = .ok, toldAt: Double? = nil, correctedAt: Double? = nil
) -> Repetition {
  Repetition(
    number: 0, start: start, end: start + 1, verdict: verdict, tempo: [],
    announcedAt: toldAt ?? start + 1.25, correctedAt: correctedAt)
}

/// A hold, told a quarter of a second after its end.
func hold(_ start: Double, _ end: Double, _ verdict: Verdict = .ok) -> Hold {
  Hold(number: 0, start: start, end: end, verdict: verdict, announcedAt: end + 0.25)
}

/// The label of a repetition that lasts a second.
func label(at start: Double, count: Int? = nil, exercise: String = "bent-over-row") -> Label {
  Label(start: start, end: start + 1, exercise: exercise, kind: .rep, count: count)
}

/// The label of a hold.
func holdLabel(_ start: Double, _ end: Double, count: Int? = nil) -> Label {
  Label(start: start, end: end, exercise: "scapular-squeeze", kind: .hold, count: count)
}

extension PlannedSet {
  /// A set of an exercise of the catalogue with its usual dose.
  static func usual(_ id: String, side: Side? = nil) -> PlannedSet {
    let exercise = Exercise.named(id) ?? Exercise.catalogue[0]
    return PlannedSet(exercise: exercise, side: side, target: exercise.dose)
  }
}

extension SetReport {
  /// A set of rows in which these repetitions were listed.
  static func rows(_ reps: [Repetition]) -> SetReport {
    SetReport(plan: .usual("bent-over-row"), outcome: .done, reps: reps)
  }

  /// A set of squeezes in which these holds were listed.
  static func squeezes(_ holds: [Hold]) -> SetReport {
    SetReport(plan: .usual("scapular-squeeze"), outcome: .done, holds: holds)
  }

  /// What was reported when each movement was reported as it was found.
  var toldAtOnce: [ReportedCount] {
    let counted =
      reps.filter(\.isCounted).map(\.announcedAt) + holds.filter(\.isCounted).map(\.announcedAt)
    return zip(counted, 1...).map { ReportedCount(seconds: $0, count: $1) }
  }
}
