import MotionCore

/// A recording of several texts: sensors with files of their own, brought to one clock.
struct JoinedRecording {
  /// Longer recordings of several files are not joined, in rows of one file: 11 hours at 100 Hz.
  private static let mostRows = 1 << 22

  private let parts: RecordingParts
  private let options: ReadingOptions
  private(set) var metadata = RecordingMetadata()
  private(set) var notices: [String] = []
  private(set) var facts: RecordingFacts

  init(_ parts: RecordingParts, options: ReadingOptions) {
    self.parts = parts
    self.options = options
    let plans = parts.all.map(\.plan)
    metadata.device = plans.lazy.compactMap(\.device).first
    metadata.clockStart = plans.lazy.compactMap(\.clockStart).first
    facts = RecordingFacts(
      format: plans.first?.format ?? "", decisions: [], rows: 0, badRows: 0, reorderedRows: 0)
    facts.parts = parts.all.map(\.name)
  }

  /// All readings.
  ///
  /// - Throws: `InputError` where a file cannot be read, or they are not of the same time.
  mutating func read() throws(InputError) -> [MotionReading] {
    var block = try forces()
    if let rotation = parts.rotation { try join(rotation, to: &block) }
    let unit = (parts.rotation ?? parts.force)?.plan.rateUnit ?? .named
    var assembler = RecordingAssembler(path: parts.path, rateUnit: unit)
    try assembler.take(block)
    var readings: [MotionReading] = []
    while let more = try assembler.next() { readings += more }
    readings += try assembler.finish()
    notices += assembler.notices + assembler.diagnostics.sentences(path: parts.path)
    facts.decisions += assembler.decisions
    guard assembler.goodRows > 0 else { throw .noSamples(path: parts.path) }
    return readings
  }

  private mutating func forces() throws(InputError) -> RowBlock {
    if let force = parts.force { return try rows(of: force) }
    guard let gravity = parts.gravity, let linear = parts.linear else {
      throw .noSamples(path: parts.path)
    }
    let one = ChannelJoiner.Channel(forcesOf: try rows(of: gravity).rows)
    let other = ChannelJoiner.Channel(forcesOf: try rows(of: linear).rows)
    try requireSameTime(one, gravity, other, linear)
    facts.decisions.append("gravity and the acceleration without it were added on their times")
    return RowBlock(rows: ChannelJoiner.sum(one, other))
  }

  private mutating func join(
    _ part: RecordingParts.Part, to block: inout RowBlock
  ) throws(InputError) {
    let force = ChannelJoiner.Channel(forcesOf: block.rows)
    let rate = ChannelJoiner.Channel(ratesOf: try rows(of: part).rows)
    if let main = parts.force ?? parts.gravity { try requireSameTime(force, main, rate, part) }
    block.rows = ChannelJoiner.join(force: force, rate: rate)
    facts.decisions.append("the gyroscope of '\(part.name)' was joined on its times")
    if parts.replacesRotation {
      notices.append("\(part.path): taken in place of the gyroscope that the recording has itself")
    }
  }

  /// Reads one file whole and repairs its times.
  private mutating func rows(of part: RecordingParts.Part) throws(InputError) -> RowBlock {
    var reader = TextReader(
      path: part.path, name: part.name, options: options, neighbour: part.neighbour)
    let bytes = try part.open()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case .bytes(let count) = try bytes.read(into: &buffer) {
      try reader.take(buffer.span.extracting(0..<count))
      guard reader.block.rows.count <= Self.mostRows else {
        throw .unsuitable(
          path: part.path, found: "more than \(Self.mostRows) rows",
          expected: "at most that where files are joined; cut it into shorter ones")
      }
    }
    try reader.finish()
    var time = TimeRepair(path: part.path)
    var diagnostics = ParseDiagnostics()
    facts.rows += reader.block.rows.count
    facts.badRows += reader.badRows
    // What one part lacks another may have.
    let found = reader.plan.map { $0.decisions + $0.doubts } ?? []
    facts.decisions += found.map { "\(part.name): \($0)" }
    var block = time.repair(reader.drain(), isLast: true, diagnostics: &diagnostics)
    facts.reorderedRows += time.reorderedRows
    notices +=
      bytes.notices + time.notices()
      + reader.diagnostics.joined(diagnostics).sentences(path: part.path)
    var pauses = RecordingPauses(part.plan.pauses)
    pauses.insert(into: &block)
    return block
  }

  private func requireSameTime(
    _ one: ChannelJoiner.Channel, _ part: RecordingParts.Part, _ other: ChannelJoiner.Channel,
    _ otherPart: RecordingParts.Part
  ) throws(InputError) {
    guard let span = one.span, let otherSpan = other.span else {
      throw .noSamples(path: one.span == nil ? part.path : otherPart.path)
    }
    guard !span.overlaps(otherSpan) else { return }
    throw .notSameTime(
      path: part.path, span: Self.text(span), other: otherPart.path, otherSpan: Self.text(otherSpan)
    )
  }

  /// A span of a clock for a person: dates where it counts from 1970.
  private static func text(_ span: ClosedRange<Int64>) -> String {
    let seconds = [span.lowerBound, span.upperBound].map { Double($0) / Units.nanosecondsPerSecond }
    guard seconds[0] > smallestDate else {
      return "from \((seconds[0] * 10).rounded() / 10) to \((seconds[1] * 10).rounded() / 10) s"
    }
    return "from \(WallClock.text(of: Int(seconds[0]))) to \(WallClock.text(of: Int(seconds[1])))"
  }

  private static let smallestDate = 1e8
}
