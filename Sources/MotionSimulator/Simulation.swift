import MotionCore

/// A person with a worn sensor doing exercises: its readings and what truly happened.
package struct Simulation: Sendable {
  /// The readings, computed as they are asked for.
  package let samples: SimulatedSamples
  /// What truly happened: each set followed by its repetitions or holds. A partial repetition and
  /// a hold that is partial or too short have labels too, with a count of 0, and are not in their
  /// set's count.
  package let labels: [Label]
  /// What a recording's first lines say, such as the device and the placement.
  package let metadata: [(name: String, value: String)]
  /// How long the recording is, in seconds.
  package let seconds: Double

  /// Writes the session's script; the readings follow when they are asked for.
  ///
  /// - Throws: `SimulationError` when the configuration asks for what cannot be.
  package init(_ configuration: SimulationConfiguration) throws(SimulationError) {
    try configuration.validate()
    var random = SeededRandom(seed: configuration.seed)
    // heights of most adults, in metres
    let body = Anthropometry(heightMetres: random.uniform(1.55...1.90))
    var script = Script(configuration, body: body, random: random.fork())
    script.perform(configuration)
    let window = script.window ?? 0...script.now
    seconds = window.length
    labels = script.labels.map { $0.clipped(to: window) }
    metadata = configuration.metadata
    samples = SimulatedSamples(
      path: SensorPath(
        skeleton: Skeleton(body: body), placement: configuration.placement,
        motion: script.motion, wearing: script.wearing),
      sensor: configuration.sensor, window: window, gaps: script.gaps, random: random.fork())
  }
}

extension Label {
  fileprivate func clipped(to window: ClosedRange<Double>) -> Label {
    var label = self
    label.start = max(start, window.lowerBound) - window.lowerBound
    label.end = min(end, window.upperBound) - window.lowerBound
    return label
  }
}
