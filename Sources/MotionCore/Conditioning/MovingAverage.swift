/// Mean of the last samples of a movement signal: a linear-phase low-pass.
///
/// - Latency: `(length - 1) / 2` samples, the same at every frequency.
/// - Start-up: the first sample is taken to have been there for ever, so a constant input is
///   passed unchanged from the beginning.
/// - A NaN would stay in the sum; the session admits finite samples only.
struct MovingAverage: Sendable {
  private var window: [SIMD8<Double>] = []
  private var sum = SIMD8<Double>.zero
  private var oldest = 0
  private let length: Int

  /// - Parameter length: number of samples in the mean, at least 1.
  init(length: Int) {
    precondition(length >= 1, "a mean needs at least one sample")
    self.length = length
  }

  /// Latency in samples.
  var latency: Double { Double(length - 1) / 2 }

  /// Takes one sample and gives the mean over the window that ends with it.
  mutating func filter(_ sample: SIMD8<Double>) -> SIMD8<Double> {
    if window.isEmpty {
      window = Array(repeating: sample, count: length)
      sum = sample * Double(length)
    }
    sum += sample - window[oldest]
    window[oldest] = sample
    oldest = oldest + 1 == length ? 0 : oldest + 1
    return sum / Double(length)
  }
}

/// Two moving averages in a row: a triangular, linear-phase low-pass whose first null lies at
/// `1 / seconds` hertz (a window of 0.2 s removes 5 Hz tremor altogether).
struct TriangularSmoother: Sendable {
  /// Time in which a step passes from 35 to 65 % of its height, as a share of the window's length:
  /// 2 (1 - sqrt(0.7)).
  static let riseRatio = 0.327

  private var first: MovingAverage
  private var second: MovingAverage

  /// - Parameters:
  ///   - seconds: length of each of the two windows.
  ///   - rateHertz: sample rate of the signal.
  init(seconds: Double, rateHertz: Double) {
    let length = max(1, Int((seconds * rateHertz).rounded()))
    first = MovingAverage(length: length)
    second = MovingAverage(length: length)
  }

  /// Latency in samples.
  var latency: Double { first.latency + second.latency }

  /// Takes one sample and gives the smoothed one, `latency` samples late.
  mutating func filter(_ sample: SIMD8<Double>) -> SIMD8<Double> {
    second.filter(first.filter(sample))
  }
}
