/// Tells the swing of a walking arm from a repetition by what the body does meanwhile: two steps a
/// swing, so that the vertical acceleration beats at twice the rate of the movement.
///
/// A repetition's own acceleration has the movement's rate. Step bounce of 0.1 g and more at the
/// upper body: Zijlstra and Hof 2003, doi:10.1016/S0966-6362(02)00190-X.
struct StepBounce: Sendable {
  /// Strides take between these, in seconds (walking at 1.3 to 2.4 steps a second).
  static let strideSeconds = 0.8...1.6
  /// Smallest amplitude of the bounce, in standard gravities.
  static let smallestBounce: Float = 0.08
  /// The bounce at twice the rate outweighs that at the rate itself by this factor (recorded
  /// repetitions: under 1.2; simulated walking: over 2 at the wrist, over 10 at the upper arm).
  static let dominance: Float = 2.5

  /// From this dominance on a movement looks a little like a stride.
  static let leastDominance: Float = 1

  /// Nobody holds a position while the vertical acceleration shakes by this much, root mean square,
  /// in standard gravities (simulated walking 0.2, tremor under 0.05).
  static let largestHeldShake: Float = 0.12

  /// Root mean square of the vertical acceleration about its mean in the middle half of the
  /// plateau, in standard gravities: going into a position and leaving it shake as well.
  var shake: Float
  /// Amplitude of the vertical acceleration at the movement's own rate, in standard gravities.
  var single: Float
  /// Amplitude at twice that rate.
  var double: Float
  /// Frames of one whole movement, rest to rest.
  var period: Int

  /// - Parameters:
  ///   - plateau: where the movement is on its plateau, or a position held.
  ///   - rateHertz: rate of the frames; movements that are no stride by their length are not
  ///     looked at any closer.
  init(buffer: FrameBuffer, from: Int, to: Int, plateau: ClosedRange<Int>, rateHertz: Double) {
    period = max(1, to - from)
    let canBeStride = Self.strideSeconds.contains(Double(period) / rateHertz)
    single = canBeStride ? buffer.verticalAmplitude(over: from..<from + period, cycles: 1) : 0
    double = canBeStride ? buffer.verticalAmplitude(over: from..<from + period, cycles: 2) : 0
    let margin = plateau.count / 4
    shake = Self.deviation(
      buffer, within: (plateau.lowerBound + margin)...(plateau.upperBound - margin))
  }

  /// True when the body moves too much for a position to be held.
  var isShaken: Bool { shake > Self.largestHeldShake }

  /// True when this looks like a stride.
  var isStride: Bool { double > Self.smallestBounce && double > Self.dominance * single }

  /// How much this looks like a stride, from 0 to 1: at the wrist the swing of the arm has an
  /// acceleration of its own, and the bounce outweighs it by less.
  var strideLikeness: Float {
    guard double > Self.smallestBounce else { return 0 }
    let dominance = double / max(single, .leastNormalMagnitude)
    let share = (dominance - Self.leastDominance) / (Self.dominance - Self.leastDominance)
    return min(1, max(0, share))
  }

  private static func deviation(_ buffer: FrameBuffer, within range: ClosedRange<Int>) -> Float {
    func value(_ index: Int) -> Float { buffer[index][MovementVector.verticalAccelerationChannel] }
    let count = Float(range.count)
    let mean = range.reduce(0) { $0 + value($1) } / count
    let squares = range.reduce(0) { $0 + (value($1) - mean) * (value($1) - mean) }
    return (squares / count).squareRoot()
  }
}
