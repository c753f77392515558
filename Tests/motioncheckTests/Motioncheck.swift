import Foundation
import Testing

/// The built program, run as a process.
struct Motioncheck {
  /// What a run came to.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Built into the same folder as the tests.
  static var executable: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "motioncheck")
    }
  }

  /// Runs it to its end.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try run(executable, arguments, input: input, environment: environment)
  }

  /// Runs any program to its end, or until it has taken too long and is ended.
  static func run(
    _ executable: URL, _ arguments: [String], input: String = "",
    environment: [String: String] = [:], longestSeconds: Double = Self.longestSeconds
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let process = try start(executable, arguments, in: folder, environment: environment) {
      try folder.write(input, to: "stdin")
    }
    process.waitUntilExit(orKillAfter: longestSeconds)
    return try Result(
      status: process.terminationStatus, output: folder.read("stdout"),
      errors: folder.read("stderr"))
  }

  /// Hardly a test needs longer than this; a program that hangs is ended and so fails its test.
  static let longestSeconds = 60.0

  /// That of the tests, without what the test runner sets, and away from the person's own data.
  private static func environment(_ folder: TemporaryFolder) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = nil
    environment["XDG_DATA_HOME"] = folder.path("data")
    return environment
  }

  /// Starts it with its output going to the files `stdout` and `stderr` of a folder.
  static func start(
    _ executable: URL, _ arguments: [String], in folder: TemporaryFolder,
    environment: [String: String] = [:], input: () throws -> String
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = self.environment(folder).merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input()))
    process.standardOutput = try folder.emptyFile("stdout")
    process.standardError = try folder.emptyFile("stderr")
    try process.run()
    return process
  }
}

extension Process {
  /// Waits for the end, and makes one where none comes.
  func waitUntilExit(orKillAfter seconds: Double) {
    let number = processIdentifier
    let killing = DispatchWorkItem { kill(number, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: killing)
    waitUntilExit()
    killing.cancel()
  }
}

/// A folder of a test's own, removed when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "motioncheck-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: url.appending(path: name))
    return path(name)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// The recordings of a person whose data are in a folder of it, by name.
  func recordings(in data: String = "data") throws -> [String] {
    let path = "\(path(data))/motioncheck/recordings"
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .map { "\(path)/\($0)" }
  }

  /// The time of the last sample that stands whole in a recording, in seconds; 0 for none.
  static func recordedSeconds(in recording: String) throws -> Double {
    let text = try String(contentsOf: URL(filePath: recording), encoding: .utf8)
    let whole = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let times = whole.lazy.reversed().compactMap { row in
      row.split(separator: ",").first.flatMap { Double($0) }
    }
    return times.first ?? 0
  }

  func emptyFile(_ name: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(filePath: write("", to: name)))
  }
}
