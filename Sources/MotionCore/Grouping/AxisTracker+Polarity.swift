/// Which of the two ends of an oscillation is the rest.
extension AxisTracker {
  /// What is left of a candidate set's score for each end at which the other direction goes on.
  static let ambiguousPolarityFactor: Float = 0.45
  /// A movement of the other direction says for certain that it goes on from the upper bound of
  /// similarity on, and under the lower one hardly: lying down before a set and getting up after it
  /// look somewhat like the way between two peaks (similarity 0.05 to 0.55), a first and last
  /// repetition are more similar.
  static let ambiguousSimilarity: ClosedRange<Float> = 0.5...0.8
  /// One that counts there says as much as this at least, which is less than a tenth of a score: of
  /// two directions that are about equal otherwise the one is taken that reaches from before the
  /// other's begin to after its end (recorded sets: 0.07 to 0.17 do the same within one).
  static let leastAmbiguity: Float = 0.1

  /// Lowers the scores of candidate sets at whose ends the other direction goes on.
  func weigh(_ candidates: inout [CandidateSet]) {
    for position in candidates.indices {
      candidates[position].score *= power(
        Self.ambiguousPolarityFactor, polarityAmbiguity(of: candidates[position], in: candidates))
    }
  }

  /// How far a candidate set's two ends, from 0 to 2, lie within a repetition of the other
  /// direction. What is out and what is rest shows at the ends: the pauses between repetitions have
  /// a repetition on either side, a set's first and last repetition have not. One that runs on from
  /// another movement shows nothing of it, so the next one is asked. While the next one is on its
  /// way the last one is not known yet. Where both ends stay out for longer than what lies between
  /// them, they are the rests before and after the set themselves.
  private func polarityAmbiguity(of candidate: CandidateSet, in open: [CandidateSet]) -> Float {
    guard let (first, last) = candidate.restedSpan else { return 0 }
    let isRising = candidate.identity.isRising
    let newest = self[isRising: isRising].movements.last?.end ?? .max
    let isOnItsWay = newest <= last && turningPoints.last.map { $0.index > last } ?? false
    guard !candidate.isHeldAtEnds || isOnItsWay || candidate.isOpen else { return 2 }
    var (atFirst, atLast) = (Float(0), Float(0))
    func ambiguity(of other: CandidateSet, at frame: Int) -> Float {
      other.similarity(at: frame).map(Self.ambiguity) ?? 0
    }
    func look(at other: CandidateSet) {
      guard other.end > first, other.start < last, other.identity.isRising != isRising,
        !other.isHeldAtEnds
      else {
        return
      }
      atFirst = max(atFirst, ambiguity(of: other, at: first))
      if !isOnItsWay { atLast = max(atLast, ambiguity(of: other, at: last)) }
    }
    for place in closed.outlines.indices where closed.outlines[place].end > first {
      look(at: closed.sets[place])
    }
    for place in open.indices { look(at: open[place]) }
    return atFirst + atLast
  }

  /// The similarity of a movement that counts on the way from the lower to the upper limit, as a share
  /// of it.
  private static func ambiguity(_ similarity: Float) -> Float {
    let (low, high) = (ambiguousSimilarity.lowerBound, ambiguousSimilarity.upperBound)
    return min(1, max(leastAmbiguity, (similarity - low) / (high - low)))
  }
}
