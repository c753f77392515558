/// Movements that turn out to be one.
extension AxisTracker {
  /// A local minimum under this share of the way to the rest on either side does not part two
  /// movements.
  static let localMinimumRatio: Float = 0.4
  /// A local minimum down to less than this share of the way above the rest is the rest.
  static let localMinimumHeight: Float = 0.25

  /// One movement of a movement and of those right before it, and of how many of these: as many as
  /// it is one with.
  ///
  /// A local minimum between two extrema is part of one movement when it is shallow against the way
  /// on either side of both (breathing while a position is held, a wobble at the peak), and when a
  /// held position is let go for less than the longest break. In a hold with several breaths the
  /// way back shows only after the last one, so all before it are looked at together.
  static func merged(
    _ movement: Movement, into earlier: [Movement], reader: MovementReader,
    classifier: MovementClassifier
  ) -> (SeenMovement, count: Int)? {
    var merged: (extrema: MovementReader.Extrema, count: Int)?
    // The lowest of the local minima, and how deep one at most lies under the peaks on either side.
    var (lowest, deepest) = (Float.infinity, Float(0))
    var (next, peak) = (movement, movement.peak)
    for (count, last) in zip(1...MovementGroups.border, earlier.reversed()) {
      guard !last.isUnfinished, last.restAfter == next.restBefore,
        reader.buffer.indices.contains(last.restBefore)
      else { break }
      let (first, second) = (reader.value(last.peak), reader.value(peak))
      let rests = (reader.value(last.restBefore), reader.value(movement.restAfter))
      lowest = min(lowest, reader.value(next.restBefore))
      deepest = max(deepest, min(first, second) - lowest)
      let way = min(first - rests.0, second - rests.1)
      let rest = max(rests.0, rests.1)
      let isShallow =
        deepest < localMinimumRatio * way
        && lowest - rest > localMinimumHeight * (max(first, second) - rest)
      let release = Double(next.plateauStart - last.plateauEnd) / classifier.rateHertz
      if first > second { peak = last.peak }
      if isShallow || (count == 1 && release < classifier.rules.mergeSeconds) {
        merged = (.init(before: last.restBefore, peak: peak, after: movement.restAfter), count)
      }
      // What came down to the rest is it, whatever lies further back.
      guard lowest - rests.1 > localMinimumHeight * (second - rests.1) else { break }
      next = last
    }
    guard let merged, let read = reader.movement(merged.extrema) else { return nil }
    return (reader.timed(read), merged.count)
  }
}
