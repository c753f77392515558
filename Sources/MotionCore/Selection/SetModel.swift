import Glibc

/// The probability that a candidate set is the exercise that is looked for, from all evidence at
/// once: a logistic regression over the figures of `SetFeatures`, with weights of their own for
/// repetitions and for holds.
///
/// A person who exercises repeats one movement often, each time in the same way and at an even
/// pace, and does little else meanwhile; one who works at a desk or lies down now and then makes a
/// few movements that resemble each other, among others that do not. No sign alone tells the two
/// apart, and none can refuse a set of several movements alone. Weights and typical movements are
/// fitted by `Tools/fit-set-model`.
package struct SetModel: Sendable, Hashable {
  /// A figure that the log odds are a sum of.
  package enum Figure: String, Sendable, CaseIterable {
    case fewness, similarity, unevenness, rest, occupancy, isolation, strideLikeness
    case sizeDeviation, quickness, slowness, turnShareDeviation, shake, timeSpread, settled

    /// True where more of it can only speak for a set, false where it can only speak against it.
    package var speaksFor: Bool {
      switch self {
      case .similarity, .occupancy, .isolation, .settled: true
      case .fewness, .unevenness, .rest, .strideLikeness, .sizeDeviation, .quickness, .slowness,
        .turnShareDeviation, .shake, .timeSpread:
        false
      }
    }

    /// True where it compares one movement with what is typical of the exercise.
    var isOfMovement: Bool {
      switch self {
      case .sizeDeviation, .quickness, .slowness, .turnShareDeviation: true
      case .fewness, .similarity, .unevenness, .rest, .occupancy, .isolation, .strideLikeness,
        .shake, .timeSpread, .settled:
        false
      }
    }

    /// True where it says something of such an exercise. A person holds about as long each time, and
    /// rests, which are positions that are kept, too, as long as it happens; repetitions may become
    /// slower, and how even their pace is `unevenness` says.
    package func concerns(_ kind: ExerciseKind) -> Bool { self != .timeSpread || kind == .hold }
  }

  /// What is fitted for a kind of exercise.
  package struct Weights: Sendable, Hashable {
    /// Log odds of a usual set: where each figure is `usual`.
    package var intercept: Double
    /// Each figure's median over sets, in the order of `Figure`.
    package var usual: [Double]
    /// Log odds for each unit of each figure.
    package var slopes: [Double]

    package init(intercept: Double, usual: [Double], slopes: [Double]) {
      self.intercept = intercept
      self.usual = usual
      self.slopes = slopes
    }
  }

  /// Log odds that a set is done where somebody said when: by a marker, or because a guide asked
  /// for it. One in thirty who begin a set does something else.
  static let markedLogOdds = 3.5

  private let weights: Weights
  private let prior: Double
  private let typical: TypicalMovement?
  private let isHold: Bool
  /// How long a hold was asked for, as a multiple of the exercise's usual dose: how long a position
  /// is held is what somebody prescribed.
  private let askedRatio: Double
  /// The same in seconds, of an exercise of which nothing else is known; nil where nothing was said.
  private let askedSeconds: Double?

  /// The model of an exercise of this kind of which no more is known.
  init(kind: ExerciseKind) {
    self.init(kind: kind, typical: nil)
  }

  /// The model of an exercise, seen from a placement.
  ///
  /// - Parameters:
  ///   - target: what was asked for; how many movements plays no part.
  ///   - isMarked: whether somebody said when it is done.
  init(
    _ exercise: Exercise, placement: Placement, target: Target? = nil, isMarked: Bool = false
  ) {
    let typical = TypicalMovement.fitted[exercise.id]?[placement]
    self.init(
      kind: exercise.kind, typical: typical, prior: isMarked ? Self.markedLogOdds : 0,
      askedRatio: exercise.askedRatio(target),
      askedSeconds: typical == nil ? target?.holdSeconds : nil)
  }

  private init(
    kind: ExerciseKind, typical: TypicalMovement?, prior: Double = 0, askedRatio: Double = 1,
    askedSeconds: Double? = nil
  ) {
    self.askedSeconds = askedSeconds
    self.prior = prior
    self.askedRatio = askedRatio
    isHold = kind == .hold
    weights = kind == .hold ? .hold : .cycle
    self.typical = typical
  }

  /// The log odds that a candidate is the exercise.
  func logOdds(_ features: SetFeatures) -> Double { sum(figures(features)) }

  /// All that is asked of a candidate set before others are looked at.
  func judgement(_ features: SetFeatures) -> SetJudgement {
    var figures = figures(features)
    let logOdds = sum(figures)
    SetFeatures.lengthen(&figures)
    return SetJudgement(
      logOdds: logOdds, logOddsOfLongest: sum(figures),
      probability: Float(Self.probability(logOdds: logOdds)))
  }

  private func figures(_ features: SetFeatures) -> [Double] {
    features.figures(typical: typical, askedRatio: askedRatio, askedSeconds: askedSeconds)
  }

  private func sum(_ figures: [Double]) -> Double {
    figures.indices.reduce(weights.intercept + prior) {
      $0 + weights.slopes[$1] * (figures[$1] - weights.usual[$1])
    }
  }

  /// The probability that belongs to log odds.
  package static func probability(logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// What each figure adds to the log odds of a usual set.
  func evidence(_ features: SetFeatures) -> [SetEvidence] {
    let values = figures(features)
    return Figure.allCases.enumerated().map { place, figure in
      SetEvidence(
        figure: figure, value: values[place], usual: weights.usual[place],
        logOdds: weights.slopes[place] * (values[place] - weights.usual[place]))
    }
  }

  // MARK: - What else it could be

  /// From this share of strides on a candidate looks like walking.
  private static let walkingShare = 0.5
  /// Nobody holds a position while the vertical acceleration shakes by this much, root mean square,
  /// in g (simulated walking 0.2, tremor under 0.05), nor without staying for half of the time.
  private static let unsteadyShake = 0.12, unheldShare = 0.5

  /// What a candidate most likely is if it is not the exercise: what speaks most against it.
  func alternative(_ features: SetFeatures) -> Confidence.Alternative {
    if features.strideLikeness >= Self.walkingShare { return .walking }
    if isHold, features.shake > Self.unsteadyShake || features.plateauShare < Self.unheldShare {
      return .unsteady
    }
    var (ofMovement, ofOthers) = (0.0, 0.0)
    for evidence in evidence(features) {
      if evidence.figure.isOfMovement {
        ofMovement += evidence.logOdds
      } else {
        ofOthers += evidence.logOdds
      }
    }
    return ofMovement < ofOthers ? .otherMovement : .everydayMovement
  }
}

/// What one figure says for a candidate set being the exercise, against a usual set.
package struct SetEvidence: Sendable, Hashable {
  /// What was read of the candidate.
  package var figure: SetModel.Figure
  /// How much, without a unit.
  package var value: Double
  /// The same of a usual set.
  package var usual: Double
  /// What the difference adds to the log odds.
  package var logOdds: Double
}

extension Exercise {
  /// How long a hold was asked for, as a multiple of the exercise's usual dose; 1 where nothing
  /// else was said.
  package func askedRatio(_ target: Target?) -> Double {
    guard let asked = target?.holdSeconds, let usual = dose?.holdSeconds, asked > 0 else {
      return 1
    }
    return asked / usual
  }
}

extension SetFeatures {
  /// More movements than this say no more: nobody repeats an exercise more often without a rest.
  private static let mostCounted = 20.0
  /// Longer rests between two movements, in their lengths, say no more.
  private static let longestRest = 3.0
  /// Shares below this are as good as none.
  private static let smallestShare = 0.02
  /// Shaking beyond this says no more, in g.
  private static let largestShake = 0.3

  /// Makes of the figures those of a set of as many movements as say anything: how few they are is
  /// the first.
  fileprivate static func lengthen(_ figures: inout [Double]) { figures[0] = 1 / mostCounted }

  /// How few movements there are: each further one says less than the one before.
  private var fewness: Double { isAlone ? 1 : 1 / min(Self.mostCounted, max(2, count)) }

  /// The figures of the model, in the order of `SetModel.Figure`, each without a unit.
  ///
  /// - Parameters:
  ///   - typical: what a movement usually is like; nil where anything goes.
  ///   - askedRatio: how long a hold was asked for, as a multiple of the usual dose.
  ///   - askedSeconds: how long it was asked for where no movement is typical.
  package func figures(
    typical: TypicalMovement?, askedRatio: Double = 1, askedSeconds: Double? = nil
  ) -> [Double] {
    let own = max(Self.smallestShare, occupancy)
    let all = max(Self.smallestShare, isolation)
    let shortfall = askedSeconds.map { TypicalMovement.shortfall(of: self, asked: $0) } ?? 0
    let deviations =
      typical?.deviations(of: self, askedRatio: askedRatio) ?? [0, shortfall, 0, 0]
    return [
      fewness, similarity, min(1, unevenness),
      min(Self.longestRest, max(0, rest)), log(own), log(min(1, all / own)), strideLikeness,
    ] + deviations + [min(Self.largestShake, shake), min(1, timeSpread), settled]
  }
}
