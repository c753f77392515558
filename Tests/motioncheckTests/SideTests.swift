import Foundation
import Testing

/// A programme of which only the second side was done.
@Suite struct SideTests {
  private let folder: TemporaryFolder
  private let recording: String
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    recording = folder.path("right.csv")
    program = try folder.write(
      "exercises:\n  - exercise: open-book\n    side: both\n    reps: 6\n", to: "own.yaml")
    let made = try Motioncheck.run(
      "simulate", "--exercise", "open-book", "--side", "right", "--reps", "6", "--output",
      recording)
    #expect(made.status == 0, "\(made.errors)")
  }

  private func warnings(whereOneIs outcome: String) throws -> [String] {
    let result = try Motioncheck.run(
      "replay", recording, "--program", program, "--format", "json")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let sets = try #require(report["sets"] as? [[String: Any]])
    #expect(sets.count { $0["outcome"] as? String == outcome } == 1, "\(result.output)")
    return try #require(report["warnings"] as? [String])
  }

  @Test func withoutMarkersTheSideIsInDoubt() throws {
    #expect(
      try warnings(whereOneIs: "not-done").contains {
        $0.hasPrefix("open book: only one side was found")
      })
  }

  /// A set that nothing marks as begun was not begun.
  @Test func markersTellTheSide() throws {
    let rows = try folder.read("right.csv").split(separator: "\n").map(String.init)
    let header = try #require(rows.firstIndex { $0.hasPrefix("t [s]") })
    let start = "# marker 0 set-start open-book right"
    try folder.write(
      (rows[...header] + [start] + rows[(header + 1)...]).joined(separator: "\n") + "\n",
      to: "right.csv")
    #expect(try !warnings(whereOneIs: "not-started").contains { $0.contains("only one side") })
  }
}
