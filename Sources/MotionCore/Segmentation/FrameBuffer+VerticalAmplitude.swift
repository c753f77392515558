import Glibc

extension FrameBuffer {
  /// Amplitude of the vertical acceleration over these frames, at least one, at a rate of so many
  /// cycles in all of them, in standard gravities.
  func verticalAmplitude(over frames: Range<Int>, cycles: Double) -> Float {
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
