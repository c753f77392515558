import MotionCore

/// Puts the times of a recording right as far as looking ahead allows: counters that start again,
/// jumps of whole hours, rows that are not in order, batches with one time.
///
/// What is left after it, such as a clock that starts at zero again, `ClockRepair` sees to.
struct TimeRepair {
  /// Rows of the end are looked at once more with what follows.
  private static let keptRows = 1024

  /// What is added to the times of the recording since a counter wrapped or a clock jumped.
  private var offset: Int64 = 0
  private var kept = RowBlock()
  private var spread = BurstSpreader()
  private var order = RowOrder()
  private var jumps = ClockJumps()
  private let path: String

  init(path: String) { self.path = path }

  /// Rows that were not in order.
  var reorderedRows: Int { order.movedRows }

  /// What was done, one sentence each.
  func notices() -> [String] {
    order.notices(path: path) + jumps.notices(path: path)
  }

  /// Repairs the next rows; gives those that are settled.
  mutating func repair(
    _ block: consuming RowBlock, isLast: Bool, diagnostics: inout ParseDiagnostics
  ) -> RowBlock {
    let before = kept.rows.count
    var whole = block
    whole.rows.insert(contentsOf: kept.rows, at: 0)
    whole.markers = kept.markers + whole.markers.map { ($0.position + before, $0.marker) }
    kept = RowBlock()
    if offset != 0 {
      for place in before..<whole.rows.count { whole.rows[place].nanoseconds += offset }
    }
    whole.isEven = Self.isEven(whole.rows[...])
    if !whole.isEven {
      RepeatedRows.drop(from: &whole, diagnostics: &diagnostics)
      order.sortShuffled(&whole)
      offset += jumps.undo(in: &whole.rows, from: before)
      order.sortLate(&whole)
      offset += spread.spread(&whole, diagnostics: &diagnostics)
    }
    if !isLast, whole.rows.count > Self.keptRows {
      kept = whole.split(at: whole.rows.count - Self.keptRows)
    }
    return whole
  }

  /// True where times go forward by small steps of a like size: nothing is to be repaired.
  static func isEven(_ rows: ArraySlice<Row>) -> Bool {
    guard let first = rows.first, let last = rows.last, rows.count > 1 else { return true }
    let mean = (last.nanoseconds - first.nanoseconds) / Int64(rows.count - 1)
    let least = max(1, mean / 10)
    var previous = first.nanoseconds - least
    for row in rows {
      let step = row.nanoseconds - previous
      guard step >= least, step <= GapLimit.nanoseconds else { return false }
      previous = row.nanoseconds
    }
    return true
  }
}
