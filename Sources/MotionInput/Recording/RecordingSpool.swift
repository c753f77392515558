import MotionCore
import Synchronization

/// What lies between a live session and the disk: the session puts readings in, the disk's thread
/// takes them out.
final class RecordingSpool: Sendable {
  /// So many readings may wait: some ten minutes of the fastest sensors.
  private static let mostWaiting = 1 << 18
  /// So many bytes of rows may wait for a disk that is full: an hour at 100 rows a second.
  private static let mostWaitingBytes = 1 << 25
  /// After so many writes the disk is made to keep them (every 0.6 s): with those that wait for the
  /// next write, and the time that a disk takes, less than a second is lost when the power goes.
  private static let writesPerSync = 3

  private struct Waiting {
    var readings: [MotionReading] = []
    var failure: InputError?
    /// Time of the last reading that was written, in nanoseconds of the stream.
    var written: Int64?
    var isDiskFull = false
  }

  private struct Output {
    /// Nil when nothing more is to be written.
    var file: OutputFile?
    var text: CanonicalText
    /// Time of the last reading in the text.
    var last: Int64?
    var writes = 0
  }

  let path: String
  private let waiting = Mutex(Waiting())
  /// Held for as long as the disk takes; only its own thread waits for it.
  private let output: Mutex<Output>

  /// A spool that writes to a file, beginning with what is in `text`.
  init(file: OutputFile, text: CanonicalText) {
    path = file.path
    output = Mutex(Output(file: file, text: text))
  }

  /// Takes away what stands behind the last whole row, which is no longer than this.
  func cutTornRow(longestBytes: Int) {
    output.withLock { output in
      guard let file = output.file else { return }
      var end = file.end(bytes: longestBytes)
      // A power failure may leave zeros for longer than a row.
      while !end.isEmpty, end.allSatisfy({ $0 == 0 }) {
        file.cutRow(after: end[...])
        end = file.end(bytes: longestBytes)
      }
      file.cutRow(after: end[...])
    }
  }

  /// Time of the last reading that was written, in nanoseconds of the stream; nil before the first.
  var written: Int64? { waiting.withLock { $0.written } }

  /// True while what comes is kept because the disk is full.
  var isDiskFull: Bool { waiting.withLock { $0.isDiskFull } }

  /// Takes readings; throws what went wrong before.
  func append(_ readings: some Collection<MotionReading>) throws(InputError) {
    let failure: InputError? = waiting.withLock { waiting in
      guard waiting.failure == nil else { return waiting.failure }
      waiting.readings += readings
      if waiting.readings.count > Self.mostWaiting {
        waiting.failure = .diskTooSlow(path: path)
        waiting.readings = []
      }
      return waiting.failure
    }
    if let failure { throw failure }
  }

  /// Writes out what waits; what a full disk does not take waits on.
  func write() {
    output.withLock { output in
      attempt(&output, mostWaitingBytes: Self.mostWaitingBytes) { file, output throws(InputError) in
        try writeOut(&output, to: file)
        output.writes += 1
        if output.writes.isMultiple(of: Self.writesPerSync) { try file.sync() }
        if output.writes == Self.writesPerSync { file.syncFolder() }
      }
    }
  }

  /// Writes out the rest and waits for the disk.
  func finish(_ ending: RecordingEnding) {
    output.withLock { output in
      attempt(&output) { file, output throws(InputError) in
        try writeOut(&output, to: file)
        if let words = ending.words { output.text.append(comment: "\(words) \(WallClock.now())") }
        try file.write(output.text.bytes)
        try file.sync()
      }
      output.file = nil
    }
  }

  private func attempt(
    _ output: inout Output, mostWaitingBytes: Int = 0,
    _ work: (OutputFile, inout Output) throws(InputError) -> Void
  ) {
    guard let file = output.file else { return }
    do throws(InputError) {
      try work(file, &output)
      waiting.withLock { $0.isDiskFull = false }
    } catch {
      let kept = output.text.bytes.count
      if error.isFullDisk, kept > 0, kept <= mostWaitingBytes {
        return waiting.withLock { $0.isDiskFull = true }
      }
      output.file = nil
      waiting.withLock { $0 = Waiting(failure: $0.failure ?? error, written: $0.written) }
    }
  }

  private func writeOut(_ output: inout Output, to file: OutputFile) throws(InputError) {
    let readings = waiting.withLock { waiting in
      defer { waiting.readings = [] }
      return waiting.readings
    }
    for reading in readings { output.text.append(reading) }
    output.last = readings.last?.nanoseconds ?? output.last
    try file.write(from: &output.text.bytes)
    waiting.withLock { [last = output.last] in $0.written = last }
  }
}
