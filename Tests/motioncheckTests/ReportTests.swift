import Foundation
import Testing

/// The forms of a report, and the file that it is written to.
@Suite struct ReportTests {
  private let folder: TemporaryFolder
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    recording = try folder.write(ArmRecording().text, to: "arm.csv")
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func aPageDrawsTheMovementAndNamesThePerson() throws {
    let page = try Motioncheck.run(
      recording: recording, "--format", "html", "--patient", "<Ada>", "--note", "a & b")
    #expect(page.status == 0)
    #expect(page.output.contains("&lt;Ada&gt;") && page.output.contains("a &amp; b"))
    #expect(page.output.contains("<polyline class=\"curve axis0 main\""))
    #expect(page.output.matches(of: /class="number"[^>]*>[0-9]+</).count >= 6)
  }

  @Test(arguments: [
    (["--output", "a.json"], "{"), (["--output", "A.HTML"], "<!DOCTYPE html>"),
    (["--output", "a.txt"], "Repetition"), (["--output", "a"], "Repetition"),
    (["--output", "a.json", "--format", "html"], "<!DOCTYPE html>"),
  ])
  func theNameOfTheFileSaysHowItIsWritten(options: [String], beginning: String) throws {
    let arguments = options.map { $0.lowercased().hasPrefix("a") ? folder.path($0) : $0 }
    _ = try Motioncheck.run(
      Motioncheck.executable, ["replay", recording, "--exercise", "repetition"] + arguments)
    #expect(try folder.read(options[1]).hasPrefix(beginning))
  }

  @Test func severalRecordingsAreOnePage() throws {
    let page = try Motioncheck.run(
      "replay", recording, recording, "--exercise", "repetition", "--format", "html")
    #expect(page.output.ranges(of: "<!DOCTYPE html>").count == 1)
    // What they come to together, then each of them.
    #expect(page.output.ranges(of: "<article").count == 3)
    #expect(page.output.contains("<h1>2 exercise sessions</h1>"))
  }

  @Test func aTableHasOneHeadForAllRecordings() throws {
    let table = try Motioncheck.run(
      "replay", recording, recording, "--exercise", "repetition", "--format", "csv", "--rows",
      "sets")
    let lines = table.output.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("recording,recordedAt,patient,note") == true)
  }

  @Test func aFITActivityWithoutATimeIsRefusedWithWhatToDo() throws {
    let refused = try Motioncheck.run(recording: recording, "--format", "fit")
    #expect(refused.status == 2)
    #expect(refused.output == "")
    #expect(refused.errors.contains("--recorded-at"))
    let written = try Motioncheck.run(
      recording: recording, "--format", "fit", "--recorded-at", "2026-03-01T09:30:00Z",
      "--output", folder.path("arm.fit"))
    #expect(written.status == 0)
    #expect(written.errors.contains("a FIT file has no place for"))
    let bytes = try Data(contentsOf: folder.url.appending(path: "arm.fit"))
    #expect(Array(bytes[8..<12]) == Array(".FIT".utf8))
  }

  @Test func whatIsFiledIsForItsOwnerOnly() throws {
    let path = folder.path("report.html")
    _ = try Motioncheck.run(recording: recording, "--format", "html", "--output", path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try names() == ["arm.csv", "report.html"])
  }

  /// A limit on the size of files is as good as a full disk.
  @Test(arguments: ["html", "text"])
  func aFullDiskLeavesTheOlderReport(format: String) throws {
    let path = try folder.write("the older one", to: "report")
    let program = try Motioncheck.executable.path
    let result = try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "bash", program, "replay", recording,
        "--exercise", "repetition", "--format", format, "--output", path,
      ])
    #expect(result.status == 2)
    #expect(result.errors.contains(path) || result.errors == "")
    #expect(try folder.read("report") == "the older one")
    #expect(try names() == ["arm.csv", "report"])
  }

  @Test func aRecordingThatCannotBeUsedLeavesTheOlderReport() throws {
    let path = try folder.write("the older one", to: "report.html")
    let result = try Motioncheck.run(
      recording: folder.path("none.csv"), "--format", "html", "--output", path)
    #expect(result.status == 2)
    #expect(try folder.read("report.html") == "the older one")
  }

  @Test func coloursAreThereWhenAskedFor() throws {
    let always = try Motioncheck.run(recording: recording, "--color", "always", "--target", "6")
    #expect(always.output.contains("\u{1B}[32m"))
    let never = try Motioncheck.run(recording: recording, "--color", "never", "--target", "6")
    #expect(never.output == always.output.replacing(/\u{1B}\[[0-9]+m/, with: ""))
  }

  @Test func aProgrammeIsDrawnSetBySet() throws {
    let path = folder.path("sets.svg")
    let result = try Motioncheck.run("replay", recording, "--plot", path)
    #expect(result.status <= 1)
    #expect(try folder.read("sets.svg").contains("sets without signal"))
  }
}
