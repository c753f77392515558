/// Chooses among the candidate sets of one exercise by how likely each is the exercise.
struct CandidateSelector: Sendable {
  private let model: SetModel
  private var joiner: CandidateSetJoiner

  /// - Parameters:
  ///   - rules: how movements of the exercise are searched for.
  ///   - model: how likely a candidate is the exercise.
  init(rules: MovementRules, model: SetModel) {
    self.model = model
    joiner = CandidateSetJoiner(rules: rules, model: model)
  }

  /// The confidence that a candidate set is the exercise, and what else it could be.
  func confidence(of candidate: CandidateSet) -> Confidence {
    Confidence(
      probability: candidate.probability, alternative: model.alternative(candidate.features))
  }

  /// The candidate set that is expected to say most, with all that is like it at other times.
  ///
  /// - Parameters:
  ///   - finder: what has found the candidate sets.
  ///   - selected: the candidate set that was selected before.
  ///   - isFinal: true when nothing can go on any more: the best there is is taken then, even a
  ///     single movement.
  mutating func set(
    in finder: MovementFinder, selected: CandidateSet.Identity?, isFinal: Bool
  ) -> CandidateSet? {
    guard !isFinal else {
      return joiner.joined(
        CandidateSets(finder.candidates.lists + [CandidateList(finder.possible)]),
        selected: selected)
    }
    let openFrame = finder.openFrame
    return joiner.joined(finder.candidates, selected: selected) {
      $0 > openFrame ? -SetJudgement.benefitOfDoubt : 0
    }
  }
}

extension CandidateSet {
  /// While a set goes on, a candidate set that was selected before is given up only for one that
  /// says this much more: a person hears fewer corrections (fewest from 1.3 to 1.7, recorded and
  /// simulated).
  static let selectionHysteresis: Float = 1.5

  /// How likely it is the exercise.
  var probability: Double { SetModel.probability(logOdds: evidence) }

  /// How much it is expected to say, against others: its score as often as it is the exercise.
  ///
  /// - Parameter selected: the candidate set that was selected before.
  func rankedScore(selected: Identity?) -> Float { outline.rankedScore(selected: selected) }
}

extension CandidateSet.Outline {
  /// How much it is expected to say, as `CandidateSet.rankedScore(selected:)`.
  func rankedScore(selected: CandidateSet.Identity?) -> Float {
    identity == selected ? expectedScore * CandidateSet.selectionHysteresis : expectedScore
  }
}
