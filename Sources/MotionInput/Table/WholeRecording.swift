import MotionCore

/// A recording of one text that lies there whole: text, rows, repaired times, readings.
struct WholeRecording {
  private let path: String
  private var reader: TextReader
  private var time: TimeRepair
  private var pauses: RecordingPauses?
  private var assembler: RecordingAssembler?
  private var rows = 0
  private var edges = RecordingEdges()
  /// What came of the bytes before any row.
  private var start: [MotionReading] = []
  private var ending = Ending.none

  /// How far the recording has ended.
  private enum Ending {
    case none
    /// There are no more bytes.
    case text
    /// There are no more readings.
    case whole
  }

  init(
    path: String, name: String? = nil, options: ReadingOptions = ReadingOptions(),
    neighbour: @escaping (String) -> String? = { _ in nil }
  ) {
    self.path = path
    reader = TextReader(path: path, name: name, options: options, neighbour: neighbour)
    time = TimeRepair(path: path)
  }

  var plan: TextPlan? { reader.plan }

  var metadata: RecordingMetadata {
    var metadata = reader.comments.metadata
    metadata.device = metadata.device ?? plan?.device
    metadata.clockStart = plan?.clockStart
    return metadata
  }

  var notices: [String] {
    reader.comments.notices(path: path) + (plan?.doubts ?? []).map { "\(path): \($0)" }
      + (assembler?.notices ?? []) + time.notices()
      + reader.diagnostics.joined(assembler?.diagnostics).sentences(path: path)
  }

  var facts: RecordingFacts {
    RecordingFacts(
      format: plan?.format ?? "", decisions: (plan?.decisions ?? []) + (assembler?.decisions ?? []),
      rows: rows, badRows: reader.badRows, reorderedRows: time.reorderedRows)
  }

  /// Takes the next bytes; `next` hands over what comes of them.
  mutating func take(_ chunk: Span<UInt8>) throws(InputError) {
    let before = reader.block.rows.count
    try reader.take(chunk)
    if let plan = reader.plan { try refuseParts(plan) }
    if isEnough(before: before) { try assemble(isLast: false) }
  }

  /// Ends the text.
  mutating func end() throws(InputError) {
    try reader.finish()
    if let plan = reader.plan { try refuseParts(plan) }
    try assemble(isLast: true)
    ending = .text
  }

  /// The next readings; nil where more bytes are needed, and at the end.
  mutating func next() throws(InputError) -> [MotionReading]? {
    if !start.isEmpty {
      defer { start = [] }
      return start
    }
    if let readings = try assembler?.next() { return readings }
    guard case .text = ending else { return nil }
    ending = .whole
    guard let goodRows = assembler?.goodRows, goodRows > 0 else { throw nothingUsable }
    let last = try assembler?.finish() ?? []
    let missing = edges.end(
      unreadableRows: reader.badRowsAtEnd, uselessRows: assembler?.uselessRowsAtEnd ?? 0)
    return last.isEmpty && missing.isEmpty ? nil : last + missing
  }

  /// True where the rows so far can be passed on. Whether they are even is looked at once, with the
  /// chunk of bytes by which they become enough.
  private func isEnough(before: Int) -> Bool {
    let count = reader.block.rows.count
    return count >= RowBlock.mostRows
      || count >= RowBlock.mostEvenRows && before < RowBlock.mostEvenRows
        && TimeRepair.isEven(reader.block.rows[..<RowBlock.mostEvenRows])
  }

  private mutating func assemble(isLast: Bool) throws(InputError) {
    var next =
      assembler
      ?? RecordingAssembler(path: path, rateUnit: plan?.rateUnit ?? .named)
    assembler = nil
    defer { assembler = next }
    rows += reader.block.rows.count
    var repaired = time.repair(reader.drain(), isLast: isLast, diagnostics: &next.diagnostics)
    var pauses = self.pauses ?? RecordingPauses(plan?.pauses ?? [])
    pauses.insert(into: &repaired)
    self.pauses = pauses
    // What is left out before the last check is part of what that says.
    guard !repaired.rows.isEmpty || !repaired.markers.isEmpty else { return }
    start = edges.start(repaired.rows, unreadableRows: reader.badRowsAtStart)
    if !repaired.rows.isEmpty { try next.take(repaired) }
  }

  /// Some files hold only a part of what is needed.
  private func refuseParts(_ plan: TextPlan) throws(InputError) {
    if let error = PartError(path: path, format: plan.format, content: plan.content).error {
      throw error
    }
  }

  private var nothingUsable: InputError {
    let diagnostics = reader.diagnostics.joined(assembler?.diagnostics)
    guard plan != nil, let first = diagnostics.first else {
      return plan == nil ? .empty(path: path) : .noSamples(path: path)
    }
    return .noUsableRow(
      path: path, line: first.line, rows: max(rows, reader.badRows), fault: first.reason)
  }
}

/// What is missing in a file that holds one sensor's part of a recording.
struct PartError {
  let path: String
  let format: String
  let content: Set<TextPlan.Content>

  /// Nil where there is all that is needed.
  var error: InputError? {
    if content.contains(.force) || content.isSuperset(of: [.linear, .gravity]) { return nil }
    if content.contains(.linear) {
      return .unusableColumns(
        path: path, line: 1,
        reason:
          "\(file) holds linear acceleration, from which gravity is removed: tilt and "
          + "holds cannot be measured from it; export the acceleration with gravity "
          + "('\(advice)'), or give the whole folder or zip with its gravity file")
    }
    if content.contains(.gravity) {
      return .unusableColumns(
        path: path, line: 1,
        reason: "\(file) holds gravity alone; give the whole folder or zip")
    }
    return .unusableColumns(
      path: path, line: 1,
      reason: "\(file) holds no acceleration, only rotation; give the accelerometer's "
        + "file, this one with --gyroscope, or the whole folder or zip")
  }

  private var file: String {
    format == GenericTable.title ? "this file" : "this \(format) file"
  }

  private var advice: String {
    switch format {
    case PhyphoxFormat.title: "Acceleration (with g)"
    case SensorLoggerFormat.title: "Total Acceleration, or Accelerometer and Gravity"
    case PhysicsToolboxFormat.title: "G-Force Meter"
    default: "with g"
    }
  }
}

/// What was found out about a recording while it was read.
package struct RecordingFacts: Sendable, Hashable {
  /// What the format is called.
  package var format: String
  /// What was decided and why, one sentence each.
  package var decisions: [String]
  /// Rows that were read.
  package var rows: Int
  /// Rows that could not be used.
  package var badRows: Int
  /// Rows that were not in order of time.
  package var reorderedRows: Int
  /// The files that were read, by name, where there are several.
  package var parts: [String] = []
}
