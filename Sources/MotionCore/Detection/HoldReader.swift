/// Times a hold between the resting and the held position, each side with levels of its own.
///
/// Rest level: the median before going in and after coming out; held level: the median of the first
/// and of the last two seconds of the hold (design.md, section 3). Posture may so drift during a
/// long hold without moving its boundaries.
struct HoldReader {
  /// How much of the rest and of the hold is looked at on each side, in seconds.
  static let levelSeconds = 2.0

  /// The signal.
  let buffer: FrameBuffer
  /// The axis along which the position is taken, pointing from rest to held.
  let axis: MovementVector
  /// Rate of the signal.
  let rateHertz: Double

  /// Sets the movement's turn, as rough as the turning points gave it, to the time held.
  func timed(_ movement: Movement) -> Movement {
    let span = movement.restBefore...movement.restAfter
    let values = span.map { axis.dot(buffer[$0]) }
    let offset = movement.restBefore
    let rough = (
      restIn: values[0], held: values[movement.turn - offset], restOut: values[values.count - 1]
    )
    let middleIn = rough.restIn + (rough.held - rough.restIn) / 2
    let middleOut =
      movement.isProvisional ? middleIn : rough.restOut + (rough.held - rough.restOut) / 2
    guard let into = values.firstIndex(where: { $0 >= middleIn }),
      let out = values.lastIndex(where: { $0 >= middleOut }), into < out
    else { return movement }
    let levels = self.levels(values, into: into, out: out, offset: offset)
    let enter = levels.restIn + Movement.turnBand * (levels.heldIn - levels.restIn)
    let leave = levels.restOut + Movement.turnBand * (levels.heldOut - levels.restOut)
    var timed = movement
    timed.turnStart = offset + (values[into...].firstIndex { $0 >= enter } ?? into)
    timed.turnEnd = offset + (values[...out].lastIndex { $0 >= leave } ?? out)
    timed.turnEnd = max(timed.turnEnd, timed.turnStart)
    return timed
  }

  private func levels(
    _ values: [Float], into: Int, out: Int, offset: Int
  ) -> (restIn: Float, heldIn: Float, heldOut: Float, restOut: Float) {
    let frames = Int(Self.levelSeconds * rateHertz)
    // The steep middle of the way lies about half a second from either level.
    let way = min(frames / 4, (out - into) / 4)
    let heldIn = values[min(into + way, out)...min(into + way + frames, out)].median
    let heldOut = values[max(out - way - frames, into)...max(out - way, into)].median
    let before = offset + into - way
    let restBefore = (max(buffer.start, before - frames)..<max(before, buffer.start + 1))
      .map { axis.dot(buffer[$0]) }
    let after = min(out + way, values.count - 1)
    let restAfter = values[after...min(after + frames, values.count - 1)]
    return (
      restIn: max(restBefore.median, values[0]), heldIn: heldIn, heldOut: heldOut,
      restOut: restAfter.median
    )
  }
}
