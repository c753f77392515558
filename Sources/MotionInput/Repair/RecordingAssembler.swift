import MotionCore

/// Makes readings of rows whose times were repaired: judges the whole, joins sensors with clocks of
/// their own, leaves out what cannot be, and says so.
struct RecordingAssembler {
  private let path: String
  private let isRateUnitKnown: Bool
  private var plausibility: PlausibilityCheck
  private var clock = ClockRepair()
  private var unseen = UnseenSignal()
  private var isJudged = false
  private var gyroscope = Gyroscope.unjudged
  private var lastRate = Vector3.zero
  private(set) var goodRows = 0
  /// Rows behind the last good one.
  private(set) var uselessRowsAtEnd = 0
  private(set) var notices: [String] = []
  /// What was decided and why, for `inspect`.
  private(set) var decisions: [String] = []
  var diagnostics: ParseDiagnostics {
    get { clock.diagnostics }
    set { clock.diagnostics = newValue }
  }

  /// So many rows go through the clock before they are passed on.
  private static let rowsPerPass = 4096

  /// What becomes of the gyroscope.
  private enum Gyroscope: Equatable {
    case unjudged
    case unused
    case used(factor: Double)
  }

  init(path: String, isRateUnitKnown: Bool) {
    self.path = path
    self.isRateUnitKnown = isRateUnitKnown
    plausibility = PlausibilityCheck(path: path)
  }

  /// Takes the next rows.
  ///
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func take(_ block: RowBlock) throws(InputError) -> [MotionReading] {
    var block = block
    var faults: [Range<Int>] = []
    fillRates(&block)
    if !isJudged { faults = try judge(block.rows) }
    return try readings(block, faults)
  }

  /// Ends the recording: the last readings, after the last checks.
  mutating func finish() throws(InputError) -> [MotionReading] {
    try plausibility.finish()
    do { try clock.finish() } catch { throw clockStands(error) }
    if let unplaced = diagnostics.found(.unplaced), unplaced.rows + 1 >= goodRows {
      throw .clockStands(path: path, line: unplaced.line, rows: goodRows)
    }
    var output: [MotionReading] = []
    pass(&output)
    unseen.finish(into: &output)
    if unseen.hasSeenNothing { throw .noSignal(path: path, rows: goodRows) }
    if unseen.droppedRows > 0 {
      notices.append(
        "\(path): \(unseen.droppedRows) rows with every axis at the end of its scale; left out")
    }
    return output
  }

  /// The first rows of a recording say what its columns are worth.
  private mutating func judge(_ rows: [Row]) throws(InputError) -> [Range<Int>] {
    isJudged = true
    let signal = rows.filter { $0.force.length >= UnseenSignal.smallestForce }
    try plausibility.judge(rows, signal: signal)
    if RestNoise(signal).isShown {
      unseen.longestStandstill = UnseenSignal.noisyStandstill
    }
    guard gyroscope == .unjudged, rows.contains(where: \.hasRate) else {
      gyroscope = .unused
      return []
    }
    switch GyroscopeCheck(rows).finding(isUnitKnown: isRateUnitKnown) {
    case .usable(let factor, let unit, let faults):
      gyroscope = .used(factor: factor)
      if let unit {
        decisions.append("rotation in \(unit): so it turns gravity as it is seen to turn")
      }
      return faults
    case .unusable(let reason):
      drop(reason)
      return []
    }
  }

  private mutating func drop(_ reason: String) {
    gyroscope = .unused
    notices.append("\(path): \(reason); measured without it")
    decisions.append("the gyroscope is not used: \(reason)")
  }

  private mutating func readings(
    _ block: RowBlock, _ faults: [Range<Int>]
  ) throws(InputError) -> [MotionReading] {
    var output: [MotionReading] = []
    output.reserveCapacity(block.rows.count + block.markers.count)
    var markers = block.markers[...]
    var faults = faults[...]
    // Where nothing is to be repaired rows pass the clock by.
    let passes = block.isEven && block.rows.first.map { clock.passes($0.nanoseconds) } == true
    if passes { pass(&output) }
    for (place, row) in block.rows.enumerated() {
      while let marked = markers.first, marked.position <= place {
        if passes {
          unseen.take(.marker(marked.marker), into: &output)
        } else {
          clock.add(marked.marker)
        }
        markers = markers.dropFirst()
      }
      if let fault = faults.first, fault.contains(place) {
        guard place + 1 == fault.upperBound else { continue }
        let marker = Marker(nanoseconds: row.nanoseconds, kind: .gap(reason: .gyroscopeFault))
        if passes { output.append(.marker(marker)) } else { clock.add(marker) }
        faults = faults.dropFirst()
      } else if let sample = sample(of: row) {
        goodRows += 1
        uselessRowsAtEnd = 0
        if passes {
          unseen.take(.sample(sample), into: &output)
        } else {
          do { try clock.add(sample, line: row.line) } catch { throw clockStands(error) }
        }
      }
      if place.isMultiple(of: Self.rowsPerPass) { pass(&output) }
    }
    if passes, let last = block.rows.last { clock.passed(last.nanoseconds) }
    for marked in markers { clock.add(marked.marker) }
    pass(&output)
    return output
  }

