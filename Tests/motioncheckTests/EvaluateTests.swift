import Foundation
import Testing

@Suite struct EvaluateTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL
  private static let corpus = root.appending(path: "../shared/corpus/index.csv")
    .standardizedFileURL.path
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A manifest of one bundled recording, said to have this many repetitions.
  private func manifest(_ recording: String, reps: Int) throws -> String {
    let path = Self.root.appending(path: "Recordings/\(recording)").path
    return try folder.write("file,check_as,reps\n\(path),bent-over-row,\(reps)\n", to: "m.csv")
  }

  @Test func aRightCountIsExact() throws {
    let result = try Motioncheck.run("evaluate", try manifest("bent-over-row.csv", reps: 10))
    #expect(result.status == 0)
    #expect(result.output.contains(/total +1 +1\.00 +1\.00 +0\.00/))
  }

  @Test func aRecordingThatManyRowsNameIsMissedOnce() throws {
    let rows = String(repeating: "gone.csv,repetition,6\n", count: 300)
    let manifest = try folder.write("file,check_as,reps\n" + rows, to: "m.csv")
    let result = try Motioncheck.run("evaluate", manifest)
    #expect(result.status == 2)
    #expect(result.errors.split(separator: "\n").count { $0.contains("gone.csv") } == 1)
  }

  @Test func noDrawingTakesThePlaceOfWhatIsRead() throws {
    let recording = ArmRecording().text
    try folder.write(recording, to: "arm.csv")
    try folder.write(recording, to: "arm.csv.svg")
    let manifest = try folder.write(
      "file,check_as,reps\narm.csv,repetition,6\narm.csv.svg,repetition,6\n", to: "m.csv")
    let result = try Motioncheck.run("evaluate", manifest, "--plot", folder.url.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("it is read here"), "\(result.errors)")
    #expect(try folder.read("arm.csv.svg") == recording)
  }

  @Test func aWrongCountIsTold() throws {
    let result = try Motioncheck.run("evaluate", try manifest("bent-over-row.csv", reps: 12))
    #expect(result.status == 0)
    #expect(result.output.contains(/total +1 +0\.00 +0\.00 +2\.00/))
  }

  @Test func repetitionsLostInAGapAreMissing() throws {
    let arm = ArmRecording()
    let path = try folder.write(arm.text, to: "arm.csv")
    let labelled = try Motioncheck.run(
      "label", path, "--exercise", "repetition", "--from-detection")
    #expect(labelled.status == 0, "\(labelled.errors)")
    let kept = arm.rows.filter { !(5.3..<10.7).contains($0.seconds) }.map(\.text)
    try folder.write(([ArmRecording.header] + kept).joined(separator: "\n"), to: "arm.csv")
    let manifest = try folder.write("file,check_as\narm.csv,repetition\n", to: "m.csv")
    let result = try Motioncheck.run("evaluate", manifest, "--format", "json")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let set = try #require((json["sets"] as? [[String: Any]])?.first)
    #expect(set["trueCount"] as? Int == 6 && set["count"] as? Int == 4)
    let total = try #require(json["total"] as? [String: Any])
    #expect(total["exact"] as? Double == 0 && total["bias"] as? Double == -2)
  }

  @Test func rowsAreChosenByWhatTheyAreAndByWhatTheyAreNot() throws {
    let manifest = try manifest("bent-over-row.csv", reps: 10)
    #expect(try Motioncheck.run("evaluate", manifest, "--where", "subject!=9").status == 0)
    let none = try Motioncheck.run("evaluate", manifest, "--where", "check_as!=bent-over-row")
    #expect(none.status == 64)
    #expect(none.errors.contains("has check_as!=bent-over-row"))
  }

  @Test func aCorrectionTakesThePlaceOfAWrongLabel() throws {
    let labelled = try manifest("bent-over-row.csv", reps: 12)
    let file = Self.root.appending(path: "Recordings/bent-over-row.csv").path
    let right = try folder.write("file,labelled,visible,sure\n\(file),12,10,yes\n", to: "c.csv")
    let result = try Motioncheck.run("evaluate", labelled, "--corrections", right)
    #expect(result.status == 0)
    #expect(result.output.contains(/total +1 +1\.00 +1\.00 +0\.00/))
    let stale = try folder.write("file,labelled,visible,sure\n\(file),9,10,yes\n", to: "s.csv")
    let refused = try Motioncheck.run("evaluate", labelled, "--corrections", stale)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("s.csv:2: found labelled '9'; expected 12"))
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let missing = try Motioncheck.run("evaluate", folder.path("none.csv"))
    #expect(missing.status == 2)
    #expect(missing.errors.contains(folder.path("none.csv")))
    let broken = try Motioncheck.run("evaluate", try manifest("nothing-here.csv", reps: 10))
    #expect(broken.status == 2)
    #expect(broken.errors.contains("nothing-here.csv"))
  }

  @Test(arguments: [
    ("", "a header and no row"), ("0.csv,bent-over-row\n", "no row with a count or labels"),
  ])
  func whereNothingCanBeEvaluatedThereAreNoFigures(rows: String, words: String) throws {
    try folder.write(ArmRecording().text, to: "0.csv")
    let path = try folder.write("file,check_as\n" + rows, to: "m.csv")
    let result = try Motioncheck.run("evaluate", path)
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains("\(path): found \(words)"), "\(result.errors)")
  }

  @Test func anUnknownExerciseIsToldWithItsLine() throws {
    try folder.write(ArmRecording().text, to: "0.csv")
    let path = try folder.write(
      "file,check_as,reps\n0.csv,repetition,6\n0.csv,rowing,6\n", to: "m.csv")
    let result = try Motioncheck.run("evaluate", path)
    #expect(result.status == 2)
    #expect(result.errors.contains("\(path):3: found check_as 'rowing'; expected one of: shoulder"))
    #expect(result.output.contains(/total +1 +1\.00/))
  }

  @Test func badEventsAreToldWithTheirLine() throws {
    try folder.write(ArmRecording().text, to: "0.csv")
    let path = try folder.write(
      "file,check_as,reps,events\n0.csv,repetition,6,slow 2\n", to: "m.csv")
    let result = try Motioncheck.run("evaluate", path)
    #expect(result.status == 2)
    #expect(result.errors.contains("\(path):2: found events 'slow 2'; expected 'kind start end'"))
  }

  @Test func groupsAreOfColumnsThatThereAre() throws {
    let manifest = try manifest("bent-over-row.csv", reps: 10)
    let unknown = try Motioncheck.run("evaluate", manifest, "--by", "chek_as")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("--by: unknown column 'chek_as'; did you mean 'check_as'?"))
    #expect(try Motioncheck.run("evaluate", manifest, "--by", "exercise").status == 0)
  }

  // What the README claims of recorded rows.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: corpus), "needs ../shared/corpus"))
  func recordedRowsAreCounted() throws {
    let result = try Motioncheck.run(
      "evaluate", Self.corpus, "--where", "check_as=bent-over-row", "--by", "check_as")
    let line = try #require(result.output.firstMatch(of: /total +23 +([0-9.]+) +([0-9.]+)/))
    #expect(try #require(Double(line.1)) >= 0.95)
    #expect(try #require(Double(line.2)) == 1)
  }

  // Also holds that the list of doubted labels fits the corpus that is there.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: corpus), "needs ../shared/corpus"),
    arguments: ["ebbelaar", "gymimu", "muvr"])
  func otherRecordedLiftsAreCountedWithinOne(dataset: String) throws {
    let doubted = Self.root.appending(path: "Tests/Corpus/doubted-labels.csv").path
    let result = try Motioncheck.run(
      "evaluate", Self.corpus, "--corrections", doubted, "--where", "check_as=repetition",
      "--where", "dataset=\(dataset)", "--by", "dataset")
    let line = try #require(result.output.firstMatch(of: /total +[0-9]+ +[0-9.]+ +([0-9.]+)/))
    #expect(try #require(Double(line.1)) >= 0.85)
  }
}
