import Glibc
import MotionInput

/// motioncheck while it runs, with what it writes kept in files.
final class LiveProcess {
  private static let patienceNanoseconds: Int64 = 60_000_000_000
  private static let waitNanoseconds: Int64 = 20_000_000

  private let number: pid_t
  private let outputPath: String
  private let errorPath: String
  private var status: Int32?

  /// Starts it with these arguments.
  init(_ arguments: [String], program: String = "/bin/motioncheck") throws {
    let name = "/tmp/\(getpid())-\(MonotonicClock.now())"
    outputPath = name + ".stdout"
    errorPath = name + ".stderr"
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (file, path) in [(STDOUT_FILENO, outputPath), (STDERR_FILENO, errorPath)] {
      posix_spawn_file_actions_addopen(&files, file, path, O_CREAT | O_WRONLY, 0o600)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var started: pid_t = 0
    let code = posix_spawn(&started, program, &files, nil, &words, nil)
    guard code == 0 else { throw Outcome.failed("\(program): \(String(cString: strerror(code)))") }
    number = started
  }

  /// What it wrote to standard output so far.
  var output: String { Self.text(outputPath) }
  /// What it wrote to standard error so far.
  var errors: String { Self.text(errorPath) }

  /// True until it has ended.
  var isRunning: Bool {
    var code: Int32 = 0
    if status == nil, waitpid(number, &code, WNOHANG) == number {
      // As a shell counts: the exit status, or 128 and the signal.
      status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + code & 0x7F
    }
    return status == nil
  }

  /// Sends it a signal.
  func signal(_ signal: Int32) { kill(number, signal) }

  /// Waits until it has its sensor open; the sensor answers the kernel meanwhile.
  func waitUntilReady(serving sensor: any VirtualSensor) throws {
    try wait(for: "begin", serving: sensor) { errors.contains("Ctrl-C ends the session.") }
  }

  /// Waits for its end; returns the exit status.
  func end(serving sensor: any VirtualSensor) throws -> Int32? {
    try wait(for: "end", serving: sensor) { !isRunning }
    return status
  }

  private func wait(
    for what: String, serving sensor: any VirtualSensor, until isReached: () -> Bool
  ) throws {
    let end = MonotonicClock.now() + Self.patienceNanoseconds
    while !isReached() {
      guard MonotonicClock.now() < end, what == "end" || isRunning else {
        signal(SIGKILL)
        throw Outcome.failed("motioncheck did not \(what): \(errors)")
      }
      try sensor.serve(until: MonotonicClock.now() + Self.waitNanoseconds)
    }
  }

  private static func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
