/// Candidate sets that see the same movements along different axes: views of one set.
extension CandidateSets {
  /// Those that may be sets, each with the judgement of the likeliest of those that see the same
  /// movements, as far as it shares time with one that is likely.
  ///
  /// What a person does around a set is as near to it along every axis, yet a view that misses the
  /// first movement has the walk before it further away. So what was done in that time is judged by
  /// the view that shows it best, and which view is taken by how much each says.
  ///
  /// - Parameter isLikely: whether one may be taken for a set by itself.
  func judgedTogether(
    where isLikely: (CandidateSet.Outline) -> Bool = { _ in true }
  ) -> [CandidateSet] {
    // What shares no time with a likely one is not made likely by any.
    let likely = filter(isLikely)
    var sets = filter { outline in
      outline.count > 0 && outline.judgement.logOdds > -SetJudgement.benefitOfDoubt
        && likely.contains { !outline.isApart(from: $0) }
    }
    let own = sets.map(\.judgement)
    // Most share no time with a likelier one, and are not asked for theirs.
    var known: [[Plateau]?] = Array(repeating: nil, count: sets.count)
    func plateaus(_ place: Int) -> [Plateau] {
      if let plateaus = known[place] { return plateaus }
      let plateaus = sets[place].plateaus
      known[place] = plateaus
      return plateaus
    }
    // Those that began and may not be over.
    var running: [Int] = []
    for place in sets.indices.sorted(by: { sets[$0].start < sets[$1].start }) {
      running.removeAll { sets[$0].end <= sets[place].start }
      for other in running {
        let isLess = own[place].logOdds < own[other].logOdds
        let (less, more) = isLess ? (place, other) : (other, place)
        guard sets[less].judgement.logOdds < own[more].logOdds,
          Plateau.areSame(plateaus(less), plateaus(more))
        else { continue }
        sets[less].take(own[more])
      }
      running.append(place)
    }
    return sets
  }
}
