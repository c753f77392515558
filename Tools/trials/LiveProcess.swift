import Foundation

/// A live session of the program, whose sensor is a FIFO that the trial writes.
final class LiveProcess {
  let process = Process()
  let output = Pipe()
  private let folder: URL
  private let sensor: Int32
  private var isOpen = true

  /// Starts it; what it says goes to `output`, unless `isHeard` is false.
  init(_ subject: Subject, _ arguments: [String], in folder: URL, isHeard: Bool = true) throws {
    self.folder = folder
    let fifo = folder.appending(path: "sensor").path
    guard mkfifo(fifo, 0o600) == 0 else { throw TrialFailure(description: "no FIFO in \(fifo)") }
    // Open for reading too, so that opening does not wait for the session.
    sensor = open(fifo, O_RDWR | O_CLOEXEC)
    process.executableURL = URL(filePath: subject.program)
    process.arguments = ["live", "--source", fifo, "--exercise", subject.exercise] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = isHeard ? output : FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
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
