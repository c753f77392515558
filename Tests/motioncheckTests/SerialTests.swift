import Foundation
import Testing

/// A board at a serial port, which a pair of pseudo-terminals stands in for.
@Suite struct SerialTests {
  private let folder: TemporaryFolder
  private let board: FileHandle
  private let port: FileHandle

  init() throws {
    folder = try TemporaryFolder()
    var ends: (board: Int32, port: Int32) = (-1, -1)
    try #require(openpty(&ends.board, &ends.port, nil, nil, nil) == 0)
    board = FileHandle(fileDescriptor: ends.board, closeOnDealloc: true)
    port = FileHandle(fileDescriptor: ends.port, closeOnDealloc: true)
  }

  @Test func aBoardThatIsUnpluggedLeavesItsReport() async throws {
    let path = String(cString: try #require(ttyname(port.fileDescriptor)))
    let process = try Motioncheck.start(
      Motioncheck.executable,
      [
        "live", "--source", "serial:\(path)@115200", "--exercise", "repetition", "--no-record",
      ], in: folder
    ) { "/dev/null" }
    try await wait(for: "Ctrl-C", in: "stderr", of: process)
    try port.close()
    var rows = ArmRecording().rows.map(\.text)
    rows[20] = "0.4,1.2"
    let text = (["MPU-6050 ready", ArmRecording.header] + rows).joined(separator: "\r\n") + "\r\n"
    try board.write(contentsOf: Data(text.utf8))
    try await wait(for: "rep 6", in: "stdout", of: process)
    try board.close()
    try await wait(for: "was unplugged; waiting up to 120 s for it", in: "stderr", of: process)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit(orKillAfter: 30)
    #expect(process.terminationStatus == 0)
    let report = try folder.read("stdout")
    #expect(report.contains("Repetition: 6 reps"))
    #expect(report.contains("\(path):1: 1 row: text before the first row; left out"))
    #expect(report.contains("\(path):23: 1 row: another number of fields"))
    #expect(report.contains("\(path): the sensor was disconnected and did not come back"))
  }

  /// As for whoever plugs a board in for the first time: the port belongs to a group.
  @Test(.enabled(if: geteuid() == 0, "needs root, to become somebody else"))
  func aPortThatMayNotBeReadIsToldWithTheGroupThatMay() throws {
    let path = String(cString: try #require(ttyname(port.fileDescriptor)))
    // The folder of the tests may be closed to others.
    let program = try folder.write(
      try Data(contentsOf: Motioncheck.executable), to: "motioncheck")
    for (path, mode) in [(program, 0o755), (folder.url.path, 0o755)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    let result = try Motioncheck.run(
      URL(filePath: "/usr/bin/setpriv"),
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", program, "live", "--no-record",
        "--exercise", "repetition", "--source", "serial:\(path)@115200",
      ])
    #expect(result.status == 2)
    #expect(result.errors.contains("Error: \(path): no permission to read it"))
    #expect(result.errors.contains("--groups dialout"))
  }

  private func wait(for text: String, in file: String, of process: Process) async throws {
    for _ in 0..<600 where process.isRunning {
      if try folder.read(file).contains(text) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("no '\(text)' in \(file): \(try folder.read("stderr"))")
  }
}
