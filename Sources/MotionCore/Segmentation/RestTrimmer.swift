/// Ends a movement where the limb came to rest, when the signal went on from there to somewhere
/// else.
///
/// After the last repetition the person rests, then stands up: between the turning points the way
/// back and the standing up are one long way down. Where the signal dwells at the level from which
/// the repetition had started, the repetition is over. The same holds backward in time for the
/// first repetition after lying down.
struct RestTrimmer {
  /// Rest levels that differ by less than this share of the way need no trimming.
  static let smallestExcess: Float = 0.25
  /// How near to the other rest level counts as rest, as a share of the way.
  static let onsetThreshold: Float = 0.2
  /// Passing through is not resting: the dwell must last this share of the way back's own time.
  static let dwellShare = 1.0

  let reader: MovementReader

  /// The extrema with the further rest moved up to the peak, where there is one to move to.
  func trimmed(_ extrema: MovementReader.Extrema) -> MovementReader.Extrema {
    let top = reader.value(extrema.peak)
    let before = reader.value(extrema.before)
    let after = reader.value(extrema.after)
    let way = top - max(before, after)
    guard abs(before - after) > Self.smallestExcess * way else { return extrema }
    var trimmed = extrema
    if after < before {
      guard let rest = dwell(from: extrema.peak, to: extrema.after, level: before, way: way)
      else { return extrema }
      trimmed.after = rest
      trimmed.isCutAfter = true
    } else {
      guard let rest = dwell(from: extrema.peak, to: extrema.before, level: after, way: way)
      else { return extrema }
      trimmed.before = rest
      trimmed.isCutBefore = true
    }
    return trimmed
  }

  /// The frame at which a dwell around `level` begins, seen from the peak; nil if there is none.
  private func dwell(from peak: Int, to limit: Int, level: Float, way: Float) -> Int? {
    let step = limit > peak ? 1 : -1
    func frame(from start: Int, where isReached: (Float) -> Bool) -> Int? {
      stride(from: start, through: limit, by: step).first { isReached(reader.value($0)) }
    }
    let band = Self.onsetThreshold * way
    guard let leaves = frame(from: peak, where: { $0 <= level + Movement.plateauThreshold * way }),
      let arrives = frame(from: leaves, where: { $0 <= level + band }),
      let departs = frame(from: arrives, where: { $0 < level - band })
    else { return nil }
    let isDwell = Double(abs(departs - arrives)) >= Self.dwellShare * Double(abs(arrives - leaves))
    return isDwell ? frame(from: arrives) { $0 <= level } ?? arrives : nil
  }
}
