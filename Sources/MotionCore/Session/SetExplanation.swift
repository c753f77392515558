import Glibc

/// Something that was measured of a movement, and what it was compared with.
public struct Measure: Sendable, Hashable {
  /// What it is, for a person.
  public var name: String
  /// Its value, in the unit.
  public var value: Double
  /// Values with which a movement can be the exercise; an end that is infinite limits nothing.
  public var admitted: ClosedRange<Double>
  /// The unit: `degrees`, `s`, or empty for a share.
  public var unit: String
  /// The parameters that set the lower and the upper limit; nil where it is a fixed rule or none.
  public var parameters: (lower: String?, upper: String?) {
    (lowerParameter, upperParameter)
  }
  /// True when the movement passes.
  public var isMet: Bool { admitted.contains(value) }

  /// Name of the measure of size.
  public static let range = "range"
  /// Name of the measure of a repetition's length.
  public static let timeAway = "time away from rest"
  /// Name of the measure of a hold's length.
  public static let timeHeld = "time held"
  /// Name of the measure of size against the others of the set.
  public static let share = "share of the usual range"
  /// Name of the measure of resemblance: 1 for one identical to them, 0 at the limit.
  public static let similarity = "similarity to the others"

  private var lowerParameter: String?
  private var upperParameter: String?

  init(
    _ name: String, _ value: some BinaryFloatingPoint, _ admitted: ClosedRange<Double>,
    unit: String = "", lower: String? = nil, upper: String? = nil
  ) {
    self.name = name
    self.value = Double(value)
    self.admitted = admitted
    self.unit = unit
    lowerParameter = lower
    upperParameter = upper
  }
}

/// One movement away from a resting level and back that was looked at, and why it was counted or
/// not.
public struct ExplainedMovement: Sendable, Hashable {
  /// When it left the resting level, or when the position was taken, in seconds.
  public var start: Double
  /// When it was back, or when the position was left, in seconds.
  public var end: Double
  /// What became of it; nil for what is not even listed.
  public var verdict: Verdict?
  /// The measure that decided; nil where each alone would pass: it is not like the others, or
  /// nothing like it lies near it.
  public var decisive: Measure?
  /// All that was measured.
  public var measures: [Measure]

  /// The measure of this name; nil where it was not taken.
  public subscript(name: String) -> Measure? { measures.first { $0.name == name } }
}

/// Why each movement of a recording was counted or not, seen along the axis that the set was found
/// along, or along the one with most movement where none was found.
public struct SetExplanation: Sendable {
  /// The movements in the order of time.
  public internal(set) var movements: [ExplainedMovement]
  /// The movement signal along the axis, in degrees or their equivalent; nil in gaps.
  public internal(set) var signal: [(seconds: Double, degrees: Double?)]
  /// Levels of that signal that mean something, with what they are.
  public internal(set) var levels: [(name: String, degrees: Double)]
  /// What speaks for and against it being the exercise; nothing where no set was found.
  package internal(set) var evidence: [SetEvidence]

  /// An explanation from its parts.
  package init(
    movements: [ExplainedMovement], signal: [(seconds: Double, degrees: Double?)],
    levels: [(name: String, degrees: Double)], evidence: [SetEvidence] = []
  ) {
    self.movements = movements
    self.signal = signal
    self.levels = levels
    self.evidence = evidence
  }
}

/// Explains a set from the candidate set that was taken for it.
struct MovementExplainer {
  /// What the measures of a movement are compared with.
  let rules: MovementRules
  /// What was taken for the set; nil where nothing was.
  let candidate: CandidateSet?
  /// What is listed of the set.
  let listed: SetReport
  /// Rate of the frames.
  let rateHertz: Double

  private var degree: Double { Units.radiansPerDegree }

  /// A movement that was classified with its candidate set, whether that is the set or not.
  func explained(_ classified: ClassifiedMovement, of candidate: CandidateSet) -> ExplainedMovement
  {
    guard self.candidate != nil else {
      return unlisted(classified.movement, evidence: candidate.evidence)
    }
    let measures = self.measures(of: classified.movement, similarity: Double(classified.similarity))
    let verdict = rules.isHold ? heldVerdict(classified.movement) : classified.verdict
    let decisive: Measure? =
      switch verdict {
      case .partial: shareOfUsualRange(classified.movement)
      case .tooFast: quickness(classified.movement)
      case .short, .tooLong: measures.first { $0.name == Measure.timeHeld }.map(prescribed)
      case .ok, .unfinished: similarity(Double(classified.similarity))
      case .notLikeTheOthers, nil: measures.first { !$0.isMet }
      }
    return explainedMovement(classified.movement, verdict, decisive, measures)
  }

