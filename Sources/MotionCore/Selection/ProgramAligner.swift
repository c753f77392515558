/// Decides which candidate set is which set of a programme.
///
/// Each set of the programme has the candidate sets that its own detector found. One candidate set
/// at the most is given to each set, in the programme's order and without overlap in time, so that
/// the sum of what they are expected to say is the largest: weighted interval scheduling along the
/// programme. Sets for which nothing is left were not done.
struct ProgramAligner {
  /// A set of the programme and what may be it.
  struct Candidates {
    /// What is looked for.
    var exercise: Exercise
    /// The candidate sets that its detector found.
    var candidates: [CandidateSet]
    /// The candidate set that was selected before.
    var selected: CandidateSet.Identity?
  }

  /// The sets in the programme's order.
  let planned: [Candidates]
  /// What ended later than this frame can go on, and has the benefit of doubt.
  var openFrame = Int.max

  /// The chosen candidate set of each set, nil where none is left.
  func align() -> [CandidateSet?] {
    var best: [Plan] = [Plan(score: 0, end: .min, chosen: nil, previous: nil)]
    var layers: [[Plan]] = [best]
    for set in planned {
      var next = best.indices.map {
        Plan(score: best[$0].score, end: best[$0].end, chosen: nil, previous: $0)
      }
      for (index, candidate) in set.candidates.enumerated() {
        guard let score = score(of: candidate, in: set) else { continue }
        let earlier = best.indices.filter { best[$0].end <= candidate.start }
        guard let base = earlier.max(by: { best[$0].score < best[$1].score }) else { continue }
        next.append(
          Plan(
            score: best[base].score + score, end: candidate.end, chosen: index, previous: base))
      }
      best = Self.undominated(next)
      layers.append(best)
    }
    return trace(layers)
  }

  /// True for a candidate set that adds something when it is taken: it counts, and more likely is
  /// the exercise than not.
  static func isLikely(_ candidate: CandidateSet.Outline, openFrame: Int) -> Bool {
    candidate.count > 0 && logOdds(candidate, openFrame: openFrame) > 0
  }

  private static func logOdds(_ candidate: CandidateSet.Outline, openFrame: Int) -> Double {
    candidate.judgement.logOdds + (candidate.end > openFrame ? SetModel.benefitOfDoubt : 0)
  }

  /// What a candidate set is expected to add when it is taken for the planned exercise: its score
  /// as often as it is the exercise, less as often as it is not; nil where that is nothing.
  private func score(of candidate: CandidateSet, in set: Candidates) -> Float? {
    let outline = candidate.outline
    guard Self.isLikely(outline, openFrame: openFrame) else { return nil }
    let logOdds = Self.logOdds(outline, openFrame: openFrame)
    let gain = Float(2 * SetModel.probability(logOdds: logOdds) - 1)
    // What was selected before it could be parted says nothing for the whole.
    let score =
      candidate.identity == set.selected && !candidate.isParted
      ? candidate.score * CandidateSet.selectionHysteresis : candidate.score
    return gain * score
  }

  /// A way to serve the sets so far: the later it ends, the more it must have found.
  private struct Plan {
    var score: Float
    var end: Int
    /// Position of the candidate set chosen for the last set so far, nil where it has none.
    var chosen: Int?
    var previous: Int?
  }

  /// Drops each plan that ends no earlier than another of at least its score.
  private static func undominated(_ plans: [Plan]) -> [Plan] {
    var kept: [Plan] = []
    for plan in plans.sorted(by: { ($0.end, -$0.score) < ($1.end, -$1.score) })
    where plan.score > kept.last?.score ?? -.infinity {
      kept.append(plan)
    }
    return kept
  }

  private func trace(_ layers: [[Plan]]) -> [CandidateSet?] {
    guard var plan = layers.last?.max(by: { $0.score < $1.score }) else { return [] }
    var chosen: [CandidateSet?] = []
    for (set, layer) in zip(planned, layers).reversed() {
      chosen.append(plan.chosen.map { set.candidates[$0] })
      guard let previous = plan.previous else { break }
      plan = layer[previous]
    }
    return chosen.reversed()
  }
}

extension ProgramAligner {
  /// What is less likely is not reported as a set that was not found. Of 192 exercises that were
  /// left out of simulated sessions 188 are told as left out with this limit and 189 with 0.5
  /// (`Tools/accuracy-trials sessions --sessions 6`, seeds 101 and 201).
  static let leastReportedProbability = 0.2

  /// Of a set that was not found the best there is among what no set is: in the set's place it is
  /// reported with the confidence that it has, elsewhere, and where it is too unlikely, it is only
  /// told of.
  ///
  /// - Parameters:
  ///   - index: the set's position.
  ///   - chosen: the candidate set of each set, as far as one was found.
  ///   - candidates: what its detector found.
  static func doubtful(
    _ index: Int, beside chosen: [CandidateSet?], among candidates: CandidateSets
  ) -> (inPlace: CandidateSet?, elsewhere: CandidateSet?) {
    let taken = chosen.compactMap(\.self)
    let begin = chosen[..<index].compactMap { $0?.end }.max() ?? .min
    let end = chosen[(index + 1)...].compactMap { $0?.start }.min() ?? .max
    let free = candidates.filter { outline in
      outline.count > 0 && taken.allSatisfy { outline.isApart(from: $0) }
    }.filter { !$0.isParted }
    func best(_ candidates: [CandidateSet]) -> CandidateSet? {
      candidates.max { $0.rankedScore(selected: nil) < $1.rankedScore(selected: nil) }
    }
    let inPlace = best(
      free.filter {
        begin <= $0.start && $0.end <= end && $0.probability >= leastReportedProbability
      })
    return (inPlace, inPlace == nil ? best(free) : nil)
  }
}
