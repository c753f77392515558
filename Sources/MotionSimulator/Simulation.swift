import MotionCore

/// A person with a worn sensor doing exercises: its readings and what truly happened.
package struct Simulation: Sendable {
  /// The readings, computed as they are asked for.
  package let samples: SimulatedSamples
  /// What truly happened: each set followed by its repetitions or holds. A partial repetition and
  /// a hold that is partial or too short have labels too, with a count of 0, and are not in their
  /// set's count.
  package let labels: [Label]
  /// What a recording names as its device.
  package let device: String
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
    device = "motioncheck simulator, \(configuration.sensor.name)"
    samples = SimulatedSamples(
      path: SensorPath(
        skeleton: Skeleton(body: body), placement: configuration.placement,
        motion: script.motion, wearing: script.wearing),
      sensor: configuration.sensor, window: window, gaps: script.gaps, random: random.fork())
  }
}

extension Simulation {
  /// The notes that a live recording of this session would hold: where each set begins and ends.
  package var markers: [Marker] {
    labels.filter { $0.kind == .set }.flatMap { label in
      [
        Marker(
          nanoseconds: label.start.nanoseconds,
          kind: .setStart(exercise: label.exercise, side: label.side)),
        Marker(nanoseconds: label.end.nanoseconds, kind: .setEnd),
      ]
    }
  }

  /// Readings and, where asked for, markers in the order of their times.
  package func readings(withMarkers hasMarkers: Bool) -> some Sequence<MotionReading> {
    let start = (
      samples: samples.makeIterator(), next: IMUSample?.none,
      markers: hasMarkers ? markers[...] : []
    )
    return sequence(state: start) { state -> MotionReading? in
      state.next = state.next ?? state.samples.next()
      let time = state.next?.nanoseconds ?? .max
      if let marker = state.markers.first, marker.nanoseconds <= time {
        state.markers.removeFirst()
        return .marker(marker)
      }
      defer { state.next = nil }
      return state.next.map(MotionReading.sample)
    }
  }
}

extension Double {
  fileprivate var nanoseconds: Int64 { Int64((self * Units.nanosecondsPerSecond).rounded()) }
}

extension Label {
  /// Times within the recording, to the millisecond.
  fileprivate func clipped(to window: ClosedRange<Double>) -> Label {
    func clip(_ time: Double) -> Double {
      let inside = min(max(time, window.lowerBound), window.upperBound) - window.lowerBound
      return (inside * 1000).rounded(.down) / 1000
    }
    var label = self
    label.start = clip(start)
    label.end = clip(end)
    return label
  }
}
