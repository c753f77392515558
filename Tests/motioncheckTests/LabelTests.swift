import Foundation
import Testing

/// `motioncheck label`.
@Suite struct LabelTests {
  private let folder: TemporaryFolder
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    recording = try folder.write(ArmRecording().text, to: "arm.csv")
  }

  private var lines: [String] {
    get throws { try folder.read("arm.labels.csv").split(separator: "\n").map(String.init) }
  }

  @Test func aSetIsWrittenWithItsCount() throws {
    let result = try Motioncheck.run(
      "label", recording, "--exercise", "repetition", "--reps", "6", "--start", "1.5", "--end", "20"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try lines == ["start,end,exercise,side,kind,count", "1.5,20.0,repetition,,set,6"])
  }

  @Test func whatIsDetectedIsWrittenToBeCorrected() throws {
    let result = try Motioncheck.run(
      "label", recording, "--exercise", "repetition", "--from-detection")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try lines.count == 8)
    #expect(try lines[1].hasSuffix(",repetition,,set,6"))
    #expect(try lines.dropFirst(2).allSatisfy { $0.hasSuffix(",repetition,,rep,") })
    let manifest = try folder.write("file,check_as\narm.csv,repetition\n", to: "m.csv")
    let check = try Motioncheck.run("evaluate", manifest)
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.contains(/total +1 +1\.00/))
  }

  @Test func labelsThatExistAreKept() throws {
    let path = try folder.write("mine", to: "arm.labels.csv")
    let result = try Motioncheck.run("label", recording, "--exercise", "repetition", "--reps", "6")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "Error: \(path): exists already and is kept; add to these labels with --add, or write "
        + "over them with --force\n")
    #expect(try folder.read("arm.labels.csv") == "mine")
    let forced = try Motioncheck.run(
      "label", recording, "--exercise", "repetition", "--reps", "6", "--force")
    #expect(forced.status == 0)
  }

  @Test func aSecondSetCanBeAddedWhereItContradictsNothing() throws {
    func label(_ arguments: String...) throws -> Motioncheck.Result {
      try Motioncheck.run(
        Motioncheck.executable, ["label", recording, "--exercise", "repetition"] + arguments)
    }
    #expect(try label("--reps", "3", "--end", "11").status == 0)
    #expect(try label("--reps", "3", "--start", "11", "--add").status == 0)
    #expect(try lines.count == 3)
    let twice = try label("--reps", "3", "--start", "12", "--add")
    #expect(twice.status == 64)
    #expect(twice.errors.contains("over another"))
    #expect(try lines.count == 3)
  }

  @Test(arguments: [
    (["--exercise", "repetition"], "either --reps or --from-detection"),
    (["--exercise", "repetition", "--reps", "3", "--from-detection"], "either --reps"),
    (["--reps", "3"], "needs --exercise"),
    (["--exercise", "repetition", "--reps", "-1"], "from 0 to"),
    (["--exercise", "repetition", "--from-detection", "--start", "3"], "go with --reps"),
    (["--exercise", "repetition", "--reps", "3", "--end", "900"], "no part of the recording"),
    (["--exercise", "repetition", "--reps", "3", "--start", "9", "--end", "4"], "no part"),
  ])
  func whatMakesNoSenseIsRefused(arguments: [String], words: String) throws {
    let result = try Motioncheck.run(Motioncheck.executable, ["label", recording] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("arm.labels.csv")))
  }
}
