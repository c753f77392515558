import MotionCore

/// What is in a recording, before any exercise is named: range, rate, rest and movement.
package struct RecordingSurvey: Sendable {
  /// Means over a moment, for drawings; empty where there was no signal.
  package struct Moment: Sendable, Hashable {
    /// Middle of the moment, in seconds from the first sample.
    package var seconds: Double
    /// Mean specific force in m/s^2.
    package var force: Vector3
    /// Mean angular rate in rad/s; nil without a gyroscope.
    package var rate: Vector3?
    /// How much the sensor moved: root mean square of the force around its mean, in m/s^2.
    package var movement: Double
  }

  /// The smallest and the largest value of three axes.
  package struct Extent: Sendable, Hashable {
    /// Smallest values.
    package var low: Vector3
    /// Largest values.
    package var high: Vector3

    init(_ value: Vector3) { (low, high) = (value, value) }

    mutating func take(_ value: Vector3) {
      low = Vector3(min(low.x, value.x), min(low.y, value.y), min(low.z, value.z))
      high = Vector3(max(high.x, value.x), max(high.y, value.y), max(high.z, value.z))
    }
  }

  /// A moment that moves by more is movement, in m/s^2: three times the tremor of a hand at rest.
  private static let movingForce = 0.35
  /// A moment that turns by more is movement, in rad/s.
  private static let movingRate = 0.35
  /// Movements closer together than this are listed as one, in seconds.
  private static let pauseSeconds = 3.0
  private static let mostMoments = 8192

  private var span = RecordedSpan()
  private var steps: [Int64: Int] = [:]
  private var last: Int64?
  private var first: Int64?
  private var momentNanoseconds: Int64 = 200_000_000
  private var current: (number: Int64, sum: Sum)?
  /// What was seen over the recording, in order of time.
  package private(set) var moments: [Moment] = []
  /// Range of the specific force in m/s^2; nil without a sample.
  package private(set) var force: Extent?
  /// Range of the angular rate in rad/s; nil without a gyroscope.
  package private(set) var rate: Extent?

  private struct Sum: Sendable {
    var count = 0.0
    var force = Vector3.zero
    var square = 0.0
    var rate: Vector3?
  }

  /// Nothing yet.
  package init() {}

  /// Figures on the signal, as a report has them.
  package var quality: Quality { span.quality }

  /// Takes readings in stream order.
  package mutating func take(_ readings: [MotionReading]) {
    span.note(readings)
    for case .sample(let sample) in readings { take(sample) }
  }

  /// Ends the recording.
  package mutating func finish() { close() }

  private mutating func take(_ sample: IMUSample) {
    let start = first ?? sample.nanoseconds
    first = start
    if let last { steps[(sample.nanoseconds - last) / 100_000, default: 0] += 1 }
    last = sample.nanoseconds
    if force == nil { force = Extent(sample.specificForce) }
    force?.take(sample.specificForce)
    if let turned = sample.angularRate {
      if rate == nil { rate = Extent(turned) }
      rate?.take(turned)
    }
    var number = (sample.nanoseconds - start) / momentNanoseconds
    if let current, current.number != number {
      close()
      // Moments may be longer from here on.
      number = (sample.nanoseconds - start) / momentNanoseconds
    }
    var sum = current?.sum ?? Sum()
    sum.count += 1
    sum.force = sum.force + sample.specificForce
    sum.square += sample.specificForce.dot(sample.specificForce)
    if let turned = sample.angularRate { sum.rate = (sum.rate ?? .zero) + turned }
    current = (number, sum)
  }

  private mutating func close() {
    guard let (number, sum) = current else { return }
    current = nil
    let mean = sum.force * (1 / sum.count)
    moments.append(
      Moment(
        seconds: (Double(number) + 0.5) * Double(momentNanoseconds) / Units.nanosecondsPerSecond,
        force: mean, rate: sum.rate.map { $0 * (1 / sum.count) },
        movement: max(0, sum.square / sum.count - mean.dot(mean)).squareRoot()))
    guard moments.count > Self.mostMoments else { return }
    // Longer moments, so that memory does not grow with the recording.
    let half = Double(momentNanoseconds) / Units.nanosecondsPerSecond / 2
    moments = stride(from: 0, to: moments.count, by: 2).map { place in
      var joined = moments[place]
      joined.seconds += half
      if place + 1 < moments.count {
        joined.movement = max(joined.movement, moments[place + 1].movement)
      }
      return joined
    }
    momentNanoseconds *= 2
  }

  /// Half of the steps from row to row differ from the middle one by no more, in milliseconds.
  package var jitterMilliseconds: Double? {
    let steps = steps.filter { $0.key < 5000 }.sorted { $0.key < $1.key }
    let total = steps.reduce(0) { $0 + $1.value }
    guard total > 0 else { return nil }
    func value(_ share: Double) -> Int64 {
      var count = 0
      for step in steps {
        count += step.value
        if Double(count) >= share * Double(total) { return step.key }
      }
      return steps.last?.key ?? 0
    }
    return Double(value(0.75) - value(0.25)) / 2 / 10
  }

  /// Direction of the force while nothing moved, the middle of all such moments; nil where
  /// something always did.
  package var restDirection: Vector3? {
    let still = moments.filter { !isMoving($0) }
    guard !still.isEmpty else { return nil }
    let middle = [\Vector3.x, \.y, \.z].map { axis in
      still.map { $0.force[keyPath: axis] }.sorted()[still.count / 2]
    }
    return Vector3(middle[0], middle[1], middle[2]).normalized
  }

  /// Where something moved, in seconds from the first sample.
  package var movements: [ClosedRange<Double>] {
    let half = Double(momentNanoseconds) / Units.nanosecondsPerSecond / 2
    var ranges: [ClosedRange<Double>] = []
    for (place, moment) in moments.enumerated() where isMoving(moment) || isTurned(place) {
      let (start, end) = (moment.seconds - half, moment.seconds + half)
      if let last = ranges.last, start - last.upperBound <= Self.pauseSeconds {
        ranges[ranges.count - 1] = last.lowerBound...end
      } else {
        ranges.append(start...end)
      }
    }
    return ranges
  }

  private func isMoving(_ moment: Moment) -> Bool {
    moment.movement > Self.movingForce || (moment.rate?.length ?? 0) > Self.movingRate
  }

  /// Slow turns show between moments only.
  private func isTurned(_ place: Int) -> Bool {
    place > 0 && (moments[place].force - moments[place - 1].force).length > Self.movingForce
  }
}
