import Foundation
import MotionSimulator
import Testing

@testable import MotionCore

/// What is found in recordings and simulated sets, figure by figure: no change of the detector
/// alters it unnoticed. One that is meant to writes `Tests/Golden` anew, and its difference shows
/// what changed for whom:
///
///     MOTIONCHECK_GOLDEN=write swift test ... --filter GoldenReportTests
@Suite struct GoldenReportTests {
  /// How far a figure may be from the golden one: times in seconds, ranges in degrees, confidence.
  private static let tolerance = 0.025

  private static let bundled = [
    "shoulder-roll", "childs-pose", "open-book", "open-book-hold", "scapular-squeeze",
    "bent-over-row", "repetition", "hold",
  ]
  private static let simulated = [
    Exercise.shoulderRoll, .openBook, .scapularSqueeze, .bentOverRow,
  ]

  @Test(arguments: bundled)
  func ofARecording(name: String) throws {
    let exercise = try #require(Exercise.named(name))
    let recording = BundledRecording(name: name)
    let run = SessionRun(
      exercise, placement: try recording.placement() ?? .upperArm, samples: try recording.samples())
    try Self.compare(Self.lines(run), with: name)
  }

  @Test func ofASession() throws {
    let recording = BundledRecording(name: "upper-back-session")
    let run = SessionRun(
      .program(try #require(Program.named("upper-back"))),
      placement: try recording.placement() ?? .upperArm,
      readings: try recording.samples().map { .sample($0) })
    try Self.compare(Self.lines(run), with: "upper-back-session")
  }

  @Test(arguments: simulated)
  func ofEachCondition(exercise: Exercise) throws {
    let lines = try Condition.allCases.flatMap { condition in
      var conditions = Conditions()
      condition.apply(to: &conditions)
      let set = PlannedSet(exercise: exercise, target: exercise.dose)
      return [condition.rawValue] + Self.lines(try Self.run(.single(set), exercise, conditions))
    }
    try Self.compare(lines, with: "conditions-\(exercise.id)")
  }

  /// What everyday movement is taken for.
  @Test(arguments: simulated)
  func ofOtherThings(exercise: Exercise) throws {
    let lines = try Activity.allCases.flatMap { activity in
      let plan = SimulationPlan.activities([.init(activity, seconds: 60)])
      return [activity.rawValue] + Self.lines(try Self.run(plan, exercise))
    }
    try Self.compare(lines, with: "activities-\(exercise.id)")
  }

  private static func run(
    _ plan: SimulationPlan, _ exercise: Exercise, _ conditions: Conditions = Conditions()
  ) throws -> SessionRun {
    var sensor = SensorPreset.phone.model
    sensor.rateHertz = 50
    let simulation = try Simulation(
      SimulationConfiguration(plan: plan, sensor: sensor, conditions: conditions, seed: 31))
    return SessionRun(exercise, target: exercise.dose, samples: Array(simulation.samples))
  }

  // MARK: - Lines

  private static func lines(_ run: SessionRun) -> [String] {
    run.report.sets.flatMap { set in
      let head: [Any?] = [
        set.plan.exercise.id, set.plan.side?.rawValue, set.outcome.rawValue, set.count, set.start,
        set.end, set.confidence?.probability, set.confidence?.alternative.rawValue,
      ]
      let movements: [[Any?]] =
        set.reps.map {
          [
            $0.verdict.rawValue, $0.reason.map { "\($0)" }, $0.start, $0.end, $0.rangeDegrees,
            $0.announcedAt, $0.correctedAt, $0.smoothness,
          ] + $0.tempo
        }
        + set.holds.map {
          [
            $0.verdict.rawValue, $0.reason.map { "\($0)" }, $0.start, $0.end, $0.rangeDegrees,
            $0.announcedAt, $0.correctedAt, $0.reachedAt,
          ]
        }
      return ([head] + movements.map { ["-"] + $0 }).map { cells in
        cells.map(Self.cell).joined(separator: "\t")
      }
    }
  }

  private static func cell(_ value: Any?) -> String {
    switch value {
    case nil: "."
    case let number as Double: String(format: "%.3f", number)
    case let other?: "\(other)"
    }
  }

  // MARK: - Comparison

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Golden").standardizedFileURL

  private static func compare(_ lines: [String], with name: String) throws {
    let file = folder.appending(path: "\(name).tsv")
    guard ProcessInfo.processInfo.environment["MOTIONCHECK_GOLDEN"] != "write" else {
      let text = lines.joined(separator: "\n") + "\n"
      return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    #expect(golden.count == lines.count, "\(name): other movements are listed")
    for (number, (wanted, found)) in zip(golden, lines).enumerated() where !isSame(wanted, found) {
      Issue.record("\(name):\(number + 1): \(wanted) became \(found)")
      return
    }
  }

  private static func isSame(_ wanted: String, _ found: String) -> Bool {
    let (a, b) = (wanted.split(separator: "\t"), found.split(separator: "\t"))
    return a.count == b.count
      && zip(a, b).allSatisfy { wanted, found in
        guard let p = Double(wanted), let q = Double(found) else { return wanted == found }
        return abs(p - q) <= tolerance
      }
  }
}
