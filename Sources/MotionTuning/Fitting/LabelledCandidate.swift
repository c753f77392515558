import MotionCore

/// A candidate set of which it is known whether it is the exercise that was looked for.
package struct LabelledCandidate: Sendable {
  /// Where a candidate comes from.
  package struct Origin: Sendable, Hashable {
    /// What is left out as a whole.
    package var dataset: String
    /// The recording within it.
    package var recording: String
    /// What was looked for.
    package var exercise: String
    package var kind: ExerciseKind
    package var placement: Placement
    /// True where it was looked for where another thing was done.
    package var isOther: Bool

    package init(
      dataset: String, recording: String, exercise: String, kind: ExerciseKind,
      placement: Placement, isOther: Bool
    ) {
      self.dataset = dataset
      self.recording = recording
      self.exercise = exercise
      self.kind = kind
      self.placement = placement
      self.isOther = isOther
    }
  }

  package var origin: Origin
  package var features: SetFeatures
  /// How long a hold was asked for, as a multiple of the usual dose.
  package var askedRatio: Double
  package var isExercise: Bool

  package init(
    origin: Origin, features: SetFeatures, askedRatio: Double = 1, isExercise: Bool
  ) {
    self.origin = origin
    self.features = features
    self.askedRatio = askedRatio
    self.isExercise = isExercise
  }
}

extension LabelledCandidate {
  /// What counts as much as another one of its class.
  private struct Stratum: Hashable {
    var dataset: String
    var isOther, isExercise: Bool
  }

  private struct Search: Hashable {
    var origin: Origin
    var isExercise: Bool
  }

  private var stratum: Stratum {
    Stratum(
      dataset: origin.dataset, isOther: !isExercise && origin.isOther, isExercise: isExercise)
  }

  private var search: Search { Search(origin: origin, isExercise: isExercise) }

  /// What sets count of everything. A set that was not there misleads more than one that is said to be
  /// not sure, and of positions that are kept everyday life is full: so much that everyday movement
  /// (`Tools/accuracy-trials controls`) is taken for one of the five exercises in about 4 % of runs.
  private static func shareOfSets(_ kind: ExerciseKind) -> Double { kind == .hold ? 0.18 : 0.45 }

  /// How much each counts: sets their share, and of the rest everyday movement and other exercises as
  /// much as each other; within them each data set, within it each recording that was looked through
  /// for an exercise. One on average.
  package static func balancedWeights(_ candidates: [LabelledCandidate]) -> [Double] {
    var inSearch: [Search: Int] = [:]
    var searches: [Stratum: Int] = [:]
    for candidate in candidates {
      inSearch[candidate.search, default: 0] += 1
      if inSearch[candidate.search] == 1 { searches[candidate.stratum, default: 0] += 1 }
    }
    let kinds = Double(Set(searches.keys.filter { !$0.isExercise }.map(\.isOther)).count)
    return candidates.map { candidate in
      let own = candidate.stratum
      let strata = searches.keys.count {
        $0.isExercise == own.isExercise && $0.isOther == own.isOther
      }
      let sets = shareOfSets(candidate.origin.kind)
      let share = own.isExercise ? sets : (1 - sets) / kinds
      let search = Double(inSearch[candidate.search] ?? 1)
      let stratum = Double(searches[candidate.stratum] ?? 1)
      return share * Double(candidates.count) / (Double(strata) * stratum * search)
    }
  }
}
