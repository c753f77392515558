/// What the model of an exercise says of a candidate set; asked once, when the set is classified.
struct SetJudgement: Sendable, Equatable {
  /// Says how likely figures are the exercise. Handed in, since grouping knows of no exercise.
  typealias Model = @Sendable (SetFeatures) -> SetJudgement

  /// Log odds that a set may still lack while it can go on: three repetitions are announced that
  /// only ten would prove.
  static let benefitOfDoubt = 3.5

  /// The confidence that it is the exercise, as log odds.
  var logOdds = 0.0
  /// The same if it were a part of a set of so many movements that more would say no more.
  var logOddsOfLongest = 0.0
  /// The same confidence as a probability.
  var probability: Float = 0.5
}
