import MotionCore

/// A recording made ready to be drawn: slow enough to be counted by eye, at even steps.
struct PlotSignal {
  /// One point in each of these segments: their mean.
  private static let cellSeconds = 0.1
  /// Averaged twice over this many cells around each: tremor and steps above 3 Hz vanish, the
  /// fastest repetitions (0.8 s) stay.
  private static let smoothedCells = 3
  /// Cells farther apart are not joined by a line, as in the detector (a gap).
  private static let gapSeconds = 0.5
  /// How fast the turned angle is forgotten, so that a gyroscope's drift stays off the drawing.
  private static let leakSeconds = 5.0

  /// Seconds from the first sample, one for each point.
  let seconds: [Double]
  /// Specific force in m/s^2.
  let force: [Vector3]
  /// Angle turned about the sensor's own axes in degrees, leaky; nil without a gyroscope.
  let turned: [Vector3]?
  /// Points that a line may join.
  let segments: [Range<Int>]

  /// A signal of samples in the order of time.
  init(_ samples: [IMUSample]) {
    let origin = samples.first?.nanoseconds ?? 0
    let times = samples.map {
      Double($0.nanoseconds - origin) / Units.nanosecondsPerSecond
    }
    let cellNanoseconds = Int64(Self.cellSeconds * Units.nanosecondsPerSecond)
    let cellOf = samples.map { ($0.nanoseconds - origin) / cellNanoseconds }
    let cells = Self.runs(of: cellOf) { $0 != $1 }
    let centres = cells.map { cell in times[cell].reduce(0, +) / Double(cell.count) }
    let joined = Self.runs(of: centres) { $1 - $0 > Self.gapSeconds }
    let smoothed = { (values: [Vector3]) in
      Self.smoothed(cells.map { Self.mean(values[$0]) }, within: joined)
    }
    seconds = centres
    segments = joined
    force = smoothed(samples.map(\.specificForce))
    turned = Self.turned(samples, times).map(smoothed)
  }

  /// Neighbours between which there is no break.
  private static func runs<Value>(
    of values: [Value], isBreak: (Value, Value) -> Bool
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in values.indices.dropFirst() where isBreak(values[index - 1], values[index]) {
      runs.append(start..<index)
      start = index
    }
    return values.isEmpty ? [] : runs + [start..<values.count]
  }

  private static func mean(_ values: ArraySlice<Vector3>) -> Vector3 {
    values.reduce(.zero, +) / Double(values.count)
  }

  private static func smoothed(_ values: [Vector3], within segments: [Range<Int>]) -> [Vector3] {
    let once = averaged(values, within: segments)
    return averaged(once, within: segments)
  }

  private static func averaged(_ values: [Vector3], within segments: [Range<Int>]) -> [Vector3] {
    let reach = smoothedCells / 2
    return segments.flatMap { segment in
      segment.map { place in
        let first = max(place - reach, segment.lowerBound)
        return mean(values[first..<min(place + reach + 1, segment.upperBound)])
      }
    }
  }

  private static func turned(_ samples: [IMUSample], _ times: [Double]) -> [Vector3]? {
    guard samples.contains(where: { $0.angularRate != nil }) else { return nil }
    var angle = Vector3.zero
    return samples.indices.map { index in
      let step = index > 0 ? min(times[index] - times[index - 1], gapSeconds) : 0
      let rate = (samples[index].angularRate ?? .zero) / Units.radiansPerDegree
      angle = (angle + rate * step) * (1 - step / leakSeconds)
      return angle
    }
  }
}
