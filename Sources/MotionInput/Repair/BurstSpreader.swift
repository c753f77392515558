import MotionCore

/// Gives each row of a batch its own time.
///
/// Sensors that deliver in batches, and times written with too few digits, stamp many rows alike or
/// nearly so. Those rows were taken since the time before, at an even rate, so that is where they
/// are put; the last keeps its time. Rows are written in batches where most of the time passes in
/// steps much longer than the usual one.
struct BurstSpreader {
  /// Batches come this often at least, in nanoseconds.
  private static let longestInterval: Int64 = 15_000_000_000
  /// Between two batches a longer pause is a gap, in nanoseconds.
  private static let longestLag: Int64 = 2_500_000_000
  /// Rows further apart than this within a batch have times of their own, and what lies between the
  /// batches are gaps, in nanoseconds: sensors of people give 400 rows a second at most.
  private static let longestBatchedStep: Int64 = 2_500_000
  /// Up to so many rows that share one time and all values were written several times.
  private static let mostCopies = 4
  /// Of a longer interval than rows explain, so much is taken by the rows.
  private static let largestExcess = 1.4

  /// Spreads what is batched; gives what was added to the times in the end, in nanoseconds: where
  /// the clock stood, the rows say how long.
  mutating func spread(
    _ block: inout RowBlock, diagnostics: inout ParseDiagnostics
  ) -> Int64 {
    dropCopies(&block, diagnostics: &diagnostics)
    let isApart =
      block.rows.contains { !$0.hasForce } && !block.rows.contains { $0.hasForce && $0.hasRate }
    guard isApart else { return spreadBatches(&block, diagnostics: &diagnostics) }
    // Two sensors that have rows of their own: what one measured right after the other is no batch.
    var (forces, rates) = (RowBlock(), RowBlock())
    for row in block.rows {
      if row.hasForce { forces.rows.append(row) } else { rates.rows.append(row) }
    }
    let stood = max(
      spreadBatches(&forces, diagnostics: &diagnostics),
      spreadBatches(&rates, diagnostics: &diagnostics))
    block.rows = Self.merged(forces.rows, rates.rows)
    return stood
  }

  /// The rows of two sensors by time, those of each in the order in which they were.
  private static func merged(_ some: [Row], _ others: [Row]) -> [Row] {
    var next = others.startIndex
    var merged: [Row] = []
    merged.reserveCapacity(some.count + others.count)
    for row in some {
      while next < others.endIndex, others[next].nanoseconds < row.nanoseconds {
        merged.append(others[next])
        next += 1
      }
      merged.append(row)
    }
    return merged + others[next...]
  }

  private mutating func spreadBatches(
    _ block: inout RowBlock, diagnostics: inout ParseDiagnostics
  ) -> Int64 {
    let steps = zip(block.rows, block.rows.dropFirst()).map { $1.nanoseconds - $0.nanoseconds }
    guard steps.contains(where: { $0 >= 0 }), let within = Self.longestStepWithin(steps) else {
      return 0
    }
    let groups = Self.groups(steps, within: within)
    guard let period = Self.period(groups, block.rows) else { return 0 }
    var previous: Int64?
    var stood: Int64 = 0
    // How much longer the time before a batch was than its rows take.
    var credit: Int64 = 0
    for group in groups {
      let stamp = block.rows[group.upperBound - 1].nanoseconds
      let line = block.rows[group.lowerBound].line
      let lag = previous.map { Int64(Double(group.count) * period) - (stamp - $0) } ?? 0
      if let previous, stamp >= previous, lag - credit > Self.longestLag {
        diagnostics.note(.stood, line: line, rows: group.count)
        stood = placeStanding(group, in: &block.rows, from: previous + stood, period, stood: stood)
      } else {
        if group.count > 1 {
          diagnostics.note(.spread, line: line, rows: group.count)
          place(group, in: &block.rows, after: previous, period: period)
        }
        for row in group { block.rows[row].nanoseconds += stood }
      }
      credit = max(0, -lag)
      previous = stamp
    }
    keepOrder(&block.rows)
    return stood
  }

  /// Steps up to this are inside of a batch, in nanoseconds; nil where nothing is batched.
  private static func longestStepWithin(_ steps: [Int64]) -> Int64? {
    let usable = steps.filter { (0...longestInterval).contains($0) }.sorted()
    guard !usable.isEmpty else { return nil }
    let median = usable[usable.count / 2]
    let all = usable.reduce(0, +)
    let small = usable.prefix { $0 <= 3 * median }.reduce(0, +)
    let isLumpy = Double(small) < 0.5 * Double(all)
    guard isLumpy, median < longestBatchedStep else { return usable[0] == 0 ? 0 : nil }
    return max(3 * median, all / Int64(usable.count) / 10)
  }

