/// A triangular smoother that stays true at both ends of a signal.
///
/// Beyond an end the signal is taken to go on as its own mirror image about that end (odd
/// reflection, as zero-phase filters are padded), so a movement that is interrupted keeps its slope
/// and its reach, which a held value would flatten. Out comes one value for each that went in.
///
/// - Latency: `latency` samples; the first value comes out when the sample that far behind it is
///   in.
struct ReflectingSmoother: Sendable {
  private var smoother: TriangularSmoother
  /// The newest samples in order of time, at most `latency + 1`.
  private var newest = Queue<SIMD8<Double>>()
  private var isBegun = false

  /// - Parameters:
  ///   - seconds: length of each of the two windows.
  ///   - rateHertz: sample rate of the signal.
  init(seconds: Double, rateHertz: Double) {
    smoother = TriangularSmoother(seconds: seconds, rateHertz: rateHertz)
  }

  /// Latency in samples.
  var latency: Int { Int(smoother.latency.rounded()) }

  /// Takes one sample and gives the smoothed one `latency` samples before; nil where there was
  /// none.
  mutating func filter(_ sample: SIMD8<Double>) -> SIMD8<Double>? {
    if newest.count > latency { _ = newest.removeFirst() }
    newest.append(sample)
    if isBegun { return smoother.filter(sample) }
    return newest.count > latency ? begin() : nil
  }

  /// Ends the signal: what has not come out yet. Afterwards another one can begin.
  mutating func finish() -> ArraySlice<SIMD8<Double>> {
    guard let end = newest.last else { return [] }
    let missing = isBegun ? latency : newest.count
    if !isBegun { _ = begin() }
    var values: [SIMD8<Double>] = []
    for step in stride(from: 1, through: latency, by: 1) {
      values.append(smoother.filter(2 * end - newest[max(0, newest.count - 1 - step)]))
    }
    newest.removeAll()
    isBegun = false
    return values.suffix(missing)
  }

  /// Shows the smoother the mirror image of the start, then the start itself.
  private mutating func begin() -> SIMD8<Double>? {
    guard !newest.isEmpty else { return nil }
    let start = newest[0]
    isBegun = true
    for step in stride(from: latency, through: 1, by: -1) {
      _ = smoother.filter(2 * start - newest[min(step, newest.count - 1)])
    }
    return (0..<newest.count).reduce(nil) { _, place in smoother.filter(newest[place]) }
  }
}
