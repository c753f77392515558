import MotionCore

extension Script {
  /// Does one planned set from its posture, with its labels.
  mutating func perform(_ set: PlannedSet, under conditions: Conditions) {
    let side = set.exercise.isOneSided ? set.side ?? wearing.side : wearing.side
    let choreography = Choreography.of(
      set.exercise, side: side, placement: placement, using: &random)
    if choreography.usesWeights { bendForWeights() }
    assume(choreography.stance)
    rest(random.uniform(2.5...5))
    let style = SetStyle(choreography, set, from: motion, conditions, &random)
    let start = now
    var marks: [Mark] = []
    var effort = Effort()
    for number in 1...style.reps {
      let rep = style.repetition(number, &random)
      effort.add(rep, from: now, in: style)
      marks.append(perform(rep, in: style))
      if number < style.reps { pause(after: number, in: style) }
    }
    if style.tempo.between < 0, !style.isHold {
      joinFlowing(&marks, driver: style.choreography.gesture.driver, restedAt: start)
    }
    addUnsteadiness(effort)
    if choreography.breathesAlong { motion.breathing.letGo(at: now) }
    motion[stance.sinkingJoint].add(
      .init(start: start, duration: now - start, change: conditions.driftDegrees.degrees))
    label(set, marks: marks, from: start)
    if conditions.isCutAtEdges, !style.isHold { cut(at: marks) }
    if choreography.usesWeights {
      rest(random.uniform(0.5...2))
      bendForWeights()
    }
  }

  private mutating func pause(after number: Int, in style: SetStyle) {
    let conditions = style.conditions
    let start = now
    if number == conditions.breakAfterRep { rest(conditions.breakSeconds) }
    let seconds = random.varied(style.tempo.between, by: 0.25)
    // long pauses, as between holds, are real rests
    if seconds > 6 { rest(seconds) } else { now += seconds }
    if now - start > Self.heldBreathSeconds { motion.breathing.letGo(at: start) }
  }

  /// When a repetition truly begins and ends, and whether it counts.
  struct Mark: Sendable {
    var start: Double
    var turn: Double
    var end: Double
    var counts: Bool
  }

  /// The set's label counts full repetitions and holds of the prescribed time only; the others
  /// have labels of their own like these, marked by a count of 0.
  private mutating func label(_ set: PlannedSet, marks: [Mark], from start: Double) {
    let kind: Label.Kind = set.exercise.kind == .hold ? .hold : .rep
    let side = set.exercise.isOneSided ? set.side ?? wearing.side : set.side
    labels.append(
      Label(
        start: start, end: now, exercise: set.exercise.id, side: side, kind: .set,
        count: marks.count { $0.counts }))
    labels += marks.map {
      Label(
        start: $0.start, end: $0.end, exercise: set.exercise.id, side: side, kind: kind,
        count: $0.counts ? nil : 0)
    }
  }

  private mutating func cut(at marks: [Mark]) {
    guard let first = marks.first, let last = marks.last else { return }
    window =
      (first.start + 0.1 * (first.turn - first.start))...(last.end - 0.1 * (last.end - last.turn))
  }

  /// In a movement without rests one repetition ends where the next begins: where the driving
  /// joint is nearest to rest between two turning points.
  private func joinFlowing(_ marks: inout [Mark], driver: Joint, restedAt start: Double) {
    let course = motion[driver]
    let rest = course.value(at: start)
    func distance(_ time: Double) -> Double { abs(course.value(at: time) - rest) }
    for index in marks.indices.dropLast() {
      let (from, to) = (marks[index].turn, marks[index + 1].turn)
      let times = (0...1000).map { from + (to - from) * Double($0) / 1000 }
      guard let nearest = times.min(by: { distance($0) < distance($1) }) else { continue }
      marks[index].end = nearest
      marks[index + 1].start = nearest
    }
  }

