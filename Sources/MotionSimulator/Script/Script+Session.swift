import MotionCore

extension Script {
  /// An empty script for a configuration.
  init(_ configuration: SimulationConfiguration, body: Anthropometry, random: SeededRandom) {
    let asked = configuration.plan.sets.lazy.compactMap(\.side).first
    let side = configuration.side ?? asked ?? .right
    var random = random
    let stance = Self.firstStance(of: configuration, side, using: &random)
    self.init(
      body: body, placement: configuration.placement, side: side,
      conditions: configuration.conditions, stance: stance, random: random)
  }

  private static func firstStance(
    of configuration: SimulationConfiguration, _ side: Side, using random: inout SeededRandom
  ) -> Stance {
    if case .activities(let intervals) = configuration.plan {
      return intervals.first.map { random.pick($0.activity.stances) } ?? .standing
    }
    guard configuration.conditions.isInPosition, let first = configuration.plan.sets.first else {
      return .standing
    }
    return Choreography.of(
      first.exercise, side: side, placement: configuration.placement, using: &random
    ).stance
  }

  /// Does everything that is planned, with what lies around it.
  mutating func perform(_ configuration: SimulationConfiguration) {
    switch configuration.plan {
    case .single(let set):
      arrive()
      perform(set, under: conditions)
      rest(random.uniform(2...4))
      leave()
    case .program(let program):
      arrive()
      perform(program, configuration)
      leave()
    case .activities(let intervals): perform(intervals)
    }
  }

  private mutating func arrive() {
    rest(random.uniform(3...6))
    walk(conditions.walkingSeconds)
  }

  private mutating func leave() {
    if !conditions.isInPosition { assume(.standing) }
    walk(conditions.walkingSeconds)
    rest(random.uniform(3...5))
  }

  /// The sets in order. The sensor changes arms only where a set asks for the other arm, and then
  /// stays there: nobody straps it back for exercises that both arms do.
  private mutating func perform(
    _ program: Program, _ configuration: SimulationConfiguration
  ) {
    for line in program.lines where !configuration.leftOut.contains(line.exercise.id) {
      let own = configuration.exceptions[line.exercise.id] ?? conditions
      for side in line.sides {
        for _ in 0..<line.sets {
          if let side, line.exercise.isOneSided { moveSensor(to: side) }
          perform(
            PlannedSet(
              exercise: line.exercise, side: side, target: line.target,
              placement: line.placement), under: own)
          betweenSets(configuration.restFraction, of: line.restSeconds)
        }
      }
    }
  }

  private mutating func betweenSets(_ fraction: ClosedRange<Double>, of seconds: Double) {
    rest(random.uniform(fraction) * seconds)
    if random.unit() < 0.4 { reach() }
    if stance == .standing, random.unit() < 0.5 { walk(random.uniform(6...12)) }
  }
}
