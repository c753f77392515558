/// Candidate sets that see the same movements along different axes: views of one set.
extension CandidateSets {
  /// Those that are likely, each with the judgement of the likeliest of those that see the same
  /// movements, as far as it shares time with one that is likely by itself.
  ///
  /// What a person does around a set is as near to it along every axis, yet a view that misses the
  /// first movement has the walk before it further away. So what was done in that time is judged by
  /// the view that shows it best, and which view is taken by how much each says.
  ///
  /// - Parameter isLikely: whether one may be taken for a set.
  func judgedTogether(
    where isLikely: (CandidateSet.Outline) -> Bool = { _ in true }
  ) -> [CandidateSet] {
    let times = JoinedTimes(places(where: isLikely).map(\.outline.span))
    // By their outlines: of hours there are thousands, and a day's are looked at each second. What
    // shares no time with a likely one is not made likely by any.
    let views = places { outline in
      outline.count > 0 && outline.judgement.logOdds > -SetJudgement.benefitOfDoubt
        && times.overlap(outline.span)
    }
    var judged = views.map(\.outline)
    // Most share no time with a likelier one, and are not asked for theirs.
    var known: [[Plateau]?] = Array(repeating: nil, count: views.count)
    func plateaus(_ place: Int) -> [Plateau] {
      if let plateaus = known[place] { return plateaus }
      let plateaus = self[views[place].index].plateaus
      known[place] = plateaus
      return plateaus
    }
    // Those that began and may not be over.
    var running: [Int] = []
    for place in views.indices.sorted(by: { judged[$0].start < judged[$1].start }) {
      running.removeAll { judged[$0].end <= judged[place].start }
      for other in running {
        let isLess = views[place].logOdds < views[other].logOdds
        let (less, more) = isLess ? (place, other) : (other, place)
        guard judged[less].judgement.logOdds < views[more].logOdds,
          Plateau.mayBeSame(judged[less].count, judged[more].count),
          Plateau.areSame(plateaus(less), plateaus(more))
        else { continue }
        judged[less].judgement = views[more].outline.judgement
      }
      running.append(place)
    }
    return views.indices.filter { isLikely(judged[$0]) }.map { place in
      var set = self[views[place].index]
      set.take(judged[place].judgement)
      return set
    }
  }
}

extension CandidateSets.Place {
  fileprivate var logOdds: Double { outline.judgement.logOdds }
}

/// Spans of time, of which those that touch are one.
private struct JoinedTimes {
  /// In order, none touching the next.
  private var spans: [Range<Int>] = []

  init(_ times: [Range<Int>]) {
    for time in times.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, time.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, time.upperBound)
      } else {
        spans.append(time)
      }
    }
  }

  /// True where some of them lies within a time.
  func overlap(_ time: Range<Int>) -> Bool {
    let next = spans.partitioningIndex { $0.upperBound > time.lowerBound }
    return next < spans.count && spans[next].lowerBound < time.upperBound
  }
}
