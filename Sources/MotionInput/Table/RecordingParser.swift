import MotionCore

/// Turns the bytes of a recording, in pieces of any size, into readings.
///
/// A recording that lies there whole is looked at as a whole before it is passed on (the first
/// `RowBlock.mostRows` rows of a long one); a live stream is passed on row by row. How the bytes
/// arrive makes no difference.
struct RecordingParser {
  private enum Stage {
    case whole(WholeRecording)
    case live(LiveRows)
    /// While its bytes are taken, so that nothing is copied.
    case working
  }

  private var stage: Stage

  init(
    path: String, isLiveLine: Bool = false, name: String? = nil,
    options: ReadingOptions = ReadingOptions(),
    neighbour: @escaping (String) -> String? = { _ in nil }
  ) {
    stage =
      isLiveLine
      ? .live(LiveRows(path: path))
      : .whole(WholeRecording(path: path, name: name, options: options, neighbour: neighbour))
  }

  /// What the comments at the top say.
  var metadata: RecordingMetadata {
    switch stage {
    case .whole(let recording): recording.metadata
    case .live(let rows): rows.metadata
    case .working: RecordingMetadata()
    }
  }

  /// True once it is known how the rows are read, and with it all metadata.
  var hasHeader: Bool {
    switch stage {
    case .whole(let recording): recording.plan != nil
    case .live(let rows): rows.hasHeader
    case .working: false
    }
  }

  /// What was left out, assumed or changed so far.
  var notices: [String] {
    switch stage {
    case .whole(let recording): recording.notices
    case .live(let rows): rows.notices
    case .working: []
    }
  }

  /// What was found out about the recording; nil for a live stream.
  var facts: RecordingFacts? {
    if case .whole(let recording) = stage { recording.facts } else { nil }
  }

  /// What came over a live line and cannot be read, as long as no row could be.
  var unreadable: String? { if case .live(let rows) = stage { rows.unreadable } else { nil } }

  /// Takes the next bytes and hands over the readings that they complete.
  ///
  /// - Parameter arrival: when they came, in nanoseconds on the monotonic clock, for a live stream.
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func parse(
    _ chunk: Span<UInt8>, arrival: Int64 = 0
  ) throws(InputError) -> [MotionReading] {
    switch stage {
    case .whole(var recording):
      stage = .working
      defer { stage = .whole(recording) }
      return try recording.parse(chunk)
    case .live(var rows):
      stage = .working
      defer { stage = .live(rows) }
      return try rows.parse(chunk, arrival: arrival)
    case .working: return []
    }
  }

  /// Ends the recording: the last readings, after the last checks.
  mutating func finish() throws(InputError) -> [MotionReading] {
    switch stage {
    case .whole(var recording):
      defer { stage = .whole(recording) }
      return try recording.finish()
    case .live(var rows):
      defer { stage = .live(rows) }
      return try rows.finish()
    case .working: return []
    }
  }
}
