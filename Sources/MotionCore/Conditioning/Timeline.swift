/// Places samples on the session's own time axis and keeps the figures about their quality.
///
/// Time zero is the first sample, or the first row where that could not be read. A sample that does not follow the last one in time, or that is
/// not finite, is dropped and counted.
package struct Timeline: Sendable {
  /// Forces below this are never taken for the sensor's limit, in m/s^2: no motion sensor in use
  /// has a smaller range than 2 g.
  static let smallestLimit = 1.9 * Units.standardGravity
  /// This many samples at the very same extreme are a sensor at its limit, not a coincidence.
  static let fewestAtLimit = 3

  /// Nothing yet.
  package init() {}

  /// What a sample means for the stages behind.
  package enum Step: Sendable {
    /// The sample lies this many seconds after the first one.
    case at(seconds: Double)
    /// The sample cannot be used.
    case dropped
  }

  private(set) var droppedSamples = 0
  private var quality = Quality()
  private var origin: Int64?
  private var lastNanoseconds: Int64 = 0
  private var extrema = [Extreme](repeating: Extreme(), count: 3)

  private struct Extreme: Sendable {
    var size = 0.0
    var hits = 0
  }

  /// Takes a sample and places it.
  package mutating func process(_ sample: IMUSample) -> Step {
    let isFinite = sample.specificForce.isFinite && (sample.angularRate?.isFinite ?? true)
    guard isFinite, origin == nil || sample.nanoseconds > lastNanoseconds else {
      droppedSamples += 1
      return .dropped
    }
    if quality.samples == 0 { quality.hasGyroscope = sample.angularRate != nil }
    origin = origin ?? sample.nanoseconds
    lastNanoseconds = sample.nanoseconds
    quality.samples += 1
    note(sample.specificForce)
    quality.seconds = seconds(of: sample.nanoseconds)
    return .at(seconds: quality.seconds)
  }

  /// Begins before the first sample, where something came that could not be read.
  package mutating func begin(at nanoseconds: Int64) { origin = origin ?? nanoseconds }

  /// Notes a segment without signal.
  package mutating func add(_ gap: Gap) {
    quality.gaps.append(gap)
    quality.seconds = max(quality.seconds, gap.end)
  }

  /// Seconds after the first sample; 0 before there is one.
  package func seconds(of nanoseconds: Int64) -> Double {
    Double(nanoseconds - (origin ?? nanoseconds)) / Units.nanosecondsPerSecond
  }

  /// The figures so far.
  package var figures: Quality {
    var figures = quality
    let covered = quality.seconds - quality.gaps.reduce(0) { $0 + $1.end - $1.start }
    let steps = quality.samples - 1 - quality.gaps.count
    figures.rateHertz = steps > 0 && covered > 0 ? Double(steps) / covered : nil
    figures.saturatedSamples = extrema.reduce(0) {
      $0 + ($1.hits >= Self.fewestAtLimit ? $1.hits : 0)
    }
    return figures
  }

  private mutating func note(_ force: Vector3) {
    for (axis, value) in [force.x, force.y, force.z].enumerated() {
      let size = abs(value)
      guard size > Self.smallestLimit else { continue }
      if size > extrema[axis].size {
        extrema[axis] = Extreme(size: size, hits: 1)
      } else if size == extrema[axis].size {
        extrema[axis].hits += 1
      }
    }
  }
}
