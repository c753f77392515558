import Glibc

@testable import MotionCore

extension SIMD8<Double> {
  /// A sample whose first channel alone moves.
  static func first(_ value: Double) -> Self { .init(value, 0, 0, 0, 0, 0, 0, 0) }
}

extension MovementVector {
  /// The unit vector along one channel.
  static func unit(_ channel: Int) -> Self {
    var vector = Self.zero
    vector[channel] = 1
    return vector
  }
}

extension Vector3 {
  /// The angle between two vectors, in radians.
  func angle(to other: Vector3) -> Double { atan2(cross(other).length, dot(other)) }
}

/// A steady sine, and what a linear stage makes of it.
struct SteadySine {
  let hertz: Double
  let rateHertz: Double

  /// The sample at `index`, which may lie between two samples.
  func value(at index: Double) -> Double { sin(2 * .pi * hertz * index / rateHertz) }

  /// Largest size of a stage's output once it has swung in.
  func amplitude(swingInSeconds: Double, stage: (Double) -> Double) -> Double {
    let swingIn = Int(swingInSeconds * rateHertz)
    let fourPeriods = swingIn..<swingIn + Int(rateHertz / hertz) * 4
    let outputs = (0..<fourPeriods.upperBound).map { stage(value(at: Double($0))) }
    return outputs[fourPeriods].map(abs).max() ?? 0
  }
}
