/// What the model of an exercise says of a candidate set; asked once, when the set is classified.
struct SetJudgement: Sendable, Equatable {
  /// Says how likely figures are the exercise. Handed in, since grouping knows of no exercise.
  typealias Model = @Sendable (SetFeatures) -> SetJudgement

  /// The confidence that it is the exercise, as log odds.
  var logOdds = 0.0
  /// The same if it were a part of a set of so many movements that more would say no more.
  var logOddsOfLongest = 0.0
  /// The same confidence as a probability.
  var probability: Float = 0.5
}
