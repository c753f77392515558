import Dispatch
import Glibc
import MotionCore

/// A recording in progress, of which little is lost whatever happens.
///
/// What is appended reaches the file within 0.25 s and the disk within a second, by a thread of its
/// own: neither a slow disk nor a waiting reader of the sensor keeps the other from working.
/// Everything on the `RecordingGrid` reads back unchanged, and the file always ends with a whole
/// row. When the session came to an end a last line says so; without it the session was interrupted
/// and can be resumed.
package final class LiveRecording {
  /// How often the file is written, in milliseconds.
  private static let writeMilliseconds = 200
  /// How long the last rows are waited for at the end, in seconds: a disk that hangs must not keep
  /// the report back.
  private static let timeoutSeconds = 5
  /// No line of a live recording is longer.
  private static let longestLineBytes = 4096

  private let spool: RecordingSpool
  private let disk = DispatchQueue(label: "recording", qos: .utility)
  private let timer: any DispatchSourceTimer
  private var isFinished = false
  private var isDiskKnownFull = false

  /// Of a resumed recording: when it broke off, in nanoseconds since 1970.
  package let lastWrite: Int64?
  /// The file.
  package var path: String { spool.path }
  /// Time of the last reading that is in the file, in nanoseconds of the stream; nil before the
  /// first.
  package var written: Int64? { spool.written }

  /// Begins a recording; `-` writes to standard output.
  ///
  /// - Parameter replacing: whether a file that exists is replaced.
  /// - Throws: `InputError.outputExists`, or `.system` when it cannot be created.
  package convenience init(
    path: String, metadata: RecordingMetadata, replacing: Bool = false
  ) throws(InputError) {
    var text = CanonicalText()
    text.append(metadata)
    self.init(
      RecordingSpool(file: try OutputFile(path: path, replacing: replacing), text: text))
  }

  /// Goes on with the recording of a session that was interrupted, which is as it was found until
  /// `cutTornRow`.
  ///
  /// - Throws: `InputError.notResumable` for a session that came to its end, `.recordingInUse` for
  ///   one that is running, or what opening comes to.
  package convenience init(resuming path: String) throws(InputError) {
    let file = try OutputFile(continuing: path)
    let lastWrite = file.lastWrite
    let end = file.end(bytes: Self.longestLineBytes)
    let lines = end.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let remarks = lines.reversed().prefix { $0.hasPrefix("#") }
    if let reason = remarks.lazy.compactMap(RecordingEnding.obstacle).first {
      throw .notResumable(path: path, reason: reason)
    }
    self.init(
      RecordingSpool(file: file, text: CanonicalText(hasHeader: true)), lastWrite: lastWrite)
  }

  /// Adds what was said of a session to its recording, which is complete without it; where that
  /// fails nothing is lost but this.
  package static func add(_ remark: SessionRemark, to path: String) {
    var text = CanonicalText(hasHeader: true)
    text.append(remark)
    // Standard output is no file that could be added to.
    let file = path == "-" ? -1 : open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = text.bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  private init(_ spool: RecordingSpool, lastWrite: Int64? = nil) {
    self.spool = spool
    self.lastWrite = lastWrite
    timer = DispatchSource.makeTimerSource(queue: disk)
    timer.schedule(
      deadline: .now() + .milliseconds(Self.writeMilliseconds),
      repeating: .milliseconds(Self.writeMilliseconds), leeway: .milliseconds(10))
    timer.setEventHandler { spool.write() }
    timer.resume()
  }

  /// Takes away what stands behind the last whole row of a resumed recording; before anything is
  /// appended.
  package func cutTornRow() { spool.cutTornRow(longestBytes: Self.longestLineBytes) }

  deinit {
    // Ended by an error: keep what can be kept; there is nobody left to tell of another one.
    if !isFinished { try? finish(.interrupted) }
  }

  /// Takes readings in stream order; does not wait for the disk.
  ///
  /// A gyroscope must be in every sample or in none, as every `ReadingSource` guarantees.
  /// - Throws: what went wrong with the file since the last call; nothing more is written then.
  package func append(_ readings: some Collection<MotionReading>) throws(InputError) {
    try spool.append(readings)
  }

  /// What whoever records should know at once, each time once: that the disk is full, which loses
  /// nothing yet, or that it has space again.
  package func notice() -> String? {
    guard spool.isDiskFull != isDiskKnownFull else { return nil }
    isDiskKnownFull.toggle()
    return isDiskKnownFull
      ? "\(path): the disk is full; what comes is kept until there is space"
      : "\(path): there is space again, and nothing is missing"
  }

  /// Waits until the disk has everything.
  ///
  /// - Parameter ending: how the session ended, which decides whether it can be resumed.
  /// - Throws: `InputError` when not everything could be written.
  package func finish(_ ending: RecordingEnding = .whole) throws(InputError) {
    isFinished = true
    timer.cancel()
    let done = DispatchSemaphore(value: 0)
    disk.async { [spool] in
      spool.finish(ending)
      done.signal()
    }
    guard done.wait(timeout: .now() + .seconds(Self.timeoutSeconds)) == .success else {
      throw .diskTooSlow(path: path)
    }
    try spool.append([])
  }
}
