import Glibc

extension TypicalMovement {
  /// How far movements are off what is typical: the sum over range, length and turn of the
  /// logarithms by which their medians lie outside of the limits.
  func misfit(of movements: [Movement], isHold: Bool, rateHertz: Double) -> Double {
    let degrees = movements.map { Double($0.turnedRadians) / Units.radiansPerDegree }.median
    let cycle = movements.map { Double($0.end - $0.start) }.median
    let held = movements.map { Double($0.turnEnd - $0.turnStart) }.median
    return Self.excess(degrees, over: rangeDegrees)
      + Self.excess((isHold ? held : cycle) / rateHertz, over: seconds)
      + Self.excess(held / max(1, cycle), over: turnShare)
  }

  private static func excess(_ value: Double, over limits: ClosedRange<Double>) -> Double {
    abs(log(value / min(max(value, limits.lowerBound), limits.upperBound)))
  }
}
