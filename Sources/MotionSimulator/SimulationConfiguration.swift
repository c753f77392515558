import MotionCore

/// What is to be simulated.
package struct SimulationConfiguration: Sendable {
  /// What is done.
  package var plan: SimulationPlan
  /// Where the sensor is worn.
  package var placement: Placement
  /// The arm that wears it, first; nil for the one that the plan asks for first, else the right.
  package var side: Side?
  /// The sensor.
  package var sensor: SensorModel
  /// How the sets depart from plain ones.
  package var conditions: Conditions
  /// Conditions of some of a programme's exercises, by id, in place of `conditions`.
  package var exceptions: [String: Conditions]
  /// Exercises of the programme, by id, that the person leaves out.
  package var leftOut: Set<String>
  /// How much of the rest that the programme asks for after a set is spent at rest; what lies
  /// between two sets besides (a walk, the weights, another position) is not in it.
  package var restFraction = 0.3...0.6
  /// All randomness follows from it.
  package var seed: UInt64

  /// A configuration from its parts.
  package init(
    plan: SimulationPlan, placement: Placement = .upperArm, side: Side? = nil,
    sensor: SensorModel = SensorPreset.phone.model, conditions: Conditions = Conditions(),
    exceptions: [String: Conditions] = [:], leftOut: Set<String> = [], seed: UInt64 = 1
  ) {
    self.plan = plan
    self.placement = placement
    self.side = side
    self.sensor = sensor
    self.conditions = conditions
    self.exceptions = exceptions
    self.leftOut = leftOut
    self.seed = seed
  }
}

extension SimulationConfiguration {
  /// Rates that worn motion sensors have, in hertz.
  package static let allowedRateHertz = 10.0...250.0

  func validate() throws(SimulationError) {
    guard Self.allowedRateHertz.contains(sensor.rateHertz) else {
      throw .rate(sensor.rateHertz)
    }
    try plan.validate(conditions)
    let present = Set(plan.sets.map(\.exercise.id))
    for id in leftOut.union(exceptions.keys).sorted() where !present.contains(id) {
      throw .notInPlan(id: id, present: present.sorted())
    }
    for conditions in [conditions] + exceptions.values { try conditions.validate() }
    guard restFraction.lowerBound >= 0 else {
      throw .condition(name: "restFraction", value: restFraction.lowerBound, allowed: 0...100)
    }
  }
}

extension SimulationPlan {
  fileprivate func validate(_ conditions: Conditions) throws(SimulationError) {
    guard case .activities(let intervals) = self else { return }
    for interval in intervals where !Activity.allowedSeconds.contains(interval.seconds) {
      throw .duration(interval)
    }
    // a tremor goes on whatever is done; all else is about repetitions and holds
    var others = conditions
    others.tremor = nil
    guard others == Conditions() else { throw .conditionsOfNoSet }
  }
}

/// What cannot be simulated.
package enum SimulationError: Error, Sendable, Hashable {
  /// A sample rate outside of `SimulationConfiguration.allowedRateHertz`.
  case rate(Double)
  /// An exercise is to be left out or done differently that the plan does not have.
  case notInPlan(id: String, present: [String])
  /// An activity that lasts too short or too long a time.
  case duration(Activity.Interval)
  /// Activities have no repetitions or holds that conditions could change.
  case conditionsOfNoSet
  /// A figure of the conditions that makes no sense.
  case condition(name: String, value: Double, allowed: ClosedRange<Double>)
}

extension SimulationError: CustomStringConvertible {
  /// One sentence that names what was found and what is allowed.
  package var description: String {
    switch self {
    case .rate(let rate):
      "the rate is \(rate) Hz; allowed: \(SimulationConfiguration.allowedRateHertz.words) Hz"
    case .notInPlan(let id, let present):
      """
      '\(id)' is not in what is simulated; there is: \
      \(present.isEmpty ? "no exercise" : present.joined(separator: ", "))
      """
    case .duration(let interval):
      """
      \(interval.activity.rawValue) lasts \(interval.seconds) s; \
      allowed: \(Activity.allowedSeconds.words) s
      """
    case .conditionsOfNoSet:
      "activities have no repetitions or holds to change; allowed with them: the condition tremor"
    case .condition(let name, let value, let allowed):
      "\(name) is \(value); allowed: \(allowed.words)"
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var words: String { "\(lowerBound) to \(upperBound)" }
}
