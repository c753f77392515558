import Foundation

/// A live session of the program, whose sensor is a FIFO that the trial writes.
final class LiveProcess {
  let process = Process()
  /// What it says, to be read.
  let output: FileHandle
  private let folder: URL
  private let sensor: Int32
  private var isOpen = true

  /// Where what it says goes.
  enum Audience {
    case nobody, pipe
    /// A terminal of 80 by 24 signs, on which it shows its screen.
    case terminal
  }

  /// Starts it.
  init(
    _ subject: Subject, _ arguments: [String], in folder: URL, for audience: Audience = .pipe
  ) throws {
    let (heard, said) = try Self.ends(audience)
    output = heard
    self.folder = folder
    let fifo = folder.appending(path: "sensor").path
    guard mkfifo(fifo, 0o600) == 0 else { throw TrialFailure(description: "no FIFO in \(fifo)") }
    // Open for reading too, so that opening does not wait for the session.
    sensor = open(fifo, O_RDWR | O_CLOEXEC)
    process.executableURL = URL(filePath: subject.program)
    process.arguments =
      ["live", "--source", fifo, "--exercise", subject.exercise, "--no-target"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"]) { $1 }
    try process.run()
    try said.close()
  }

  private static func ends(_ audience: Audience) throws -> (heard: FileHandle, said: FileHandle) {
    switch audience {
    case .nobody: return (.nullDevice, try FileHandle(forWritingTo: URL(filePath: "/dev/null")))
    case .pipe:
      let pipe = Pipe()
      return (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    case .terminal:
      var ends: (heard: Int32, said: Int32) = (-1, -1)
      var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
      guard openpty(&ends.heard, &ends.said, nil, nil, &size) == 0 else {
        throw TrialFailure(description: "no terminal: \(String(cString: strerror(errno)))")
      }
      _ = fcntl(ends.heard, F_SETFD, FD_CLOEXEC)
      return (FileHandle(fileDescriptor: ends.heard), FileHandle(fileDescriptor: ends.said))
    }
  }

  /// Sends text as the sensor; waits where the session does not keep up.
  func send(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(sensor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        guard count > 0 || errno == EINTR else {
          throw TrialFailure(description: "the session took no more rows")
        }
        sent += max(0, count)
      }
    }
  }

  /// Takes the sensor away.
  func endStream() {
    if isOpen { close(sensor) }
    isOpen = false
  }

  deinit { endStream() }

  /// Seconds of processor time so far.
  func processorSeconds() throws -> Double {
    let fields = try Self.fields("/proc/\(process.processIdentifier)/stat", after: ") ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw TrialFailure(description: "the session is over")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Memory in use, in MB.
  func residentMegabytes() throws -> Double {
    let fields = try Self.fields("/proc/\(process.processIdentifier)/status", after: "VmRSS:")
    guard let kilobytes = fields.first.flatMap(Double.init) else {
      throw TrialFailure(description: "the session is over")
    }
    return kilobytes / 1024
  }

  private static func fields(_ path: String, after mark: String) throws -> [String] {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    guard let range = text.range(of: mark) else { return [] }
    return text[range.upperBound...].split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// A folder for one trial, removed after it.
final class TrialFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "trial-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// Sleeps until a moment of the continuous clock.
func sleep(until moment: ContinuousClock.Instant) {
  let seconds = (moment - ContinuousClock().now) / .seconds(1)
  guard seconds > 0 else { return }
  var time = timespec(
    tv_sec: Int(seconds), tv_nsec: Int((seconds - seconds.rounded(.down)) * 1_000_000_000))
  nanosleep(&time, nil)
}

/// A figure with two or more decimals.
func fixed(_ value: Double, _ decimals: Int = 2) -> String {
  String(format: "%.\(decimals)f", value)
}
