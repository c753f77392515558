import MotionCore

/// What is to be simulated.
package struct SimulationConfiguration: Sendable {
  /// One set, or the sets of a programme with rests and changes of position.
  package var plan: SessionPlan
  /// Where the sensor is worn.
  package var placement: Placement
  /// The arm that wears it, first; nil for the one that the plan asks for first, else the right.
  package var side: Side?
  /// The sensor.
  package var sensor: SensorModel
  /// How the sets depart from plain ones.
  package var conditions: Conditions
  /// Exercises of the programme, by id, that the person leaves out.
  package var leftOut: Set<String>
  /// All randomness follows from it.
  package var seed: UInt64

  /// A configuration from its parts.
  package init(
    plan: SessionPlan, placement: Placement = .upperArm, side: Side? = nil,
    sensor: SensorModel = SensorPreset.phone.model, conditions: Conditions = Conditions(),
    leftOut: Set<String> = [], seed: UInt64 = 1
  ) {
    self.plan = plan
    self.placement = placement
    self.side = side
    self.sensor = sensor
    self.conditions = conditions
    self.leftOut = leftOut
    self.seed = seed
  }
}

/// A person with a worn sensor doing exercises: its readings and what truly happened.
package struct Simulation: Sendable {
  /// The readings, computed as they are asked for.
  package let samples: SimulatedSamples
  /// What truly happened, in order of beginning.
  package let labels: [Label]
  /// What a recording's first lines say, such as the device and the placement.
  package let metadata: [(name: String, value: String)]
  /// How long the recording is, in seconds.
  package let seconds: Double

  /// Writes the session's script; the readings follow when they are asked for.
  package init(_ configuration: SimulationConfiguration) {
    var random = SeededRandom(seed: configuration.seed)
    // heights of most adults, in metres
    let body = Anthropometry(heightMetres: random.uniform(1.55...1.90))
    var script = Script(configuration, body: body, random: random.fork())
    script.perform(configuration.plan, leavingOut: configuration.leftOut)
    seconds = script.now
    labels = script.labels
    metadata = [
      ("device", "motioncheck simulator, \(configuration.sensor.name)"),
      ("placement", configuration.placement.rawValue),
      ("seed", String(configuration.seed)),
    ]
    samples = SimulatedSamples(
      path: SensorPath(
        skeleton: Skeleton(body: body), placement: configuration.placement,
        motion: script.motion, wearing: script.wearing),
      sensor: configuration.sensor, seconds: script.now, gaps: script.gaps,
      random: random.fork())
  }
}
