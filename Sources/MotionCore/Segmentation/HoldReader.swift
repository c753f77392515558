import Glibc

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

  /// Frames smoothed by this much or more are coarse against the way into a hold, in seconds.
  static let coarseSeconds = 0.5

  /// Sets the movement's plateau, as rough as the turning points gave it, to the time held.
  func timed(_ seen: SeenMovement) -> SeenMovement {
    let movement = seen.movement
    let values = projected(from: movement.restBefore, to: movement.restAfter)
    let last = values.count - 1
    let rough = (
      restIn: values[0], held: values[movement.peak - movement.restBefore], restOut: values[last]
    )
    let middleIn = rough.restIn + (rough.held - rough.restIn) / 2
    let middleOut =
      movement.isProvisional ? middleIn : rough.restOut + (rough.held - rough.restOut) / 2
    guard let into = values.firstIndex(where: { $0 >= middleIn }),
      let out = values.lastIndex(where: { $0 >= middleOut }), into < out
    else { return seen }
    let levels = self.levels(values, into: into, out: out, offset: movement.restBefore)
    let level = Self.plateauLevel(
      chord: (seen.features.peakPosture - seen.features.restPosture).length)
    let wayIn = Way(rest: levels.restIn, held: levels.heldIn, level: level)
    // Of a hold that is being left the rest after it is not seen yet.
    let restOut = movement.isProvisional ? levels.restIn : levels.restOut
    let wayOut = Way(rest: restOut, held: levels.heldOut, level: level)
    let backward = projected(from: movement.restAfter, to: movement.restBefore)
    var timed = seen
    timed.movement.plateauStart =
      movement.restBefore + max(0, wayIn.end(in: values[...out], from: into, reader: self))
    timed.movement.plateauEnd =
      movement.restAfter
      - max(0, wayOut.end(in: backward[...(last - into)], from: last - out, reader: self))
    timed.movement.plateauEnd = max(timed.movement.plateauEnd, timed.movement.plateauStart)
    return timed
  }

  /// The signal along the axis from one frame to another, which may lie before it.
  private func projected(from first: Int, to last: Int) -> ProjectedSignal {
    ProjectedSignal(buffer: buffer, axis: axis, first: first, last: last)
  }

  /// How far along the straight way from the resting to the held posture 80 % of the angle between
  /// them are done: gravity travels on a circle, the axis is its chord.
  static func plateauLevel(chord: Float) -> Float {
    let angle = 2 * asin(min(1, chord / 2))
    guard angle > 0 else { return Movement.plateauThreshold }
    return 0.5 + 0.5 * sin((Movement.plateauThreshold - 0.5) * angle) / sin(angle / 2)
  }

  /// The way from the rest into the hold; backward in time, the way out of it.
  private struct Way {
    /// The middle of the way, as shares of it: steep, and so free of what the position does before
    /// and after.
    static let middle: (low: Float, high: Float) = (0.35, 0.65)

    var rest: Float
    var held: Float
    /// Share of the way at which the hold begins.
    var level: Float

    /// Where the hold begins.
    ///
    /// Smoothing widens a way, and the durations of rise add up in squares, so its part is taken
    /// off. Where it is coarse, breathing decides when the level is crossed; there the middle of
    /// the way is drawn out to the level.
    func end(
      in values: Slice<ProjectedSignal>, from middle: Int, reader: HoldReader
    ) -> Int {
      let low = lastIndex(in: values[...middle], below: Self.middle.low)
      let high = firstIndex(in: values[middle...], notBelow: Self.middle.high) ?? middle
      let rise = Double(high - low) / reader.rateHertz
      let smoothing = TriangularSmoother.riseRatio * reader.buffer.smoothingSeconds
      let unsmoothed = max(0, rise * rise - smoothing * smoothing).squareRoot()
      guard reader.buffer.smoothingSeconds < HoldReader.coarseSeconds else {
        return (low + high) / 2 + Int((unsmoothed * reader.rateHertz).rounded())
      }
      let crossed = firstIndex(in: values[middle...], notBelow: level) ?? middle
      return max(middle, crossed - Int(((rise - unsmoothed) * reader.rateHertz).rounded()))
    }

    private func lastIndex(in values: Slice<ProjectedSignal>, below share: Float) -> Int {
      values.lastIndex { $0 < rest + share * (held - rest) } ?? values.startIndex
    }

    private func firstIndex(
      in values: Slice<ProjectedSignal>, notBelow share: Float
    ) -> Int? {
      values.firstIndex { $0 >= rest + share * (held - rest) }
    }
  }

  private func levels(
    _ values: ProjectedSignal, into: Int, out: Int, offset: Int
  ) -> (restIn: Float, heldIn: Float, heldOut: Float, restOut: Float) {
    let frames = Int(Self.levelSeconds * rateHertz)
    // The steep middle of the way lies about half a second from either level.
    let way = min(frames / 4, (out - into) / 4)
    let heldIn = values[min(into + way, out)...min(into + way + frames, out)].median
    let heldOut = values[max(out - way - frames, into)...max(out - way, into)].median
    let before = offset + into - way
    let restBefore = projected(
      from: max(buffer.start, before - frames), to: max(before - 1, buffer.start))
    let after = min(out + way, values.count - 1)
    let restAfter = values[after...min(after + frames, values.count - 1)]
    return (
      restIn: max(restBefore.median, values[0]), heldIn: heldIn, heldOut: heldOut,
      restOut: restAfter.median
    )
  }
}

/// The signal along an axis from one frame to another, which may lie before it; by steps from the
/// first.
private struct ProjectedSignal: RandomAccessCollection {
  private let buffer: FrameBuffer
  private let axis: MovementVector
  private let first: Int
  private let step: Int
  let startIndex = 0
  let endIndex: Int

  init(buffer: FrameBuffer, axis: MovementVector, first: Int, last: Int) {
    self.buffer = buffer
    self.axis = axis
    self.first = first
    step = last < first ? -1 : 1
    endIndex = abs(last - first) + 1
  }

  @inline(__always)
  subscript(position: Int) -> Float { axis.dot(buffer[first + position * step]) }
}