  private mutating func perform(_ rep: RepetitionPlan, in style: SetStyle) -> Mark {
    let tempo = rep.tempo
    let turn = now + tempo.out + rep.stallSeconds
    let back = turn + tempo.turn
    for (part, excursion) in style.choreography.gesture.excursions.enumerated() {
      move(excursion, to: rep.levels[part].out, rep, startingAt: now)
      if style.isHold { settle(excursion, from: turn, to: back) }
      motion[excursion.joint].move(
        to: rep.levels[part].rest, start: back + excursion.back.lowerBound * tempo.back,
        duration: excursion.back.length * tempo.back)
    }
    if style.choreography.breathesAlong { breathe(along: rep, from: now) }
    if rep.lapses { lapse(rep, in: style, middle: (turn + back) / 2) }
    disturb(rep, style.conditions, middle: (turn + back) / 2)
    let edge = style.edgeFraction
    let mark = Mark(
      start: now + rep.timeOut(to: edge), turn: (turn + back) / 2,
      end: back + tempo.back * MinimumJerk.phase(at: 1 - edge), counts: rep.counts)
    now = back + tempo.back
    return mark
  }

  private mutating func move(
    _ excursion: Gesture.Excursion, to level: Double, _ rep: RepetitionPlan,
    startingAt start: Double
  ) {
    let first = start + excursion.out.lowerBound * rep.tempo.out
    let duration = excursion.out.length * rep.tempo.out
    guard rep.stallSeconds > 0 else {
      motion[excursion.joint].move(to: level, start: first, duration: duration)
      return
    }
    let half = (level - motion[excursion.joint].finalLevel) / 2
    for delay in [0, duration / 2 + rep.stallSeconds] {
      motion[excursion.joint].add(
        .init(start: first + delay, duration: duration / 2, change: half))
    }
  }

  /// A held position is not quite still: it sinks in, or tires and gives way, by a few percent.
  private mutating func settle(
    _ excursion: Gesture.Excursion, from start: Double, to end: Double
  ) {
    var time = start + random.uniform(0.3...2)
    while true {
      let duration = random.uniform(1...3)
      guard time + duration < end else { return }
      let change = excursion.change * 0.015 * random.normal()
      motion[excursion.joint].add(.init(start: time, duration: duration, change: change))
      time += duration + random.uniform(0...6)
    }
  }

  /// In on the way out, out on the way back; while a position is held the breath goes on as it
  /// likes.
  private mutating func breathe(along rep: RepetitionPlan, from start: Double) {
    let tempo = rep.tempo
    let turn = start + tempo.out + rep.stallSeconds
    // a slower way leaves time for a deeper breath
    let depth = 0.5 * min(tempo.out + tempo.back, 8)
    motion.breathing.follow(to: depth, from: start, in: tempo.out)
    if tempo.turn > Self.heldBreathSeconds { motion.breathing.letGo(at: turn) }
    motion.breathing.follow(to: -depth / 2, from: turn + tempo.turn, in: tempo.back)
  }

  /// Nobody holds the breath for longer without being asked to.
  private static let heldBreathSeconds = 3.0

  /// The position gives way for a moment and is taken again.
  private mutating func lapse(_ rep: RepetitionPlan, in style: SetStyle, middle: Double) {
    let (share, seconds) = (style.conditions.lapseFraction, style.conditions.lapseSeconds)
    // the hold is given up at the edge of its range, not when it begins to give way
    let toEdge = MinimumJerk.phase(at: (1 - style.edgeFraction) / share)
    let way = seconds / 2 / (1 - toEdge)
    for (excursion, levels) in zip(style.choreography.gesture.excursions, rep.levels) {
      let change = share * (levels.rest - levels.out)
      motion[excursion.joint].add(.init(start: middle - way, duration: way, change: change))
      motion[excursion.joint].add(.init(start: middle, duration: way, change: -change))
    }
  }

  private mutating func disturb(
    _ rep: RepetitionPlan, _ conditions: Conditions, middle: Double
  ) {
    if rep.slips {
      let change = conditions.slipDegrees.degrees * random.sign()
      wearing.slipRadians.add(.init(start: middle, duration: 0.3, change: change))
      wearing.slipMetres.add(.init(start: middle, duration: 0.3, change: 0.02))
    }
    if rep.hasGap { gaps.append(middle...(middle + conditions.gapSeconds)) }
  }
}

extension ClosedRange<Double> {
  var length: Double { upperBound - lowerBound }
}