  /// The verdict with which a hold is listed: how long it must be is asked of the set, not of the
  /// movement.
  private func heldVerdict(_ movement: Movement) -> Verdict? {
    let start = Double(movement.plateauStart) / rateHertz
    return listed.holds.first { $0.start == start }?.verdict
  }

  /// The time held, compared with the prescribed one.
  private func prescribed(_ held: Measure) -> Measure {
    guard case .hold(let parameters) = listed.plan.exercise.parameters,
      let seconds = listed.plan.target?.holdSeconds
    else { return held }
    let shortest = parameters.shortestSeconds(ofPrescribed: seconds)
    let longest = listed.plan.target?.holdSecondsMax.map { $0 + SetRecorder.longestOvertimeSeconds }
    return Measure(
      held.name, held.value, shortest...max(shortest, longest ?? .infinity), unit: held.unit,
      lower: "toleranceFraction")
  }

  /// A movement that is not even listed.
  ///
  /// - Parameter evidence: how much speaks for it and those like it being a set, as log odds.
  func unlisted(_ movement: Movement, evidence: Double? = nil) -> ExplainedMovement {
    let measures =
      self.measures(of: movement, similarity: nil)
      + (evidence.map { [Measure("evidence for a set", $0, 0...(.infinity))] } ?? [])
    return explainedMovement(movement, nil, measures.first { !$0.isMet }, measures)
  }

  private func explainedMovement(
    _ movement: Movement, _ verdict: Verdict?, _ decisive: Measure?, _ measures: [Measure]
  ) -> ExplainedMovement {
    let (start, end) =
      rules.isHold ? (movement.plateauStart, movement.plateauEnd) : (movement.start, movement.end)
    return ExplainedMovement(
      start: Double(start) / rateHertz, end: Double(end) / rateHertz, verdict: verdict,
      decisive: decisive, measures: measures)
  }

  // MARK: - Measures

  private func measures(of movement: Movement, similarity: Double?) -> [Measure] {
    var measures = [
      Measure(
        Measure.range, Double(movement.rangeRadians) / degree,
        Double(rules.range.lowerBound) / degree...Double(rules.range.upperBound) / degree,
        unit: "degrees", lower: "minimumRangeDegrees", upper: "maximumRangeDegrees"),
      Measure(
        rules.isHold ? Measure.timeHeld : Measure.timeAway,
        rules.length(of: movement, rateHertz: rateHertz), rules.seconds, unit: "s",
        lower: rules.isHold ? "minimumHoldSeconds" : "minimumRepSeconds",
        upper: rules.isHold ? "maximumHoldSeconds" : "maximumRepSeconds"),
    ]
    if candidate != nil {
      measures.append(
        Measure(
          Measure.share, share(movement),
          Double(MovementClassifier.listedRangeRatio)...Double(MovementClassifier.largestRangeRatio)
        ))
    }
    if rules.isHold {
      measures += [
        Measure(
          "share of the time in position", min(1, movement.plateauShare),
          MovementClassifier.smallestHeldShare...1),
        Measure("shaking, in g", movement.step.shake, 0...Double(StepBounce.largestHeldShake)),
      ]
    }
    if movement.step.isStride {
      measures.append(
        Measure("step bounce, in g", movement.step.double, 0...Double(StepBounce.smallestBounce)))
    }
    if let similarity { measures.append(self.similarity(similarity)) }
    return measures
  }

  private func share(_ movement: Movement) -> Double {
    let ofSet = TurnShare.share(
      of: movement.size.range, in: max(candidate?.usualRange ?? 0, .leastNormalMagnitude))
    guard rules.personalRange > 0 else { return Double(ofSet) }
    return Double(min(ofSet, movement.rangeRadians / rules.personalRange))
  }

  private func shareOfUsualRange(_ movement: Movement) -> Measure {
    Measure(
      Measure.share, share(movement),
      Double(rules.partialRangeRatio)...Double(MovementClassifier.largestRangeRatio),
      lower: "partialRangeRatio")
  }

  private func quickness(_ movement: Movement) -> Measure {
    Measure(
      Measure.timeAway, rules.length(of: movement, rateHertz: rateHertz),
      rules.tooFastSeconds...(.infinity), unit: "s", lower: "tooFastSeconds")
  }

  /// 1 for one identical to them, 0 at the limit.
  private func similarity(_ value: Double) -> Measure {
    Measure(Measure.similarity, value, 0...1)
  }
}
