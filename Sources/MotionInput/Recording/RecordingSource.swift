import MotionCore

/// A recording from a file, a folder, an archive, standard input or a FIFO, or lines in the same
/// form from a serial port.
package final class RecordingSource: ReadingSource {
  private static let chunkBytes = 1 << 17
  /// Readings handed out at once, so that whoever takes them can stop in between.
  private static let mostReadings = 4096

  private enum Stage {
    /// The bytes of one text.
    case text(any ByteSource, RecordingParser)
    /// Several texts, read whole when the first reading is asked for.
    case parts(JoinedRecording)
    case over
  }

  /// The file of the disk that a path names: the archive, where it names a file in one.
  package static func file(of path: String) -> String { Container.named(path)?.archive ?? path }

  /// Where it is read from.
  let path: String
  private let options: ReadingOptions
  private var stage: Stage
  private var chunk = [UInt8](repeating: 0, count: chunkBytes)
  private var hasRead = false
  /// Readings that wait to be handed out.
  private var waiting: ArraySlice<MotionReading> = []

  /// What the recording says of itself.
  package private(set) var metadata = RecordingMetadata()
  /// What had to be left out or changed so far.
  package private(set) var notices: [String] = []
  /// What was found out about the recording while it was read.
  package private(set) var facts: RecordingFacts?

  /// The first line of a live stream that was neither a header nor a row, as long as none came.
  package var unreadable: String? {
    if case .text(_, let parser) = stage { parser.unreadable } else { nil }
  }

  /// Rows that were not in order of time.
  package var reorderedSamples: Int { facts?.reorderedRows ?? 0 }

  /// Opens a file, a folder, an archive or a FIFO, or standard input for `-`.
  ///
  /// The beginning of a file is read here; a FIFO or standard input is not waited for.
  /// - Throws: `InputError` when it cannot be opened or is no recording.
  package convenience init(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(InputError) {
    let container = try Container.open(path)
    if let gyroscope = options.gyroscope {
      try self.init(parts: .pair(container, gyroscope: gyroscope, options: options), options)
      return
    }
    switch container {
    case .single(let bytes): try self.init(bytes, options: options)
    case .several(let files):
      try self.init(parts: RecordingParts(files, options: options), options)
    }
  }

  /// Lines that come from a descriptor; a regular file is read whole.
  convenience init(_ descriptor: consuming FileDescriptor, isLiveLine: Bool) throws(InputError) {
    let isLive = isLiveLine && !descriptor.isRegularFile
    try self.init(FileBytes(descriptor), isLiveLine: isLive)
  }

  /// Lines that come from a serial port.
  convenience init(_ port: SerialBytes) throws(InputError) {
    try self.init(port, isLiveLine: true)
  }

  private init(
    _ bytes: any ByteSource, isLiveLine: Bool = false, options: ReadingOptions = ReadingOptions()
  ) throws(InputError) {
    path = bytes.path
    self.options = options
    let neighbour = FolderNeighbour(of: bytes.path)
    stage = .text(
      bytes,
      RecordingParser(
        path: bytes.path, isLiveLine: isLiveLine, options: options, neighbour: neighbour.text))
    while bytes.isComplete, case .text(_, let parser) = stage, !parser.hasHeader {
      waiting += try read()
    }
  }

  private init(parts: RecordingParts, _ options: ReadingOptions) throws(InputError) {
    path = parts.path
    self.options = options
    if let only = parts.only {
      stage = .text(
        try only.open(),
        RecordingParser(
          path: only.path, name: only.name, options: options, neighbour: only.neighbour))
      while case .text(_, let parser) = stage, !parser.hasHeader { waiting += try read() }
    } else {
      let joined = JoinedRecording(parts, options: options)
      stage = .parts(joined)
      metadata = joined.metadata
    }
  }

  /// Waits, where it comes through a pipe, until all is known that it says of itself.
  ///
  /// - Throws: as `next` does.
  package func readHead() throws(InputError) {
    while waiting.isEmpty, case .text(_, let parser) = stage, !parser.hasHeader {
      waiting += try read()
    }
  }

  /// The next readings: empty when none came within about 0.1 s, nil at the end.
  package func next() throws(InputError) -> [MotionReading]? {
    if waiting.isEmpty {
      waiting = try read()[...]
      if waiting.isEmpty, case .over = stage { return nil }
    }
    let readings = waiting.prefix(Self.mostReadings)
    waiting = waiting.dropFirst(readings.count)
    return Array(readings)
  }

  private func read() throws(InputError) -> [MotionReading] {
    let before = stage
    // What is worked on is nowhere else, so that nothing is copied; after an error it is over.
    stage = .over
    switch consume before {
    case .over: return []
    case .parts(var recording):
      let readings = try recording.read()
      (notices, facts, metadata) = (recording.notices, recording.facts, recording.metadata)
      return readings
    case .text(let bytes, var parser):
      defer { note(bytes, parser) }
      if let readings = try parser.next() {
        stage = .text(bytes, parser)
        return readings
      }
      guard !parser.hasEnded else { return [] }
      switch try bytes.read(into: &chunk) {
      case .nothing: break
      case .bytes(let count):
        if let archive = try openPipedArchive(bytes, count, parser) {
          stage = archive
          return []
        }
        try parser.take(chunk.span.extracting(0..<count), arrival: MonotonicClock.now())
      case .end: try parser.end()
      }
      let readings = try parser.next() ?? []
      stage = .text(bytes, parser)
      return readings
    }
  }

  // The bytes may have something to say, too: a port that was unplugged.
  private func note(_ bytes: any ByteSource, _ parser: RecordingParser) {
    (metadata, facts) = (parser.metadata, parser.facts)
    notices = parser.notices + bytes.notices
  }

  /// What is read on, where an archive comes through a pipe.
  private func openPipedArchive(
    _ bytes: any ByteSource, _ count: Int, _ parser: RecordingParser
  ) throws(InputError) -> Stage? {
    defer { hasRead = true }
    guard !hasRead, !bytes.isComplete, parser.facts != nil,
      ArchiveForm(beginning: chunk.span.extracting(0..<count)) != nil
    else { return nil }
    let archive = try Container.piped(ResumedBytes(Array(chunk[..<count]), then: bytes))
    let parts = try RecordingParts(archive, options: options)
    guard let only = parts.only else {
      return .parts(JoinedRecording(parts, options: options))
    }
    return .text(
      try only.open(),
      RecordingParser(
        path: only.path, name: only.name, options: options, neighbour: only.neighbour))
  }
}

/// Small files beside one of the disk.
private struct FolderNeighbour {
  private let folder: String

  init(of path: String) {
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The text of the file of this name in the same folder; nil where there is none.
  func text(_ name: String) -> String? { try? TextFile.read(folder + name) }
}
