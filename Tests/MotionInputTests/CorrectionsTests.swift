import MotionCore
import Testing

@testable import MotionInput

@Suite struct CorrectionsTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static let entries = [
    entry("a.csv", reps: 10, events: "correct 1 2"), entry("b.csv", reps: 5),
    entry("c.csv", reps: 8), entry("d.csv", reps: nil),
  ]

  private static func entry(_ file: String, reps: Int?, events: String? = nil) -> Manifest.Entry {
    Manifest.Entry(
      path: "/" + file, file: file, subject: nil, checkAs: "repetition", reps: reps,
      placement: nil, others: events.map { ["events": $0] } ?? [:], manifest: "m.csv",
      line: 2)
  }

  private func corrections(_ rows: String...) throws -> Corrections {
    let lines = ["# why a label is doubted", "file,labelled,visible,sure,why"] + rows
    return try Corrections(
      path: directory.file("doubted.csv", lines.map { $0 + "\n" }.joined()))
  }

  @Test func onlyWhatIsSureReplacesTheLabel() throws {
    let corrected = try corrections("a.csv,10,9,yes,\"nine, no more\"", "b.csv,5,4,no,")
      .applied(to: Self.entries)
    #expect(corrected.map(\.reps) == [9, 5, 8, nil])
    #expect(corrected[0].others["events"] == nil)
  }

  @Test func aCountThatCannotBeToldLeavesNone() throws {
    let corrected = try corrections("c.csv,8,,yes,6 or 7").applied(to: Self.entries)
    #expect(corrected.map(\.reps) == [10, 5, nil, nil])
  }

  @Test(arguments: [
    ("x.csv,3,2,yes,", "file 'x.csv'", "a recording that the manifest names"),
    ("b.csv,6,4,yes,", "labelled '6'", "5, as in the manifest"),
    ("d.csv,6,4,yes,", "labelled '6'", "no count, as in the manifest"),
    ("b.csv,5,four,yes,", "visible 'four'", "a whole number from 0 to 1000000"),
    ("b.csv,5,4,perhaps,", "sure 'perhaps'", "one of: yes, no"),
    ("b.csv,5,4,,", "sure ''", "one of: yes, no"),
    ("a.csv,10,8,yes,", "file 'a.csv'", "each file once"),
  ])
  func faultsNameTheLine(row: String, found: String, expected: String) throws {
    let corrections = try corrections("a.csv,10,9,yes,", row)
    #expect(
      throws: InputError.document(
        path: directory.path + "/doubted.csv", line: 4, found: found, expected: expected)
    ) {
      try corrections.applied(to: Self.entries)
    }
  }
}