  private static func groups(_ steps: [Int64], within: Int64) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for (place, step) in steps.enumerated() where step < 0 || step > within {
      groups.append(start..<place + 1)
      start = place + 1
    }
    return groups + [start..<steps.count + 1]
  }

  /// The usual time from row to row, in nanoseconds.
  private static func period(_ groups: [Range<Int>], _ rows: [Row]) -> Double? {
    let periods = zip(groups, groups.dropFirst()).compactMap { one, next -> Double? in
      let interval = rows[next.upperBound - 1].nanoseconds - rows[one.upperBound - 1].nanoseconds
      guard (1...longestInterval).contains(interval) else { return nil }
      return Double(interval) / Double(next.count)
    }.sorted()
    guard !periods.isEmpty else { return nil }
    let period = periods[periods.count / 2]
    return period <= Double(GapLimit.nanoseconds) ? period : nil
  }

  private func place(
    _ group: Range<Int>, in rows: inout [Row], after previous: Int64?, period: Double
  ) {
    let stamp = rows[group.upperBound - 1].nanoseconds
    let count = Double(group.count)
    let usual = count * period
    let interval = previous.map { Double(stamp - $0) } ?? usual
    let isExplained =
      interval <= max(usual * Self.largestExcess, Double(GapLimit.nanoseconds))
    let span = isExplained ? interval : usual
    // Rows that take less than the time since the batch before follow on it; behind a gap they end
    // with their stamp.
    let isLate = !isExplained && interval > Double(Self.longestLag)
    let end = isExplained || isLate ? Double(stamp) : Double(stamp) - interval + span
    for (number, place) in group.enumerated() {
      let time = end - span * (count - Double(number + 1)) / count
      rows[place].nanoseconds = RecordingGrid.round(nanoseconds: Int64(time))
    }
  }

  /// Places rows that came while the clock stood, at the usual rate; gives how long it has stood by
  /// then, in nanoseconds.
  private func placeStanding(
    _ group: Range<Int>, in rows: inout [Row], from start: Int64, _ period: Double, stood: Int64
  ) -> Int64 {
    let stamp = rows[group.upperBound - 1].nanoseconds
    for (number, place) in group.enumerated() {
      rows[place].nanoseconds = RecordingGrid.round(
        nanoseconds: start + Int64(Double(number + 1) * period))
    }
    let end = rows[group.upperBound - 1].nanoseconds
    // A clock that jumps to where it should be was right before and after.
    let isRightAgain =
      group.upperBound < rows.count && rows[group.upperBound].nanoseconds + stood > end
    return isRightAgain ? stood : end - stamp
  }

  /// Rows that are there twice, to the last value.
  private func dropCopies(_ block: inout RowBlock, diagnostics: inout ParseDiagnostics) {
    var copies: [Int] = []
    var place = 0
    while place < block.rows.count {
      let row = block.rows[place]
      var end = place + 1
      while end < block.rows.count, block.rows[end].nanoseconds == row.nanoseconds { end += 1 }
      let areCopies =
        (2...Self.mostCopies).contains(end - place)
        && block.rows[place..<end].allSatisfy { $0.isCopy(of: row) }
      if areCopies { copies += place + 1..<end }
      place = end
    }
    for place in copies { diagnostics.note(.duplicate, line: block.rows[place].line) }
    block.remove(copies)
  }

  private func keepOrder(_ rows: inout [Row]) {
    for place in rows.indices.dropFirst() {
      let least = rows[place - 1].nanoseconds + RecordingGrid.nanoseconds
      let isSame = rows[place].nanoseconds <= rows[place - 1].nanoseconds
      if isSame, rows[place - 1].nanoseconds - rows[place].nanoseconds < GapLimit.nanoseconds / 10 {
        rows[place].nanoseconds = least
      }
    }
  }
}

extension Row {
  /// The same time and values; what is blank in both is alike.
  func isCopy(of other: Row) -> Bool {
    func isSame(_ a: Vector3, _ b: Vector3) -> Bool { a == b || a.x.isNaN && b.x.isNaN }
    return nanoseconds == other.nanoseconds && isSame(force, other.force)
      && isSame(rate, other.rate)
  }
}
