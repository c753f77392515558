import MotionCore

/// Turns the bytes of a recording, in pieces of any size, into readings.
///
/// A recording that lies there whole is looked at as a whole before it is passed on (the first
/// `RowBlock.mostEvenRows` rows of a long one, or more); a live stream is passed on row by row. How
/// the bytes arrive makes no difference.
struct RecordingParser {
  // One of the two.
  private var whole: WholeRecording?
  private var live: LiveRows?
  /// True once there are no more bytes; readings may be left.
  private(set) var hasEnded = false

  init(
    path: String, isLiveLine: Bool = false, name: String? = nil,
    options: ReadingOptions = ReadingOptions(),
    neighbour: @escaping (String) -> String? = { _ in nil }
  ) {
    if isLiveLine {
      live = LiveRows(path: path)
    } else {
      whole = WholeRecording(path: path, name: name, options: options, neighbour: neighbour)
    }
  }

  /// What the comments at the top say.
  var metadata: RecordingMetadata { whole?.metadata ?? live?.metadata ?? RecordingMetadata() }

  /// True once it is known how the rows are read, and with it all metadata.
  var hasHeader: Bool { whole.map { $0.plan != nil } ?? live?.hasHeader ?? false }

  /// What was left out, assumed or changed so far.
  var notices: [String] { whole?.notices ?? live?.notices ?? [] }

  /// What was found out about the recording; nil for a live stream.
  var facts: RecordingFacts? { whole?.facts }

  /// What came over a live line and cannot be read, as long as no row could be.
  var unreadable: String? { live?.unreadable }

  /// Takes the next bytes; `next` hands over the readings that they complete.
  ///
  /// - Parameter arrival: when they came, in nanoseconds on the monotonic clock, for a live stream.
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func take(_ chunk: Span<UInt8>, arrival: Int64 = 0) throws(InputError) {
    try whole?.take(chunk)
    try live?.take(chunk, arrival: arrival)
  }

  /// Ends the recording; `next` hands over the last readings, after the last checks.
  ///
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func end() throws(InputError) {
    hasEnded = true
    try whole?.end()
    try live?.end()
  }

  /// The next readings, some thousands at most of a recording that lies there whole; nil where more
  /// bytes are needed, and at the end.
  ///
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func next() throws(InputError) -> [MotionReading]? {
    try whole?.next() ?? live?.next()
  }
}
