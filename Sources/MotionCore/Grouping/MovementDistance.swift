/// How unlike two movements are: 0 for identical ones, above about 0.4 for dissimilar ones.
///
/// The path counts by its shape alone, so that slow, fast and paused repetitions still look
/// similar; range, duration and posture enter with weights of their own. The weights were chosen on
/// the corpus, where halving or doubling any one of them changes little.
struct MovementDistance: Sendable, Hashable {
  /// Weight of the difference in path, in ranges.
  var path: Float = 1
  /// Weight of the difference in posture at rest and at the peak, in ranges.
  var posture: Float = 0.7
  /// Weight of the difference in asymmetry.
  var asymmetry: Float = 0.5
  /// Weight of the logarithm of the ratio of ranges.
  var range: Float = 0.6
  /// Weight of the logarithm of the ratio of durations.
  var duration: Float = 0.15
  /// Differences in posture below this do not count, in radians (2 degrees: sway).
  var postureTolerance: Float = 0.03

  /// Repetitions.
  static let cycle = MovementDistance()
  /// Holds may last as long as they like, and posture drifts while they do.
  static let hold = MovementDistance(asymmetry: 0.25, duration: 0)

  /// How much displacement counts where another tempo is excused: it fades, and so shows less of a
  /// slow movement than of a quick one.
  static let excusedHeight: Float = 0.3

  /// Distance in every respect.
  func full(_ a: MovementFeatures, _ b: MovementFeatures) -> Float {
    let peak = postureDifference(a.peakPosture, b.peakPosture, of: a, b)
    let rest = postureDifference(a.restPosture, b.restPosture, of: a, b)
    let postureTerm = posture * (peak + rest) / 2
    let rangeTerm = range * (a.size.logRange - b.size.logRange)
    let durationTerm = duration * (a.size.logDuration - b.size.logDuration)
    return
      (squaredShape(a, b) + postureTerm * postureTerm + rangeTerm * rangeTerm
      + durationTerm * durationTerm).squareRoot()
  }

  /// Distance in shape and resting posture only: excuses another size and another tempo.
  func excused(_ a: MovementFeatures, _ b: MovementFeatures) -> Float {
    let postureTerm = posture * postureDifference(a.restPosture, b.restPosture, of: a, b)
    return (squaredShape(a, b, height: Self.excusedHeight) + postureTerm * postureTerm).squareRoot()
  }

  /// True where that distance is under a limit.
  func isExcused(_ a: MovementFeatures, _ b: MovementFeatures, within limit: Float) -> Bool {
    // Mostly the posture alone is too unlike already.
    let postureTerm = posture * postureDifference(a.restPosture, b.restPosture, of: a, b)
    return postureTerm <= limit && excused(a, b) < limit
  }

  private func postureDifference(
    _ p: MovementVector, _ q: MovementVector, of a: MovementFeatures, _ b: MovementFeatures
  ) -> Float {
    max(0, (p - q).length - postureTolerance) / max(a.size.range, b.size.range)
  }

  /// - Parameter height: how much the displacement counts.
  private func squaredShape(
    _ a: MovementFeatures, _ b: MovementFeatures, height: Float = 1
  ) -> Float {
    var sum: Float = 0
    for step in a.steps {
      var difference = a[step] - b[step]
      difference[MovementVector.displacementChannel] *= height
      sum += difference.dot(difference)
    }
    let asymmetryTerm = asymmetry * (a.size.asymmetry - b.size.asymmetry)
    return path * path * sum / Float(a.steps.count) + asymmetryTerm * asymmetryTerm
  }
}
