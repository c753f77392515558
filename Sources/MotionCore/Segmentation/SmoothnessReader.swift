/// Tells how smooth a repetition was: the mean spectral arc length of its way out and its way back.
///
/// Each way is a movement of its own. Over a whole repetition the value would mostly tell how long
/// the plateau lasted: by a pause of 2 s two pushes of least jerk fall from -2.3 to -5.8, while
/// each of them stays at -1.4.
struct SmoothnessReader {
  /// A way begins and ends where the speed is this share of its peak, the usual onset of a
  /// movement; up to there the value of least jerk stays the same within 0.001, from 10 % on it
  /// does not.
  static let edgeShare = 0.05

  /// All of a movement that its smoothness depends on, beside the speeds.
  struct Ways: Sendable, Hashable {
    private let restBefore, start, plateauStart, peak, plateauEnd, end, restAfter: Int

    init(_ movement: Movement) {
      (restBefore, restAfter) = (movement.restBefore, movement.restAfter)
      (start, end) = (movement.start, movement.end)
      (plateauStart, plateauEnd) = (movement.plateauStart, movement.plateauEnd)
      peak = movement.peak
    }
  }

  /// How fast the sensor turned.
  let speeds: AngularSpeedHistory
  /// Rate of the frames.
  let rateHertz: Double

  /// The smoothness of a repetition; nil where the speed is not known over both of its ways.
  func smoothness(of movement: Movement) -> Double? {
    guard !movement.isProvisional, !movement.isUnfinished,
      let out = smoothness(
        ofWay: movement.start...movement.plateauStart,
        within: movement.restBefore...movement.peak),
      let back = smoothness(
        ofWay: movement.plateauEnd...movement.end,
        within: movement.peak...movement.restAfter)
    else { return nil }
    return (out + back) / 2
  }

  /// The fiducials leave out a fifth of the range at either end; it is added as far as the sensor
  /// turns.
  private func smoothness(ofWay fiducials: ClosedRange<Int>, within limits: ClosedRange<Int>)
    -> Double?
  {
    guard let peak = speeds[fiducials]?.max() else { return nil }
    func isMoving(_ index: Int) -> Bool {
      limits.contains(index) && speeds[index].map { $0 > Self.edgeShare * peak } ?? false
    }
    var (first, last) = (fiducials.lowerBound, fiducials.upperBound)
    while isMoving(first - 1) { first -= 1 }
    while isMoving(last + 1) { last += 1 }
    // Where the signal begins or ends within the way, its spectrum is that of the cut.
    guard speeds[first - 1] != nil, speeds[last + 1] != nil else { return nil }
    return speeds[first...last].flatMap(SpectralArcLength(rateHertz: rateHertz).value)
  }
}
