/// Decides which bout is which set of a programme.
///
/// Each set of the programme has the bouts that its own detector found. One bout at the most is
/// given to each set, in the programme's order and without overlap in time, so that the sum of
/// their scores is the largest: weighted interval scheduling along the programme. Sets for which
/// nothing is left were not done.
struct ProgramAligner {
  /// Bouts that a set may have, for each set in order.
  let candidates: [[Bout]]

  /// The chosen bout of each set, nil where none is left.
  func align() -> [Bout?] {
    var best: [Plan] = [Plan(score: 0, end: .min, chosen: nil, previous: nil)]
    var layers: [[Plan]] = [best]
    for bouts in candidates {
      var next = best.indices.map {
        Plan(score: best[$0].score, end: best[$0].end, chosen: nil, previous: $0)
      }
      for bout in bouts {
        let earlier = best.indices.filter { best[$0].end <= bout.start }
        guard let base = earlier.max(by: { best[$0].score < best[$1].score }) else { continue }
        next.append(
          Plan(
            score: best[base].score + bout.score, end: bout.end, chosen: bout, previous: base))
      }
      best = Self.undominated(next)
      layers.append(best)
    }
    return trace(layers)
  }

  /// A way to serve the sets so far: the later it ends, the more it must have found.
  private struct Plan {
    var score: Float
    var end: Int
    var chosen: Bout?
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

  private func trace(_ layers: [[Plan]]) -> [Bout?] {
    guard var plan = layers.last?.max(by: { $0.score < $1.score }) else { return [] }
    var chosen: [Bout?] = []
    for layer in layers.dropLast().reversed() {
      chosen.append(plan.chosen)
      guard let previous = plan.previous else { break }
      plan = layer[previous]
    }
    return chosen.reversed()
  }
}