  /// In SI units, on the recording grid; nil for what no sensor reads.
  @inline(__always)
  private mutating func sample(of row: Row) -> IMUSample? {
    var sample = IMUSample(nanoseconds: row.nanoseconds, specificForce: row.force)
    if case .used(let factor) = gyroscope {
      sample.angularRate = row.hasRate ? row.rate * factor : .zero
    }
    sample = RecordingGrid.round(sample)
    guard WornSensorRange.contains(sample.specificForce) else {
      clock.diagnostics.note(.beyondRange, line: row.line)
      uselessRowsAtEnd += 1
      return nil
    }
    if let rate = sample.angularRate, !WornSensorRange.contains(rate: rate) {
      clock.diagnostics.note(.rateBeyondRange, line: row.line)
      sample.angularRate = lastRate
    }
    lastRate = sample.angularRate ?? .zero
    return sample
  }

  @inline(__always)
  private mutating func pass(_ output: inout [MotionReading]) {
    for reading in clock.drain() { unseen.take(reading, into: &output) }
  }

  private func clockStands(_ stop: BatchSpreader.Stopped) -> InputError {
    .clockStands(path: path, line: stop.line, rows: BatchSpreader.mostRows)
  }
}

// MARK: - Rows without a rate

extension RecordingAssembler {
  /// A gyroscope may lack this share of the rows and still be used.
  private static let largestLack = 0.1
  /// A longer hole is no blank, in nanoseconds.
  private static let longestHole: Int64 = 5_000_000_000
  /// From this share of rows on that lack a force and have a rate, the two have clocks of their
  /// own.
  private static let ownClockShare = 0.2

  /// Sees to it that every row has a force, and a rate or none has one.
  private mutating func fillRates(_ block: inout RowBlock) {
    let rows = block.rows
    let (forces, rates) = (rows.count(where: \.hasForce), rows.count(where: \.hasRate))
    guard forces < rows.count || rates > 0 && rates < rows.count else { return }
    let lacking = rows.count - forces
    if forces == 0 || Double(lacking) < Self.ownClockShare * Double(rows.count) {
      for row in rows where !row.hasForce { diagnostics.note(.emptyField, line: row.line) }
    } else if gyroscope == .unjudged {
      decisions.append(
        "accelerometer and gyroscope stand in rows of their own and were joined on their times")
    }
    let force = ChannelJoiner.Channel(forcesOf: rows)
    var joined = ChannelJoiner.join(force: force, rate: .init(ratesOf: rows))
    if gyroscope != .unused { fillHoles(&joined) }
    block.markers = block.markers.map { marked in
      let time = rows.indices.contains(marked.position) ? rows[marked.position].nanoseconds : .max
      return (joined.firstIndex { $0.nanoseconds >= time } ?? joined.count, marked.marker)
    }
    block.rows = joined
  }

  /// Where the rate is blank for a moment nothing is known to turn; where it is for longer, the
  /// column is of no use.
  private mutating func fillHoles(_ rows: inout [Row]) {
    let lacking = rows.indices.filter { !rows[$0].hasRate }
    guard let first = lacking.first, lacking.count < rows.count else { return }
    let longest = Self.longestHole(in: rows, at: lacking)
    let seconds = Double(longest) / Units.nanosecondsPerSecond
    // One row is the torn end of a recording, however short.
    let fewest = max(1, Self.largestLack * Double(rows.count))
    let isLarge = Double(lacking.count) > fewest || longest > Self.longestHole
    if isLarge, gyroscope == .unjudged {
      drop(
        "the gyroscope is missing in \(lacking.count) of \(rows.count) rows, the first in line "
          + "\(rows[first].line), for \((seconds * 10).rounded() / 10) s at once")
      for place in rows.indices { rows[place].rate = Row.nothing }
    } else {
      for place in lacking { rows[place].rate = .zero }
      guard longest > GapLimit.nanoseconds else { return }
      notices.append(
        "\(path):\(rows[first].line): the gyroscope is blank in \(lacking.count) rows, the first "
          + "here; taken as no rotation")
    }
  }

  /// How long the rate is missing at once, in nanoseconds; `lacking` are the rows without it.
  private static func longestHole(in rows: [Row], at lacking: [Int]) -> Int64 {
    var longest: Int64 = 0
    var start = lacking.first ?? 0
    for (place, next) in zip(lacking, lacking.dropFirst() + [.max]) where next != place + 1 {
      longest = max(longest, rows[place].nanoseconds - rows[start].nanoseconds)
      start = next
    }
    return longest
  }
}
