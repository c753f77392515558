import MotionCore

/// What a sender measured, in the form of a recording: in order, on one time, in SI units.
///
/// No I/O and no clock: the time of arrival comes with what arrived. It hands out readings as every
/// `ReadingSource` does, and takes out what no worn sensor can have measured.
struct SensorStream {
  private let name: String
  private var clock = SenderClock()
  private var joiner = SampleJoiner()
  private var plausibility: PlausibilityCheck
  private var unseen = UnseenSignal(isLive: true)
  private var lastSample: Int64?
  private var lateMeasurements = 0
  private var doubtedMeasurements = 0
  private var restarts = 0
  private var outOfRange = 0

  /// - Parameter name: what the sender is called in messages.
  init(name: String) {
    self.name = name
    plausibility = PlausibilityCheck(path: name)
  }

  /// What had to be left out or changed so far.
  var notices: [String] {
    let faults = [
      (lateMeasurements, "came too late or twice"), (doubtedMeasurements, "had an impossible time"),
      (joiner.incompleteSamples, "had no counterpart of the other sensor near them"),
      (outOfRange, "were beyond what a worn sensor reads"),
    ]
    let left = faults.filter { $0.0 > 0 }.map { "\($0.0) that \($0.1)" }
    return
      (left.isEmpty
      ? [] : ["\(name): measurements left out: \(left.joined(separator: ", "))"])
      + (restarts == 0
        ? [] : ["\(name): its clock started anew, or stood still, \(restarts.timesInWords)"])
      + unitNotice
  }

  private var unitNotice: [String] {
    guard let choice = joiner.choice, choice.scale != 1 else { return [] }
    return ["\(name): its acceleration was taken to be in g, by its size at the start"]
  }

  /// What is missing of a sender from which nothing can be measured; nil where nothing is.
  var missing: String? {
    joiner.undecided.flatMap {
      ChannelChoice.canMeasure($0) ? nil : ChannelChoice.missing($0)
    }
  }

  /// Notes that the sender goes on, or may go on, with another clock, or one that stood still.
  mutating func expectRestart(isCertain: Bool) { clock.expectRestart(isCertain: isCertain) }

  /// Takes measurements that arrived at this time of the monotonic clock, in nanoseconds.
  ///
  /// - Throws: `InputError.noGravity`, `.tooSlow` or `.tooFast` after the first seconds.
  mutating func take(
    _ measurements: [Measurement], arrival: Int64
  ) throws(InputError) -> [MotionReading] {
    var readings: [MotionReading] = []
    // What comes together may hold one channel behind the other.
    for measurement in measurements.sorted(by: { $0.nanoseconds < $1.nanoseconds }) {
      let vector = measurement.vector
      guard vector.x.isFinite, vector.y.isFinite, vector.z.isFinite else {
        outOfRange += 1
        continue
      }
      var placed = measurement
      switch clock.place(measurement, arrival: arrival) {
      case .late: lateMeasurements += 1
      case .doubted: doubtedMeasurements += 1
      case .at(let time):
        placed.nanoseconds = time
        try pass(joiner.take(placed), into: &readings)
      case .restarted(let time):
        placed.nanoseconds = time
        joiner.restart()
        note(.gap(reason: .clockRestart), into: &readings)
        restarts += 1
        try pass(joiner.take(placed), into: &readings)
      }
    }
    try pass(joiner.endBatch(), into: &readings)
    return readings
  }

  private mutating func pass(
    _ samples: [IMUSample], into readings: inout [MotionReading]
  ) throws(InputError) {
    for sample in samples {
      let sample = RecordingGrid.round(sample)
      if let lastSample, sample.nanoseconds <= lastSample { continue }
      try plausibility.observe(sample)
      guard WornSensorRange.contains(sample) else {
        outOfRange += 1
        continue
      }
      lastSample = sample.nanoseconds
      unseen.take(.sample(sample), into: &readings)
    }
  }

  private mutating func note(_ kind: Marker.Kind, into readings: inout [MotionReading]) {
    guard let lastSample else { return }
    unseen.take(.marker(Marker(nanoseconds: lastSample, kind: kind)), into: &readings)
  }
}
