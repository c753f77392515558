import MotionCore

/// Moves what was recorded after each pause, where the clock stood still meanwhile, and marks the gap.
struct RecordingPauses {
  private var next: ArraySlice<TextPlan.Pause>
  /// How long the pauses so far were, in nanoseconds.
  private var added: Int64 = 0
  /// When the last row was recorded, in nanoseconds; nil before the first one.
  private var last: Int64?

  init(_ pauses: [TextPlan.Pause]) { next = pauses[...] }

  /// Takes the next rows, in order of time.
  mutating func insert(into block: inout RowBlock) {
    guard !next.isEmpty || added > 0 else { return }
    for place in block.rows.indices {
      while let pause = next.first, block.rows[place].nanoseconds >= pause.nanoseconds {
        added += pause.length
        if let last {
          let marker = Marker(nanoseconds: last, kind: .gap(reason: .paused))
          let position =
            block.markers.firstIndex { $0.position > place } ?? block.markers.count
          block.markers.insert((place, marker), at: position)
        }
        next.removeFirst()
      }
      block.rows[place].nanoseconds += added
      last = block.rows[place].nanoseconds
    }
  }
}
