/// How far a movement carried the sensor from its lowest to its highest place, from the vertical
/// acceleration alone.
///
/// What comes back after a time T has risen by 2 a (T / 2 pi)^2, where a is the amplitude of the
/// vertical acceleration at this rate. A limb that hardly turns may rise far (a row), and one that
/// swings hardly rises (a walk). `VerticalDisplacement` shows how the height went, but loses what is
/// slow.
///
/// - Assumption: it rises once a movement; of an arm that is led over the top it says less. The size of
///   the specific force stands for gravity and the vertical part together, so that neither a gyroscope
///   nor an orientation is needed; an accelerometer whose axes read differently by 0.02 g adds 0.08 m to
///   a turn of 90 degrees in 4 s.
enum Lift {
  /// What takes longer is lost in the sensor's noise, in seconds: 0.01 g are 0.2 m then.
  static let longestSeconds = 6.0
  /// A movement that sets out and comes back smoothly (as a raised cosine) is not yet at
  /// `Movement.onsetThreshold` for this share of the time in which it is seen, and likewise after it.
  static let unseenShare = 0.21

  /// In metres; nil for what takes too long.
  ///
  /// - Parameters:
  ///   - seen: from where the movement leaves its rest by `Movement.onsetThreshold` to where it is back
  ///     within.
  ///   - limits: the rests before and after it, beyond which is another movement.
  ///   - rateHertz: rate of the frames.
  static func metres(
    _ buffer: FrameBuffer, of seen: Range<Int>, within limits: Range<Int>, rateHertz: Double
  ) -> Float? {
    let unseen = Int(unseenShare * Double(seen.count))
    let whole = (seen.lowerBound - unseen..<seen.upperBound + unseen).clamped(to: limits)
    let seconds = Double(whole.count) / rateHertz
    guard whole.count > 1, seconds <= longestSeconds else { return nil }
    let amplitude = buffer.verticalAmplitude(over: whole, cycles: 1)
    let radiansPerSecond = 2 * Double.pi / seconds
    return Float(
      2 * Units.standardGravity * Double(amplitude) / (radiansPerSecond * radiansPerSecond))
  }
}
