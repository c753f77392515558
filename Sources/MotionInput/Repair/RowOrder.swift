import MotionCore

/// Puts rows in order of time that were written in another: blocks that came late, sorted as text,
/// newest first.
struct RowOrder {
  /// Rows later than this are not late but of another time, in nanoseconds.
  private static let longestLateness: Int64 = 5_000_000_000
  /// With more than this share of steps back, the newest row comes first.
  private static let newestFirstShare = 0.9
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

  /// Orders whole segments, where they then follow on each other.
  ///
  /// - Throws: `InputError.unsuitable` for rows in no order at all.
  mutating func sortSegments(_ block: inout RowBlock, path: String) throws(InputError) {
    let rows = block.rows
    let steps = rows.count - 1
    let back = zip(rows, rows.dropFirst()).count { $1.nanoseconds < $0.nanoseconds }
    guard back > 0 else { return }
    if Double(back) > Self.newestFirstShare * Double(steps), steps > 2 {
      block.rows.reverse()
      block.markers = block.markers.map { (rows.count - $0.position, $0.marker) }.reversed()
      isNewestFirst = true
      return
    }
    let segments = Self.segments(rows)
    guard segments.count > 1 else { return }
    let sorted = segments.sorted { rows[$0.lowerBound].nanoseconds < rows[$1.lowerBound].nanoseconds }
    guard sorted != segments, followOn(sorted, rows) else { return }
    let moved = zip(sorted, segments).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : $1.0.count) }
    movedRows += moved
    isReordered = isReordered || Self.isFar(segments, rows)
    let markers = block.markers.map { $0.marker }
    block.rows = sorted.flatMap { rows[$0] }
    block.markers = Self.placed(markers, among: block.rows)
  }

  /// Stretches in which time goes forward.
  private static func segments(_ rows: [Row]) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = 0
    for place in rows.indices.dropFirst()
    where rows[place].nanoseconds < rows[place - 1].nanoseconds {
      segments.append(start..<place)
      start = place
    }
    return segments + [start..<rows.count]
  }

  /// True where each segment begins when the one before it ends.
  private func followOn(_ segments: [Range<Int>], _ rows: [Row]) -> Bool {
    zip(segments, segments.dropFirst()).allSatisfy { one, next in
      let pause = rows[next.lowerBound].nanoseconds - rows[one.upperBound - 1].nanoseconds
      return (0...GapLimit.nanoseconds).contains(pause)
    }
  }

  private static func isFar(_ segments: [Range<Int>], _ rows: [Row]) -> Bool {
    zip(segments, segments.dropFirst()).contains { one, next in
      rows[one.upperBound - 1].nanoseconds - rows[next.lowerBound].nanoseconds > longestLateness
    }
  }

  private static func placed(
    _ markers: [Marker], among rows: [Row]
  ) -> [(position: Int, marker: Marker)] {
    markers.map { marker in
      (rows.firstIndex { $0.nanoseconds >= marker.nanoseconds } ?? rows.count, marker)
    }
    .sorted { $0.position < $1.position }
  }

  /// Sorts rows that come a few seconds late, where that fills the holes they left.
  mutating func sortLateRows(_ block: inout RowBlock) {
    let late = Self.lateness(block.rows)
    guard late.rows > 0, late.most <= Self.longestLateness else { return }
    let sorted = block.rows.enumerated().sorted {
      ($0.element.nanoseconds, $0.offset) < ($1.element.nanoseconds, $1.offset)
    }.map(\.element)
    let usual = Self.usualStep(sorted)
    let short = Int64(Double(usual) * Self.shortStepShare)
    let laidOver = Self.steps(sorted).count { $0 < short } - Self.steps(block.rows).count { abs($0) < short }
    guard laidOver * 2 <= late.rows else { return }
    movedRows += late.rows
    let markers = block.markers.map(\.marker)
    block.rows = sorted
    block.markers = Self.placed(markers, among: sorted)
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

  private static func usualStep(_ rows: [Row]) -> Int64 {
    let steps = steps(rows).sorted()
    return steps.isEmpty ? 0 : steps[steps.count / 2]
  }
}
