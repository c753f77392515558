import MotionCore

/// Puts rows in order of time that were written in another: blocks that came late, sorted as text,
/// newest first.
struct RowOrder {
  /// Rows later than this are not late but of another time, in nanoseconds.
  private static let longestLateness: Int64 = 5_000_000_000
  /// With more than this share of steps back, the newest row comes first.
  private static let newestFirstShare = 0.9
  /// Rows that were only shuffled follow on each other evenly once they are sorted: this share of
  /// their steps is within half of the usual one.
  private static let evenShare = 0.9
  /// Steps shorter than this share of the usual one are those of two clocks laid over another.
  private static let shortStepShare = 0.75

  private(set) var movedRows = 0
  private var isNewestFirst = false
  private var isReordered = false

  /// What was done, one sentence each.
  func notices(path: String) -> [String] {
    if isNewestFirst { return ["\(path): the newest row comes first; read from the end"] }
    guard movedRows > 0 else { return [] }
    let rows = movedRows == 1 ? "1 row was" : "\(movedRows) rows were"
    return [
      isReordered
        ? "\(path): the rows are not in order of time (as after sorting them as text); "
          + "\(rows) put in order"
        : "\(path): \(rows) not in order of time and put in order"
    ]
  }

  /// Sorts rows that were shuffled: of a clock that only began again, sorting would lay one part of
  /// the recording over another, or before it.
  mutating func sortShuffled(_ block: inout RowBlock) {
    let steps = Self.steps(block.rows)
    let back = steps.count { $0 < 0 }
    guard back > 0 else { return }
    if Double(back) > Self.newestFirstShare * Double(steps.count), steps.count > 2 {
      let count = block.rows.count
      block.rows.reverse()
      block.markers = block.markers.map { (count - $0.position, $0.marker) }.reversed()
      isNewestFirst = true
      return
    }
    let order = Self.order(block.rows)
    let sorted = Self.steps(order.map { block.rows[$0] })
    let usual = sorted.sorted()[sorted.count / 2]
    let even = sorted.count { abs($0 - usual) * 2 <= usual }
    let jumps = steps.count { !(0...GapLimit.nanoseconds).contains($0) }
    let holes = sorted.count { $0 > GapLimit.nanoseconds }
    guard Double(even) >= Self.evenShare * Double(sorted.count), holes * 2 < jumps,
      !Self.isLaidOver(sorted, from: steps, moved: Self.moved(order))
    else { return }
    isReordered = isReordered || Self.lateness(block.rows).most > Self.longestLateness
    apply(order, to: &block)
  }

  /// Sorts rows that come a few seconds late, where that fills the holes they left.
  mutating func sortLate(_ block: inout RowBlock) {
    let late = Self.lateness(block.rows)
    guard late.rows > 0, late.most <= Self.longestLateness else { return }
    let order = Self.order(block.rows)
    let sorted = Self.steps(order.map { block.rows[$0] })
    let steps = Self.steps(block.rows)
    if !Self.isLaidOver(sorted, from: steps, moved: late.rows) { apply(order, to: &block) }
  }

  /// True where sorting put rows between others instead of into the holes that they left.
  private static func isLaidOver(_ sorted: [Int64], from steps: [Int64], moved: Int) -> Bool {
    let forward = steps.filter { $0 >= 0 }.sorted()
    guard !forward.isEmpty else { return false }
    let short = Int64(Double(forward[forward.count / 2]) * shortStepShare)
    let added = sorted.count { $0 < short } - steps.count { abs($0) < short }
    return added * 2 > moved
  }

  /// The fewest rows that can be moved to put all in order: those beside the longest run of places
  /// that is in order already.
  private static func moved(_ order: [Int]) -> Int {
    var ends: [Int] = []
    for place in order {
      let index = ends.partitioningIndex { $0 >= place }
      if index == ends.count { ends.append(place) } else { ends[index] = place }
    }
    return order.count - ends.count
  }

  private mutating func apply(_ order: [Int], to block: inout RowBlock) {
    movedRows += Self.moved(order)
    let rows = order.map { block.rows[$0] }
    let markers = block.markers.map { marked in
      let position = rows.firstIndex { $0.nanoseconds >= marked.marker.nanoseconds }
      return (position: position ?? rows.count, marker: marked.marker)
    }
    block = RowBlock(rows: rows, markers: markers.sorted { $0.position < $1.position })
  }

  /// The places of the rows in order of time; of the same time, as they stand.
  private static func order(_ rows: [Row]) -> [Int] {
    rows.indices.sorted { (rows[$0].nanoseconds, $0) < (rows[$1].nanoseconds, $1) }
  }

  private static func lateness(_ rows: [Row]) -> (rows: Int, most: Int64) {
    var newest = Int64.min
    var (count, most) = (0, Int64(0))
    for row in rows {
      if row.nanoseconds < newest {
        count += 1
        most = max(most, newest - row.nanoseconds)
      } else {
        newest = row.nanoseconds
      }
    }
    return (count, most)
  }

  private static func steps(_ rows: [Row]) -> [Int64] {
    zip(rows, rows.dropFirst()).map { $1.nanoseconds - $0.nanoseconds }
  }
}
