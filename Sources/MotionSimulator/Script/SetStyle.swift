import MotionCore

/// How one person does one set: the person's own range and tempo, which each repetition varies.
struct SetStyle: Sendable {
  let choreography: Choreography
  let reps: Int
  let tempo: Tempo
  private let planned: PlannedSet
  let conditions: Conditions
  private let restLevels: [Double]

  /// Repetitions begin and end at 20 % of the way, holds at 80 %.
  var edgeFraction: Double { isHold ? 0.8 : 0.2 }

  var isHold: Bool { planned.exercise.kind == .hold }

  /// Draws a style; `motion` tells where the joints rest when the set begins.
  init(
    _ choreography: Choreography, _ planned: PlannedSet, from motion: BodyMotion,
    _ conditions: Conditions, _ random: inout SeededRandom
  ) {
    var own = choreography
    for part in own.gesture.excursions.indices {
      own.gesture.excursions[part].vary(by: conditions.rangeScale, &random)
    }
    var tempo = own.tempo.drawn(using: &random)
    tempo.turn = conditions.turnSeconds ?? tempo.turn
    tempo.between = conditions.betweenSeconds ?? tempo.between
    if let seconds = conditions.repSeconds, planned.exercise.kind == .cycle {
      tempo.stretch(to: seconds)
    }
    self.choreography = own
    self.tempo = tempo
    self.planned = planned
    self.conditions = conditions
    reps = max(1, conditions.reps ?? planned.target?.reps ?? planned.exercise.dose?.reps ?? 10)
    restLevels = own.gesture.excursions.map { motion[$0.joint].finalLevel }
  }

  /// What the repetition of this number, from 1, will be like.
  func repetition(_ number: Int, _ random: inout SeededRandom) -> RepetitionPlan {
    let isPartial = conditions.partialReps.contains(number)
    let isShort = isHold && conditions.shortHolds.contains(number)
    let scale = random.varied(isPartial ? conditions.partialFraction : 1, by: 0.05)
    var plan = RepetitionPlan(tempo: varied(number, &random))
    if isHold {
      let held = heldSeconds(isShort: isShort, &random)
      let edges = (plan.tempo.out + plan.tempo.back) * (1 - MinimumJerk.phase(at: edgeFraction))
      plan.tempo.turn = max(0.2, held - edges)
      plan.counts = held >= (planned.target?.holdSeconds ?? 0)
    }
    plan.counts = plan.counts && !isPartial
    plan.stallSeconds = conditions.stalledReps.contains(number) ? conditions.stallSeconds : 0
    plan.lapses = isHold && conditions.lapsingHolds.contains(number)
    plan.slips = conditions.slipRep == number
    plan.hasGap = conditions.gapRep == number
    plan.levels = levels(scale: scale, &random)
    return plan
  }

  /// People differ from one repetition to the next by some percent in every joint, and never come
  /// back to quite the same place.
  private func levels(
    scale: Double, _ random: inout SeededRandom
  ) -> [RepetitionPlan.Levels] {
    zip(choreography.gesture.excursions, restLevels).map { excursion, rest in
      .init(
        out: rest + excursion.change * scale * random.varied(1, by: 0.04),
        rest: rest + excursion.change * 0.015 * random.normal())
    }
  }

  private func varied(_ number: Int, _ random: inout SeededRandom) -> Tempo {
    var own = tempo
    own.out = random.varied(tempo.out, by: 0.08)
    own.back = random.varied(tempo.back, by: 0.08)
    own.turn = random.varied(tempo.turn, by: 0.15)
    if conditions.fastReps.contains(number) {
      own.out = random.uniform(0.4...0.5)
      own.turn = 0.05
      own.back = random.uniform(0.4...0.5)
    }
    return own
  }

  private func heldSeconds(isShort: Bool, _ random: inout SeededRandom) -> Double {
    let least = planned.target?.holdSeconds ?? planned.exercise.dose?.holdSeconds ?? 5
    if isShort { return least * random.uniform(0.4...0.65) }
    if let asked = conditions.holdSeconds { return random.varied(asked, by: 0.03) }
    guard let most = planned.target?.holdSecondsMax, most > least else {
      return least * random.uniform(1.04...1.25)
    }
    return random.uniform((least + 0.1 * (most - least))...(most - 0.1 * (most - least)))
  }
}

/// One repetition or hold before it is written into the joints' tracks.
struct RepetitionPlan: Sendable {
  /// Where one joint goes and where it comes back to.
  struct Levels: Sendable {
    var out: Double
    var rest: Double
  }

  var tempo: Tempo
  var stallSeconds = 0.0
  /// One for each excursion of the gesture.
  var levels: [Levels] = []
  var counts = true
  var lapses = false
  var slips = false
  var hasGap = false

  /// Seconds from leaving until the driving joint has done this share of the way out; a stall
  /// stops it half way.
  func timeOut(to share: Double) -> Double {
    guard stallSeconds > 0 else { return tempo.out * MinimumJerk.phase(at: share) }
    let half = tempo.out / 2
    return share <= 0.5
      ? half * MinimumJerk.phase(at: 2 * share)
      : half + stallSeconds + half * MinimumJerk.phase(at: 2 * share - 1)
  }
}
