import MotionCore

/// What a movement of each exercise usually is like at each placement.
package typealias TypicalTable = [String: [Placement: TypicalMovement]]

extension TypicalMovement {
  /// People differ by this much at least, in the order of the figures: a simulator's bodies
  /// resemble each other more than people do (recorded rows of ten people: 0.4 to 0.5 in both
  /// logarithms; 0.5 of the size tells sets of data sets that are left out more surely than 0.35).
  private static let leastSpread = [0.5, 0.4, 0.1]

  /// The table of all sets of exercises that have a dose: of a generic one nothing is typical.
  package static func table(of candidates: [LabelledCandidate]) -> TypicalTable {
    let sets = candidates.filter {
      $0.isExercise && Exercise.named($0.origin.exercise)?.dose != nil
    }
    return Dictionary(grouping: sets, by: \.origin.exercise).mapValues { sets in
      Dictionary(grouping: sets, by: \.origin.placement).mapValues(TypicalMovement.init(of:))
    }
  }

  private init(of sets: [LabelledCandidate]) {
    let weights = LabelledCandidate.balancedWeights(sets)
    let lifts = zip(sets, weights).compactMap { set, weight in
      set.features.liftMetres.map { ($0, weight) }
    }
    let lift = lifts.sorted { $0.0 < $1.0 }.quantile(0.5)
    let values = sets.map {
      TypicalMovement.values(
        of: $0.features, askedRatio: $0.askedRatio, usualLiftMetres: lift)
    }
    let figures = Self.leastSpread.enumerated().map { place, least in
      let sorted = zip(values.map { $0[place] }, weights).sorted { $0.0 < $1.0 }
      let tenths = sorted.quantile(0.9) - sorted.quantile(0.1)
      return Figure(
        median: sorted.quantile(0.5), spread: max(least, tenths / Self.deviationsBetweenTenths))
    }
    self.init(
      logDegrees: figures[0], logSeconds: figures[1], plateauShare: figures[2], liftMetres: lift)
  }

  /// From the 10th to the 90th percentile of a normal distribution, in standard deviations.
  private static let deviationsBetweenTenths = 2.563
}

extension [(Double, Double)] {
  /// The value below which a share of the weight lies, of values in rising order with their
  /// weights.
  fileprivate func quantile(_ share: Double) -> Double {
    let total = reduce(0) { $0 + $1.1 }
    var below = 0.0
    for (value, weight) in self {
      below += weight
      if below >= share * total { return value }
    }
    return last?.0 ?? 0
  }
}
