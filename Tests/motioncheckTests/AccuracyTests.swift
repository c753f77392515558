import Foundation
import Testing

/// Holds what the README claims of simulated sessions, on a part of the condition suite.
@Suite struct AccuracyTests {
  private struct Evaluation: Decodable {
    struct Set: Decodable {
      var file: String
      var exercise: String
      var trueCount: Int?
      var count: Int
      var isExact: Bool { count == trueCount }
      var isWithinOne: Bool { trueCount.map { abs(count - $0) <= 1 } ?? false }
      var isControl: Bool { file.hasPrefix("control.") }
    }
    var sets: [Set]
  }

  /// Least share of exact sets and of those within one, a little under what was measured.
  private static let floors: [String: (exact: Double, withinOne: Double)] = [
    "shoulder-roll": (0.85, 0.95), "open-book": (0.85, 0.9), "bent-over-row": (0.75, 0.9),
    "repetition": (0.85, 0.9), "childs-pose": (0.8, 0.9), "open-book-hold": (0.8, 0.9),
    "scapular-squeeze": (0.65, 0.8), "hold": (0.85, 0.9),
  ]
  /// Least share of control cases in which nothing is counted.
  private static let controlFloor = 0.9

  private static let tools = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Tools").standardizedFileURL

  @Test func simulatedSessionsAreCountedAsWellAsBefore() throws {
    let folder = try TemporaryFolder()
    let suite = folder.path("suite")
    let made = try Motioncheck.run(
      Self.tools.appending(path: "make-condition-suite"), [suite, "1"],
      environment: ["MOTIONCHECK": try Motioncheck.executable.path], longestSeconds: 600)
    try #require(made.status == 0, "\(made.errors)")
    let result = try Motioncheck.run(
      try Motioncheck.executable, ["evaluate", suite + "/manifest.csv", "--format", "json"],
      longestSeconds: 600)
    try #require(result.status == 0, "\(result.errors)")
    let sets = try JSONDecoder().decode(Evaluation.self, from: Data(result.output.utf8)).sets
    for (exercise, floor) in Self.floors {
      let measured = sets.filter { $0.exercise == exercise && !$0.isControl }
      try #require(measured.count >= 15)
      let exact = Double(measured.count(where: \.isExact)) / Double(measured.count)
      let withinOne = Double(measured.count(where: \.isWithinOne)) / Double(measured.count)
      #expect(exact >= floor.exact, "\(exercise)")
      #expect(withinOne >= floor.withinOne, "\(exercise)")
    }
    let controls = sets.filter(\.isControl)
    try #require(controls.count >= 200)
    let silent = Double(controls.count { $0.count == 0 }) / Double(controls.count)
    #expect(silent >= Self.controlFloor)
  }
}
