import MotionCore

/// Makes readings of rows whose times were repaired: judges the whole, joins sensors with clocks of
/// their own, leaves out what cannot be, and says so.
struct RecordingAssembler {
  private let path: String
  private let rateUnit: ColumnLayout.RateUnit
  private var plausibility: PlausibilityCheck
  private var clock = ClockRepair()
  private var unseen = UnseenSignal()
  private var isJudged = false
  private var gyroscope = Gyroscope.unjudged
  private var lastRate = Vector3.zero
  /// Rows that were taken, from the place on to which readings were made of them.
  private var pending = Pending()
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

  /// So many rows are made readings of at once: all of a long recording would take more memory than
  /// its rows.
  private static let rowsPerPass = 4096

  /// Rows that wait to be made readings of, with what lies among them.
  private struct Pending {
    var rows: [Row] = []
    var place = 0
    var markers: ArraySlice<(position: Int, marker: Marker)> = []
    /// Where the gyroscope failed.
    var faults: ArraySlice<Range<Int>> = []
    /// True where nothing is to be repaired, so that rows pass the clock by.
    var passesClock = false
  }

  /// What becomes of the gyroscope.
  private enum Gyroscope: Equatable {
    case unjudged
    case unused
    case used(factor: Double)
  }

  init(path: String, rateUnit: ColumnLayout.RateUnit) {
    self.path = path
    self.rateUnit = rateUnit
    plausibility = PlausibilityCheck(path: path)
  }

  /// Takes the next rows; `next` hands over what comes of them.
  ///
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func take(_ block: consuming RowBlock) throws(InputError) {
    assert(pending.rows.isEmpty, "rows are lost that were not made readings of")
    var faults: [Range<Int>] = []
    fillRates(&block)
    if !isJudged {
      faults = try judge(block.rows)
    } else if case .used(let factor) = gyroscope {
      faults = GyroscopeCheck(block.rows).faults(factor: factor)
    }
    let passesClock = block.isEven && block.rows.first.map { clock.passes($0.nanoseconds) } == true
    pending = Pending(
      rows: block.rows, markers: block.markers[...], faults: faults[...], passesClock: passesClock)
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
    // Looked at where they stand: a copy of them takes as much memory as they do.
    let signal = rows.lazy.filter { $0.force.length >= UnseenSignal.smallestForce }
    try plausibility.judge(rows, signal: signal)
    if RestNoise(signal).isShown {
      unseen.longestStandstill = UnseenSignal.noisyStandstill
    }
    guard gyroscope == .unjudged, rows.contains(where: \.hasRate) else {
      gyroscope = .unused
      return []
    }
    switch GyroscopeCheck(rows).finding(rateUnit) {
    case .usable(let factor, let unit, let faults):
      gyroscope = .used(factor: factor)
      if let unit {
        decisions.append("rotation in \(unit): so it turns gravity as it is seen to turn")
        if rateUnit == .usual {
          notices.append(
            "\(path): nothing names the unit of the rotation; read in \(unit), since so it turns "
              + "gravity as it is seen to turn (else say --units rotation=rad/s)")
        }
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

  /// The next readings of the rows that were taken; nil where all were handed over.
  ///
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func next() throws(InputError) -> [MotionReading]? {
    guard pending.place < pending.rows.count else { return nil }
    var output: [MotionReading] = []
    output.reserveCapacity(Self.rowsPerPass)
    if pending.place == 0, pending.passesClock { pass(&output) }
    let end = min(pending.place + Self.rowsPerPass, pending.rows.count)
    while pending.place < end {
      try takePending(&output)
      pending.place += 1
    }
    if end == pending.rows.count { closePending() }
    pass(&output)
    return output
  }

  /// Makes a reading of the row at the pending place, after the markers before it.
  @inline(__always)
  private mutating func takePending(_ output: inout [MotionReading]) throws(InputError) {
    let (place, passesClock) = (pending.place, pending.passesClock)
    let row = pending.rows[place]
    while let marked = pending.markers.first, marked.position <= place {
      if passesClock {
        unseen.take(.marker(marked.marker), into: &output)
      } else {
        clock.add(marked.marker)
      }
      pending.markers.removeFirst()
    }
    if let fault = pending.faults.first, fault.contains(place) {
      guard place + 1 == fault.upperBound else { return }
      let marker = Marker(nanoseconds: row.nanoseconds, kind: .gap(reason: .gyroscopeFault))
      if passesClock { output.append(.marker(marker)) } else { clock.add(marker) }
      pending.faults.removeFirst()
    } else if let sample = sample(of: row) {
      goodRows += 1
      uselessRowsAtEnd = 0
      if passesClock {
        unseen.take(.sample(sample), into: &output)
      } else {
        do { try clock.add(sample, line: row.line) } catch { throw clockStands(error) }
      }
    }
  }

  /// Lets go of the rows, and of the markers behind the last of them.
  private mutating func closePending() {
    if pending.passesClock, let last = pending.rows.last { clock.passed(last.nanoseconds) }
    for marked in pending.markers { clock.add(marked.marker) }
    pending = Pending()
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
