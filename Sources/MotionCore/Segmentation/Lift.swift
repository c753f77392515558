import Glibc

/// How far a movement carried the sensor up and down, from the vertical acceleration alone.
///
/// A movement that comes back after a period T lifts by 2 a (T / 2 pi)^2 in all, where a is the
/// amplitude of the vertical acceleration at its own rate. It needs neither a gyroscope nor an
/// orientation: for slow movements the size of the specific force is gravity plus its vertical part.
/// A limb that hardly turns may rise far (a row), and one that swings hardly rises (a walk).
/// `VerticalDisplacement` shows how the height went, but loses what is slow.
enum Lift {
  /// What takes longer is lost in the sensor's noise, in seconds: 0.01 g are 0.2 m then.
  static let longestSeconds = 6.0

  /// In metres; nil for what takes too long.
  ///
  /// - Parameters:
  ///   - frames: from where the movement leaves its rest to where it is back.
  ///   - rateHertz: rate of the frames.
  static func metres(_ buffer: FrameBuffer, over frames: Range<Int>, rateHertz: Double) -> Float? {
    let seconds = Double(frames.count) / rateHertz
    guard frames.count > 1, seconds <= longestSeconds else { return nil }
    let acceleration = Units.standardGravity * Double(buffer.bounce(over: frames, cycles: 1))
    let radiansPerSecond = 2 * Double.pi / seconds
    return Float(2 * acceleration / (radiansPerSecond * radiansPerSecond))
  }
}

extension FrameBuffer {
  /// Amplitude of the vertical acceleration over these frames at a rate of so many cycles in all of
  /// them, in standard gravities.
  func bounce(over frames: Range<Int>, cycles: Double) -> Float {
    let step = 2 * Double.pi * cycles / Double(frames.count)
    let turn = (real: cos(step), imaginary: sin(step))
    var phase = (real: 1.0, imaginary: 0.0)
    var sum = (real: 0.0, imaginary: 0.0)
    for index in frames {
      let value = Double(self[index][MovementVector.verticalAccelerationChannel])
      sum.real += value * phase.real
      sum.imaginary += value * phase.imaginary
      phase = (
        phase.real * turn.real - phase.imaginary * turn.imaginary,
        phase.real * turn.imaginary + phase.imaginary * turn.real
      )
    }
    return Float(2 * hypot(sum.real, sum.imaginary) / Double(frames.count))
  }
}
