import Foundation
import Testing

/// A live session whose sensor is a FIFO that the test writes.
final class LiveSession: Sendable {
  private let folder: TemporaryFolder
  private let process: Process
  private let sensor: FileHandle

  /// Starts it, in a shell that has been told something before, perhaps by another program.
  init(
    _ arguments: [String], environment: [String: String] = [:], shell: String = "true",
    by runner: String = ""
  ) throws {
    folder = try TemporaryFolder()
    let fifo = folder.path("sensor")
    try #require(mkfifo(fifo, 0o600) == 0)
    process = try Motioncheck.start(
      URL(filePath: "/bin/bash"),
      [
        "-c", #"\#(shell); exec \#(runner) "$0" "$@""#, Motioncheck.executable.path, "live",
        "--source", fifo,
      ] + arguments, in: folder, environment: environment
    ) { "/dev/null" }
    // Open for reading too: a session that failed must not hang the test.
    sensor = try #require(FileHandle(forUpdatingAtPath: fifo))
  }

  var output: String { get throws { try folder.read("stdout") } }
  var errors: String { get throws { try folder.read("stderr") } }
  var status: Int32 { process.terminationStatus }
  var isRunning: Bool { process.isRunning }

  /// Sends lines as the sensor.
  func send(_ lines: [String]) throws {
    try sensor.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
  }

  func send(_ line: String) throws { try send([line]) }

  /// Waits until something has come true, and fails where it does not.
  func wait(_ isTrue: () throws -> Bool) async throws {
    for _ in 0..<1000 where process.isRunning {
      if try isTrue() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("waited in vain: \(try errors)")
  }

  func send(signal: Int32) { kill(process.processIdentifier, signal) }

  /// Sends a signal and waits for the end.
  func end(signal: Int32) async throws {
    send(signal: signal)
    try await waitForEnd()
  }

  /// Takes the sensor away and waits for the end.
  func end() async throws {
    try sensor.close()
    try await waitForEnd()
  }

  /// Leaves the threads to other tests meanwhile.
  private func waitForEnd() async throws {
    for _ in 0..<3000 where process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    process.waitUntilExit(orKillAfter: 1)
  }
}
