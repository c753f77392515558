/// How fast the sensor turned in the newest minutes.
///
/// In rad/s, free of the gyroscope's bias as far as it is known, and not smoothed but for the mean
/// over each cell of the session's grid. No latency. What was not measured is nil: without a
/// gyroscope, in a gap, or longer ago than the memory.
struct AngularSpeedHistory: Sendable {
  /// How much is kept, in seconds: a long set, and the wait until it is told from others.
  static let memorySeconds = 600.0

  private let capacity: Int
  private var bias: GyroscopeBias
  /// The speed of each frame at its index modulo the capacity; NaN where there is none.
  private var speeds: [Float] = []
  /// Index of the newest frame plus one.
  private(set) var end = 0

  /// - Parameter rateHertz: rate of the uniform samples.
  init(rateHertz: Double) {
    capacity = Int(Self.memorySeconds * rateHertz)
    bias = GyroscopeBias(rateHertz: rateHertz)
  }

  /// Takes the next sample; one without angular rate leaves a hole.
  mutating func process(_ sample: UniformSample) {
    guard let rate = sample.angularRate else { return }
    let turning = bias.remove(from: rate, force: sample.specificForce)
    if speeds.isEmpty { speeds = Array(repeating: .nan, count: capacity) }
    for lost in max(end, sample.index - capacity)..<max(end, sample.index) {
      speeds[lost % capacity] = .nan
    }
    speeds[sample.index % capacity] = Float(turning.length)
    end = max(end, sample.index + 1)
  }

  /// The speed in a frame.
  subscript(index: Int) -> Double? {
    guard !speeds.isEmpty, index >= 0, index < end, index >= end - capacity else { return nil }
    let speed = speeds[index % capacity]
    return speed.isNaN ? nil : Double(speed)
  }

  /// The speeds in some frames; nil where one of them is missing.
  subscript(range: ClosedRange<Int>) -> [Double]? {
    let speeds = range.compactMap { self[$0] }
    return speeds.count == range.count ? speeds : nil
  }
}
