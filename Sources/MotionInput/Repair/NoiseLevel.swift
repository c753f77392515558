import MotionCore

/// Tells whether the noise of a sensor is larger than the steps of its values.
///
/// Fourth differences of an even signal take away every movement and leave the noise, sqrt(70)
/// times as large (Bevington's rule for repeated differences: the binomial coefficients squared).
struct NoiseLevel {
  private static let amplification = 70.0.squareRoot()
  private static let fewestRows = 50
  private static let mostRows = 20_000

  /// True where a worn sensor's values cannot stand still for seconds by chance.
  let isAboveResolution: Bool

  init(_ rows: [Row]) {
    let rows = rows.prefix(Self.mostRows)
    var differences: [Double] = []
    var smallestStep = Double.infinity
    for place in rows.indices.dropFirst(4) {
      let values = (0...4).map { rows[place - $0].force }
      for axis in [\Vector3.x, \.y, \.z] {
        let v = values.map { $0[keyPath: axis] }
        let step = abs(v[0] - v[1])
        if step > 0 { smallestStep = min(smallestStep, step) }
        if v.contains(where: { $0 != v[0] }) {
          differences.append(abs(v[0] - 4 * v[1] + 6 * v[2] - 4 * v[3] + v[4]))
        }
      }
    }
    guard differences.count >= Self.fewestRows else {
      isAboveResolution = false
      return
    }
    differences.sort()
    // The median of normal noise is 0.6745 of its standard deviation.
    let noise = differences[differences.count / 2] / Self.amplification / 0.6745
    isAboveResolution = noise >= max(smallestStep, 1 / RecordingGrid.stepsPerUnit * 2)
  }
}
