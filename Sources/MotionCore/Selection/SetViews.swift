/// Candidate sets that see the same movements along different axes: views of one set.
extension CandidateSets {
  /// Those that may be sets, each with the judgement of the likeliest of those that see the same
  /// movements.
  ///
  /// What a person does around a set is as near to it along every axis, yet a view that misses the
  /// first movement has the walk before it further away. So what was done in that time is judged by
  /// the view that shows it best, and which view is taken by how much each says.
  func judgedTogether() -> [CandidateSet] {
    var sets = filter { $0.count > 0 && $0.evidence > -SetModel.benefitOfDoubt }
    let own = sets.map(\.judgement)
    let plateaus = sets.map(\.plateaus)
    // Those that began and may not be over.
    var running: [Int] = []
    for place in sets.indices.sorted(by: { sets[$0].start < sets[$1].start }) {
      running.removeAll { sets[$0].end <= sets[place].start }
      for other in running {
        let isLess = own[place].logOdds < own[other].logOdds
        let (less, more) = isLess ? (place, other) : (other, place)
        guard sets[less].judgement.logOdds < own[more].logOdds,
          Plateau.areSame(plateaus[less], plateaus[more])
        else { continue }
        sets[less].take(own[more])
      }
      running.append(place)
    }
    return sets
  }
}
