import MotionCore

/// Rows that are looked at together, with the markers among them.
struct RowBlock {
  /// So many rows are looked at before any is passed on: a session of 40 minutes at 100 Hz. What is
  /// longer is passed on in such pieces, so that memory does not grow with the recording.
  static let mostRows = 1 << 18
  /// So many are enough where the times of all of them need no repair, as almost always: five
  /// minutes at 100 Hz.
  static let mostEvenRows = 1 << 15

  var rows: [Row] = []
  /// True where times go forward by small steps of a like size.
  var isEven = false
  /// Markers, each before the row of this position.
  var markers: [(position: Int, marker: Marker)] = []

  /// True when no more rows are to be waited for.
  var isFull: Bool {
    rows.count >= Self.mostRows || rows.count >= Self.mostEvenRows && goesEvenly
  }

  /// True where times go forward by small steps of a like size: nothing is to be repaired.
  var goesEvenly: Bool {
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

  /// Takes away the rows at these positions; markers stay between the rows that are left.
  mutating func remove(_ places: [Int]) {
    guard !places.isEmpty else { return }
    let removed = Set(places)
    rows = rows.indices.filter { !removed.contains($0) }.map { rows[$0] }
    markers = markers.map { marked in
      (marked.position - places.count { $0 < marked.position }, marked.marker)
    }
  }

  /// Takes away the rows from this position on, with their markers.
  mutating func split(at position: Int) -> RowBlock {
    let rest = RowBlock(
      rows: Array(rows[position...]), isEven: isEven,
      markers: markers.filter { $0.position > position }
        .map { ($0.position - position, $0.marker) })
    rows.removeSubrange(position...)
    markers.removeAll { $0.position > position }
    return rest
  }
}
