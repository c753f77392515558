/// Ends a movement where the limb came to rest, when the signal went on from there to somewhere else.
///
/// After the last repetition the person rests, then stands up: between the turning points the way
/// back and the standing up are one long way down. Where the signal dwells at the level from which
/// the repetition had started, the repetition is over. The same holds backward in time for the
/// first repetition after lying down.
struct RestTrimmer {
  /// Rest levels that differ by less than this share of the way need no trimming.
  static let smallestExcess: Float = 0.25
  /// How near to the other rest level counts as rest, as a share of the way.
  static let restBand: Float = 0.2
  /// Passing through is not resting: the dwell must last this share of the way back's own time.
  static let dwellShare = 1.0

  let reader: MovementReader

  /// The extremes with the further rest moved up to the turn, where there is one to move to.
  func trimmed(_ extremes: MovementReader.Extremes) -> MovementReader.Extremes {
    let top = reader.value(extremes.turn)
    let before = reader.value(extremes.before)
    let after = reader.value(extremes.after)
    let way = top - max(before, after)
    guard abs(before - after) > Self.smallestExcess * way else { return extremes }
    var trimmed = extremes
    if after < before {
      guard let rest = dwell(from: extremes.turn, to: extremes.after, level: before, way: way)
      else { return extremes }
      trimmed.after = rest
      trimmed.isCutAfter = true
    } else {
      guard let rest = dwell(from: extremes.turn, to: extremes.before, level: after, way: way)
      else { return extremes }
      trimmed.before = rest
      trimmed.isCutBefore = true
    }
    return trimmed
  }

  /// The frame at which a dwell around `level` begins, seen from the turn; nil if there is none.
  private func dwell(from turn: Int, to limit: Int, level: Float, way: Float) -> Int? {
    let step = limit > turn ? 1 : -1
    func frame(from start: Int, where isReached: (Float) -> Bool) -> Int? {
      stride(from: start, through: limit, by: step).first { isReached(reader.value($0)) }
    }
    let band = Self.restBand * way
    guard let leaves = frame(from: turn, where: { $0 <= level + Movement.turnBand * way }),
      let arrives = frame(from: leaves, where: { $0 <= level + band }),
      let departs = frame(from: arrives, where: { $0 < level - band })
    else { return nil }
    let isDwell = Double(abs(departs - arrives)) >= Self.dwellShare * Double(abs(arrives - leaves))
    return isDwell ? frame(from: arrives) { $0 <= level } ?? arrives : nil
  }
}
