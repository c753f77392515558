import Foundation
import Testing

@Suite(.serialized) struct RecordTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var output: String { folder.path("out.csv") }

  private func start(_ arguments: String...) throws -> Process {
    try Motioncheck.start(Motioncheck.executable, ["record"] + arguments, in: folder) {
      "/dev/null"
    }
  }

  @Test func whatWasRecordedIsReadLikeTheOriginal() throws {
    let text = ArmRecording().text
    let result = try Motioncheck.run(
      "record", "--source", "-", "--output", output, "--placement", "wrist", input: text)
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Recording to \(output); Ctrl-C ends it.\n"))
    let recorded = try folder.read("out.csv")
    #expect(recorded.hasPrefix("# placement: wrist\n# recorded: 20"))
    let again = try Motioncheck.run("convert", output, "-")
    let original = try Motioncheck.run("convert", "-", "-", input: text)
    let rows = { (text: String) in text.split(separator: "\n").filter { !$0.hasPrefix("#") } }
    #expect(rows(again.output) == rows(original.output))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsItCleanly(signal: Int32) throws {
    let fifo = folder.path("fifo")
    try #require(mkfifo(fifo, 0o600) == 0)
    let process = try start("--source", fifo, "--output", output)
    let writer = open(fifo, O_RDWR)
    defer { close(writer) }
    let text = Array((ArmRecording.header + "\n0,0,0,9.8,0,0,0\n0.02,0,0,9.8,0,0,0\n").utf8)
    _ = text.withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
    let deadline = Date.now + 20
    while !FileManager.default.fileExists(atPath: output), Date.now < deadline {
      usleep(10_000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit(orKillAfter: 20)
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
    #expect(
      try folder.read("out.csv").contains(
        "\n0.000000,0.00000,0.00000,9.80000,0.00000,0.00000,0.00000\n# finished: 2"))
    #expect(try folder.read("stderr").contains("1 sample -> \(output)"))
  }

  @Test func keepsAFileThatExistsUnlessForced() throws {
    let kept = try folder.write("precious", to: "out.csv")
    let text = ArmRecording().text
    let refused = try Motioncheck.run("record", "--source", "-", "--output", kept, input: text)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("exists already and is kept"))
    #expect(try folder.read("out.csv") == "precious")
    let forced = try Motioncheck.run(
      "record", "--source", "-", "--output", kept, "--force", input: text)
    #expect(forced.status == 0)
    #expect(try folder.read("out.csv") != "precious")
  }

  @Test(
    arguments: [
      (["--source", "/nowhere/x"], 2), (["--device", "none-such"], 2),
      (["--source", "serial:"], 64),
      (["--source", "-", "--device", "x"], 64), (["--source", "-", "--placement", "head"], 64),
    ] as [([String], Int32)])
  func whatCannotBeReadIsRefused(arguments: [String], status: Int32) throws {
    let result = try Motioncheck.run(
      Motioncheck.executable, ["record", "--output", output] + arguments)
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func anOutputIsNeeded() throws {
    #expect(try Motioncheck.run("record", "--source", "-").status == 64)
  }

  @Test func explainsItself() throws {
    let help = try Motioncheck.run("record", "--help")
    #expect(help.status == 0)
    for option in ["--device", "--source", "--output", "--placement", "--force"] {
      #expect(help.output.contains("  \(option)"), "\(option)")
    }
  }
}
