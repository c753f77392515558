import Glibc
import MotionCore
import Testing

@testable import MotionInput

/// Three holds of 22 s of which a part was not seen: what was seen whole stays whole.
@Suite struct DamagedHoldsTests {
  /// A kind of damage, and what must come of it.
  struct Kind: CustomTestStringConvertible {
    var testDescription: String
    /// Part of the session that is in the recording, in seconds.
    var seen = 0.0...200
    /// Standard deviation of the acceleration in m/s^2.
    var noise = 0.03
    /// When the sensor read something else, and what; nil stands for its last values.
    var fault: (seconds: ClosedRange<Double>, values: [Double]?)?
    var gap: GapReason?
    var verdicts: [Verdict]
  }

  private static let restSeconds = 8.0
  private static let wayThereSeconds = 1.5
  private static let holdSeconds = 22.0
  private static let periodSeconds = restSeconds + 2 * wayThereSeconds + holdSeconds
  private static let sessionSeconds = 3 * periodSeconds + restSeconds
  /// Second of the session at which a hold has begun, from 1.
  private static func hold(_ number: Int) -> Double {
    Double(number) * periodSeconds - holdSeconds - wayThereSeconds
  }

  /// The angle of the arm in radians, and how fast it turns.
  private static func motion(at seconds: Double) -> (angle: Double, rate: Double) {
    let inside = seconds.truncatingRemainder(dividingBy: periodSeconds)
    let wayThere = (inside - restSeconds) / wayThereSeconds
    let wayBack = (inside - periodSeconds) / wayThereSeconds + 1
    func share(_ way: Double) -> Double { (1 - cos(.pi * min(1, max(0, way)))) / 2 }
    func speed(_ way: Double) -> Double {
      (0...1).contains(way) ? .pi * sin(.pi * way) / 2 / wayThereSeconds : 0
    }
    let height = 60 * Units.radiansPerDegree
    guard seconds < 3 * periodSeconds else { return (0, 0) }
    return (
      height * (share(wayThere) - share(wayBack)), height * (speed(wayThere) - speed(wayBack))
    )
  }

  private static func text(of kind: Kind) -> String {
    var random = SplitMix64(seed: 3)
    var last: [Double] = []
    var rows: [String] = []
    for number in 0..<Int(sessionSeconds * 50) {
      let seconds = Double(number) / 50
      let (angle, rate) = motion(at: seconds)
      let values = [
        1, 9.7 * sin(0.35 + angle), 9.7 * cos(0.35 + angle), rate, 0, 0,
      ].enumerated().map { $1 + random.normal() * ($0 < 3 ? kind.noise : kind.noise / 6) }
      if let fault = kind.fault, fault.seconds.contains(seconds) {
        last = fault.values ?? last
      } else {
        last = values
      }
      guard kind.seen.contains(seconds) else { continue }
      rows.append("\(seconds.text(2))," + last.map { $0.text(5) }.joined(separator: ","))
    }
    return Fixture.sixAxisHeader + "\n" + rows.joined(separator: "\n") + "\n"
  }

  private static func inside(_ number: Int) -> ClosedRange<Double> {
    hold(number) + 6...hold(number) + 18
  }
  private static let nothing = [Double](repeating: 0, count: 6)

  static let kinds = [
    Kind(testDescription: "nothing", verdicts: [.ok, .ok, .ok]),
    Kind(testDescription: "no noise", noise: 0, verdicts: [.ok, .ok, .ok]),
    Kind(
      testDescription: "zero inside hold 2", fault: (inside(2), nothing), gap: .noSignal,
      verdicts: [.ok, .unfinished, .ok]),
    Kind(
      testDescription: "frozen inside hold 2", fault: (inside(2), nil), gap: .frozen,
      verdicts: [.ok, .unfinished, .ok]),
    Kind(
      testDescription: "zero from inside hold 3 on", fault: (hold(3) + 8...200, nothing),
      gap: .noSignal, verdicts: [.ok, .ok, .unfinished]),
    Kind(
      testDescription: "ends 8 s into hold 2", seen: 0...hold(2) + 8,
      verdicts: [.ok, .unfinished]),
    Kind(
      testDescription: "ends 8 s into hold 2, no noise", seen: 0...hold(2) + 8, noise: 0,
      verdicts: [.ok, .unfinished]),
    Kind(
      testDescription: "ends 8 s into hold 3", seen: 0...hold(3) + 8,
      verdicts: [.ok, .ok, .unfinished]),
    Kind(
      testDescription: "ends 8 s into hold 1", seen: 0...hold(1) + 8, verdicts: [.unfinished]),
    Kind(
      testDescription: "begins in hold 2", seen: hold(2) + 12...200, verdicts: [.ok]),
  ]

  @Test(arguments: kinds)
  func whatWasSeenWholeStaysWhole(kind: Kind) throws {
    let directory = try TemporaryDirectory()
    let source = try RecordingSource(path: directory.file("a.csv", Self.text(of: kind)))
    let exercise = try #require(Exercise.named("hold"))
    var session = Session(
      plan: .single(
        PlannedSet(exercise: exercise, target: Target(reps: 3, holdSeconds: 20))))
    for reading in try source.readAll() { _ = session.process(reading) }
    _ = session.finish()
    let report = session.report
    #expect(report.sets[0].holds.map(\.verdict) == kind.verdicts)
    #expect(report.quality.gaps.map(\.reason) == (kind.gap.map { [$0] } ?? []))
    for hold in report.sets[0].holds where hold.verdict == .ok {
      #expect(abs(hold.seconds - Self.holdSeconds) < 1.5)
    }
  }
}
