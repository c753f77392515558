import MotionCore

/// Rows that are looked at together, with the markers among them.
struct RowBlock {
  /// So many rows are looked at before any is passed on, where their times are to be put right: a
  /// session of 40 minutes at 100 Hz. What is longer is passed on in such pieces, so that memory does
  /// not grow with the recording.
  static let mostRows = 1 << 18
  /// So many, where times are what they should be: the first of them show what the columns are worth.
  static let mostEvenRows = mostRows / 2

  /// From so many rows on there is room for all: memory that is not written to costs nothing, and
  /// what grows by doubling is there twice meanwhile.
  private static let fewRows = 1 << 13
  /// Rows that may come above `mostRows`: those kept back before, and those of a last chunk of bytes.
  private static let spareRows = 1 << 14

  var rows: [Row] = []
  /// True where times go forward by small steps of a like size.
  var isEven = false
  /// Markers, each before the row of this position.
  var markers: [(position: Int, marker: Marker)] = []

  mutating func append(_ row: Row) {
    if rows.count == Self.fewRows { rows.reserveCapacity(Self.mostRows + Self.spareRows) }
    rows.append(row)
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
