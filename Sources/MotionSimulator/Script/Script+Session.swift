import MotionCore

extension Script {
  /// An empty script for a configuration.
  init(_ configuration: SimulationConfiguration, body: Anthropometry, random: SeededRandom) {
    let asked = configuration.plan.sets.lazy.compactMap(\.side).first
    let side = configuration.side ?? asked ?? .right
    var random = random
    var stance = Stance.standing
    if configuration.conditions.isInPosition, let first = configuration.plan.sets.first {
      stance =
        Choreography.of(
          first.exercise, side: side, placement: configuration.placement, using: &random
        ).stance
    }
    self.init(
      body: body, placement: configuration.placement, side: side,
      conditions: configuration.conditions, stance: stance, random: random)
  }

  /// Does everything that is planned, with what lies around it.
  mutating func perform(_ configuration: SimulationConfiguration) {
    rest(random.uniform(3...6))
    walk(conditions.walkingSeconds)
    switch configuration.plan {
    case .single(let set):
      perform(set, under: conditions)
      rest(random.uniform(2...4))
    case .program(let program): perform(program, configuration)
    }
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
          betweenSets(atMost: line.restSeconds)
        }
      }
    }
  }

  private mutating func betweenSets(atMost seconds: Double) {
    rest(random.uniform(0.3...0.6) * seconds)
    if random.unit() < 0.4 { reach() }
    if stance == .standing, random.unit() < 0.5 { walk(random.uniform(6...12)) }
  }

  /// The sensor on the back serves both arms; one on an arm is taken off, handled for 10 to 20 s
  /// and strapped to the other.
  private mutating func moveSensor(to side: Side) {
    guard placement != .upperBack, side != wearing.side else { return }
    assume(.sitting)
    rest(random.uniform(1...2))
    let end = now + random.uniform(11...18)
    var transfer = Wearing.Transfer(start: now, end: end)
    for axis in 0..<3 {
      handle(&transfer.wander[axis], from: now, to: end, size: 0.12)
      handle(&transfer.turn[axis], from: now, to: end, size: 0.6)
    }
    wearing.add(transfer, to: .init(side: side, mount: newMount(on: side, at: (now + end) / 2)))
    now = end
    rest(random.uniform(1...3))
  }

  private mutating func handle(
    _ track: inout Track, from start: Double, to end: Double, size: Double
  ) {
    var time = start
    while true {
      let duration = random.uniform(0.4...1.6)
      guard time + duration < end - 1 else { break }
      track.move(to: size * random.normal(), start: time, duration: duration)
      time += duration * random.uniform(0.7...1.6)
    }
    track.move(to: 0, start: end - 1, duration: 1)
  }

  /// Any mount, except those whose way from the present one is so near to half a turn that the
  /// shorter way round would change in the hand.
  private mutating func newMount(on side: Side, at time: Double) -> Rotation {
    let skeleton = Skeleton(body: body)
    func segment(_ side: Side) -> Rotation {
      skeleton.segment(under: placement, side, of: motion, at: time).orientation
    }
    let present = segment(wearing.side) * (wearing.stays.last?.mount ?? .identity)
    let other = segment(side)
    while true {
      let mount = Rotation.random(using: &random)
      if (present.inverse * (other * mount)).angle < 140.degrees { return mount }
    }
  }
}
