/// A sample on the session's uniform time grid, in SI units.
struct UniformSample: Sendable {
  /// Position on the grid: its time is `index / rateHertz` seconds after the first sample.
  var index: Int
  /// Specific force in m/s^2.
  var specificForce: Vector3
  /// Angular rate in rad/s, nil without a gyroscope.
  var angularRate: Vector3?
}

/// Puts samples of any rate, from 10 to over 1000 Hz, regular or not, on a uniform grid.
///
/// The input is joined by straight lines and each output is the mean over its own grid cell. That
/// interpolates a slow sensor and is an anti-alias filter for a fast one, with one rule for both.
/// It never joins samples further apart than the longest bridge: the caller is told to cut there.
///
/// - Latency: half a cell. NaN is not admitted; times must strictly increase (precondition of the
///   session, which drops offenders).
struct UniformResampler: Sendable {
  /// What the newest sample brought.
  enum Output: Sendable {
    /// Grid samples that are now complete, oldest first.
    case samples([UniformSample])
    /// The input paused for longer than may be bridged; the signal starts anew here.
    case gap(from: Double, to: Double)
  }

  private struct Point {
    var seconds: Double
    var force: Vector3
    var rate: Vector3?
  }

  private let rateHertz: Double
  private let longestBridgeSeconds: Double
  private var last: Point?
  private var cell = 0
  private var forceSum = Vector3.zero
  private var rateSum = Vector3.zero
  private var covered = 0.0

  /// - Parameters:
  ///   - rateHertz: rate of the grid.
  ///   - longestBridgeSeconds: samples further apart than this are not joined.
  init(rateHertz: Double, longestBridgeSeconds: Double) {
    self.rateHertz = rateHertz
    self.longestBridgeSeconds = longestBridgeSeconds
  }

  /// Forgets the last sample, so that the next one is not joined to it.
  mutating func cut() { last = nil }

  /// Takes a sample at `seconds` after the session's first one.
  mutating func process(seconds: Double, force: Vector3, rate: Vector3?) -> Output {
    let point = Point(seconds: seconds, force: force, rate: rate)
    defer { last = point }
    guard let last else {
      startCell(at: seconds)
      return .samples([])
    }
    if seconds - last.seconds > longestBridgeSeconds {
      startCell(at: seconds)
      return .gap(from: last.seconds, to: seconds)
    }
    return .samples(join(last, point))
  }

  private mutating func startCell(at seconds: Double) {
    cell = Int((seconds * rateHertz).rounded())
    forceSum = .zero
    rateSum = .zero
    covered = 0
  }

  /// Spreads the straight piece between two samples over the cells that it crosses.
  private mutating func join(_ from: Point, _ to: Point) -> [UniformSample] {
    var finished: [UniformSample] = []
    let span = to.seconds - from.seconds
    var begin = from.seconds
    while begin < to.seconds {
      let cellEnd = (Double(cell) + 0.5) / rateHertz
      let end = min(to.seconds, max(cellEnd, begin))
      add(from, to, share: ((begin + end) / 2 - from.seconds) / span, seconds: end - begin)
      if cellEnd <= to.seconds {
        if covered > 0 { finished.append(closeCell(hasRate: to.rate != nil)) }
        startCell(at: Double(cell + 1) / rateHertz)
      }
      begin = end
    }
    return finished
  }

  private mutating func add(_ from: Point, _ to: Point, share: Double, seconds: Double) {
    forceSum = forceSum + (from.force + (to.force - from.force) * share) * seconds
    if let a = from.rate, let b = to.rate {
      rateSum = rateSum + (a + (b - a) * share) * seconds
    }
    covered += seconds
  }

  private func closeCell(hasRate: Bool) -> UniformSample {
    UniformSample(
      index: cell, specificForce: forceSum / covered,
      angularRate: hasRate ? rateSum / covered : nil)
  }
}
