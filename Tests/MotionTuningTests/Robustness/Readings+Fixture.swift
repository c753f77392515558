import MotionCore

extension [MotionReading] {
  /// Samples at a rate whose values tell them apart, beginning at 1 s of the source's clock.
  static func numbered(_ count: Int, hertz: Double, hasGyroscope: Bool = true) -> [MotionReading] {
    (0..<count).map { number in
      let value = Double(number)
      return .sample(
        IMUSample(
          nanoseconds: 1_000_000_000 + Int64((value / hertz * 1e9).rounded()),
          specificForce: Vector3(value, 9.8, -value),
          angularRate: hasGyroscope ? Vector3(value, 2 * value, 3 * value) : nil))
    }
  }
}
