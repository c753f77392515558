import Foundation
import Testing

/// What is written takes the place of nothing that it must not, and what is shown does nothing.
@Suite struct OutputTests {
  private let folder: TemporaryFolder
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    recording = try folder.write(ArmRecording().text, to: "arm.csv")
  }

  static let overwriting = [
    ["replay", "arm.csv", "--output", "arm.csv"],
    ["replay", "arm.csv", "--plot", "./arm.csv"],
    ["replay", "arm.csv", "--output", "new.svg", "--plot", "new.svg"],
    ["replay", "arm.csv", "--output", "hard.csv"],
    ["replay", ".", "--plot", "arm.csv"],
    ["inspect", "arm.csv", "--plot", "arm.csv"],
    ["convert", "arm.csv", "arm.csv", "--force"],
    ["tune", "arm.csv", "--plot", "arm.csv"],
    ["record", "--source", "arm.csv", "--output", "arm.csv", "--force"],
    ["live", "--source", "-", "--program", "./arm.csv", "--output", "arm.csv"],
    ["live", "--source", "-", "--record", "new.csv", "--output", "new.csv"],
    ["replay", "arm.zip:arm.csv", "--output", "arm.zip"],
    ["replay", "-", "--output", "arm.csv"],
    ["replay", "arm.csv", "--plot", "motioncheck/history.db"],
    ["history", "show", "--output", "motioncheck/history.db"],
    ["history", "export", "csv", "--output", "motioncheck/history.db-wal"],
  ]

  @Test(arguments: overwriting)
  func anInputIsNoOutput(arguments: [String]) throws {
    try FileManager.default.linkItem(atPath: recording, toPath: folder.path("hard.csv"))
    _ = try folder.write("an archive", to: "arm.zip")
    let result = try Motioncheck.run(
      URL(filePath: "/bin/sh"),
      [
        "-c", #"cd "$0" && XDG_DATA_HOME="$PWD" exec "$@" <arm.csv"#, folder.url.path,
        Motioncheck.executable.path,
      ] + arguments)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains("would overwrite"), "\(result.errors)")
    #expect(try folder.read("arm.csv") == ArmRecording().text)
  }

  @Test func whatAnOptionWasGivenReachesNoTerminal() throws {
    let result = try Motioncheck.run("replay", recording, "--side", "\u{1B}[2J\u{9B}31m\u{202E}x")
    #expect(result.status == 64)
    #expect(result.errors.contains("\u{FFFD}[2J\u{FFFD}31m\u{FFFD}x"), "\(result.errors)")
    #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("\u{9B}"))
  }

  @Test func labelsThatAreThereAreKept() throws {
    _ = try folder.write("mine", to: "new.labels.csv")
    let result = try Motioncheck.run(
      "simulate", "--activity", "still=5", "--output", folder.path("new.csv"))
    #expect(result.status == 2)
    #expect(result.errors.contains("new.labels.csv: exists already and is kept"))
    #expect(result.errors.contains("--force"))
    #expect(try folder.read("new.labels.csv") == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder.path("new.csv")))
  }

  @Test func aFileThatOnlyLooksLikeAPartIsLeftAlone() throws {
    _ = try folder.write("mine", to: "out.csv.partial")
    let output = folder.path("out.csv")
    #expect(try Motioncheck.run("convert", recording, output).status == 0)
    #expect(try folder.read("out.csv.partial") == "mine")
    let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test(arguments: ["text", "json", "csv"])
  func noNameDoesSomethingToTheTerminal(format: String) throws {
    let program = try folder.write(
      """
      title: "Two\\e]0;owned\\a"
      note: "\\x9B31m and \\u202E"
      exercises:
        - exercise: repetition
          reps: 3

      """, to: "own.yaml")
    let text = "# device: \u{9B}2Jx\u{1B}[31m\u{2066}\n# marker \u{1B}[2J\n" + ArmRecording().text
    let named = try folder.write(text, to: "a\u{1B}[31m\u{202E}.csv")
    for path in [named, folder.path("none\u{1B}[2J.csv")] {
      let result = try Motioncheck.run(
        "replay", path, "--program", program, "--format", format, "--color", "never")
      let shown = (result.output + result.errors).unicodeScalars
      #expect(!shown.contains { "\u{1B}\u{7}\u{9B}\u{202E}\u{2066}".unicodeScalars.contains($0) })
    }
  }

  /// A limit on the size of files is as good as a full disk; the output goes through a pipe.
  @Test func aReportThatCannotBeFiledIsPrinted() throws {
    let result = try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", #"set -o pipefail; (trap "" XFSZ; ulimit -f 0; exec "$0" "$@") 2>&1 | cat"#,
        Motioncheck.executable.path, "live", "--source", "-", "--exercise", "repetition",
        "--no-record", "--quiet", "--output", folder.path("report.txt"),
      ], input: ArmRecording().text)
    #expect(result.status == 2)
    #expect(result.output.contains("Repetition: 6 reps"), "\(result.output)")
    #expect(result.output.contains("report.txt: cannot write"), "\(result.output)")
  }

  @Test func aSessionOutlivesWhoReadItsLines() throws {
    let path = folder.path("mine.csv")
    let result = try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", #"set -o pipefail; "$0" "$@" | true"#, Motioncheck.executable.path, "live",
        "--source", "-", "--exercise", "repetition", "--record", path,
      ], input: ArmRecording().text, environment: ["XDG_DATA_HOME": folder.path("data")])
    #expect(result.status == 2)
    #expect(result.errors.contains("standard output: cannot write: Broken pipe"))
    let replay = try Motioncheck.run("replay", path, "--exercise", "repetition")
    #expect(replay.output.contains("6 reps"))
    let history = try Motioncheck.run(
      "history", environment: ["XDG_DATA_HOME": folder.path("data")])
    #expect(history.output.contains("epetition"), "\(history.output)\(history.errors)")
  }

  @Test func aReportSaysThatItsRecordingBrokeOff() throws {
    let result = try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", #"trap "" XFSZ; ulimit -f 8; exec "$0" "$@""#, Motioncheck.executable.path, "live",
        "--source", "-", "--exercise", "repetition", "--record", folder.path("mine.csv"),
      ], input: ArmRecording().text)
    #expect(result.output.contains("the recording is incomplete"), "\(result.output)")
  }

  /// A live session where so many files may be open.
  private func live(files count: Int) throws -> Motioncheck.Result {
    try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", #"ulimit -n \#(count); exec "$0" "$@""#, Motioncheck.executable.path, "live",
        "--source", "-", "--exercise", "repetition", "--no-record", "--no-target",
      ], input: ArmRecording().text)
  }

  /// Each program that is started needs several; what cannot be started is done without.
  @Test(arguments: [9, 15, 18])
  func fewFilesThatMayBeOpenEndNoSession(count: Int) throws {
    let result = try live(files: count)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("6 reps"), "\(result.output)")
  }

  /// The system's event loop would end the program in the middle of the session, without a word.
  @Test func tooFewFilesForASessionAreToldBeforeIt() throws {
    let result = try live(files: 6)
    #expect(result.status == 2)
    #expect(result.errors.contains("the session: cannot begin: Too many open files"))
  }
}
