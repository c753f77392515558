import MotionCore
import MotionReport
import Testing

/// Reports made by hand, so that every figure in a golden text can be checked by eye.
enum Fixtures {
  static let context = ReportContext(
    title: "Upper back pain at home", recording: "kitchen.csv",
    recordedAt: "2025-11-22T10:00:00Z", device: "DualSense", version: "0.1.0",
    parameters: "mine.yaml")

  static let quality = Quality(
    samples: 4123, seconds: 41.2204, rateHertz: 100, gaps: [Gap(start: 12, end: 12.4)],
    saturatedSamples: 1, hasGyroscope: true)

  static func plan(
    _ id: String, side: Side? = nil, target: Target? = nil
  ) throws -> PlannedSet {
    let exercise = try #require(Exercise.named(id))
    return PlannedSet(exercise: exercise, side: side, target: target)
  }

  static func repetition(
    _ number: Int, verdict: Verdict = .ok, range: Double? = 70, out: Double = 1.2,
    rest: Double? = 0.5
  ) -> Repetition {
    let start = Double(number) * 4
    return Repetition(
      number: number, start: start + 0.2096, end: start + 3.02, verdict: verdict,
      reason: verdict == .ok ? nil : .dissimilar, rangeDegrees: range,
      tempo: [out, 0.3, 1.3, rest],
      smoothness: verdict == .partial ? nil : -1.5234,
      announcedAt: start + 3.15, correctedAt: verdict == .partial ? 41 : nil)
  }

  static func hold(_ number: Int, seconds: Double, verdict: Verdict = .ok) -> Hold {
    let start = Double(number) * 40
    return Hold(
      number: number, start: start, end: start + seconds, verdict: verdict,
      rangeDegrees: 62, reachedAt: verdict == .ok ? start + 15 : nil,
      announcedAt: start + seconds + 0.4)
  }

  /// Three rows of three: one of them partial, one too fast.
  static func rows() throws -> SetReport {
    SetReport(
      plan: try plan("bent-over-row", target: Target(reps: 3)), outcome: .partlyDone,
      confidence: Confidence(probability: 0.97, alternative: .everydayMovement), start: 4,
      end: 19.5,
      reps: [
        repetition(1, range: 71.26), repetition(2, verdict: .tooFast, range: 68),
        repetition(3, verdict: .partial, range: 31, rest: nil),
      ])
  }

  /// Ten rows that get smaller from 60 to 42 degrees and slower from 1.65 to 2.55 s.
  static func tiringRows() throws -> SetReport {
    SetReport(
      plan: try plan("bent-over-row"), outcome: .done,
      reps: (0..<10).map { number in
        repetition(
          number + 1, range: 60 - 2 * Double(number), out: 0.05 + 0.1 * Double(number))
      })
  }

  static func report(_ sets: [SetReport], warnings: [String] = []) -> SessionReport {
    SessionReport(
      program: "upper-back", placement: .upperArm, sets: sets, quality: quality,
      warnings: warnings)
  }

  /// One set of every outcome.
  static func session() throws -> SessionReport {
    let squeeze = Target(reps: 10, holdSeconds: 5)
    return report(
      [
        try rows(),
        SetReport(
          plan: try plan(
            "childs-pose", target: Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30)),
          outcome: .done, start: 40, end: 150,
          holds: [
            hold(1, seconds: 22.14), hold(2, seconds: 9.96, verdict: .short),
            hold(3, seconds: 16), hold(4, seconds: 15.2),
            hold(5, seconds: 3, verdict: .notLikeTheOthers),
          ]),
        SetReport(
          plan: try plan("open-book", side: .left, target: Target(reps: 10)), outcome: .notDone),
        SetReport(
          plan: try plan("open-book", side: .right, target: Target(reps: 10)),
          outcome: .notMeasured),
        SetReport(
          plan: try plan("scapular-squeeze", target: squeeze),
          outcome: .notMeasured),
        SetReport(
          plan: try plan("shoulder-roll", target: Target(reps: 10)), outcome: .stoppedForPain,
          pain: 4, reps: [repetition(1, rest: nil)]),
      ],
      warnings: ["The strap slipped at 3:10; ranges before and after cannot be compared."])
  }
}
