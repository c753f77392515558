/// What the detectors of a programme found, shared out among its sets in the programme's order.
extension PlanDetectors {
  /// The candidate set of each set, nil where none is left.
  ///
  /// - Parameters:
  ///   - states: what is known of each set.
  ///   - openFrame: what ends later can go on.
  ///   - isFinal: true at the end, when what was selected before has no advantage any more.
  mutating func shared(
    among states: [SetState], openFrame: Int, isFinal: Bool
  ) -> [CandidateSet?] {
    let standard = ProgramAligner.Standard.likely(openFrame: openFrame)
    // Sets of one exercise and side have the same candidate sets.
    var alternatives: [ProgramAligner.Candidates] = []
    for index in states.indices {
      let plan = states[index].plan
      let alike = states[..<index].firstIndex {
        $0.plan.exercise == plan.exercise && $0.plan.side == plan.side
      }
      let candidates =
        alike.map { alternatives[$0].candidates }
        ?? parts(of: index).judgedTogether(where: standard.admits)
      alternatives.append(
        .init(candidates: candidates, selected: isFinal ? nil : states[index].selected))
    }
    return ProgramAligner(planned: alternatives, standard: standard).align()
  }

  /// For sets that were not found, the best there is among what no set is: in its place it is
  /// chosen, with the confidence that it has; elsewhere, and where it is too unlikely, only told of.
  ///
  /// - Parameters:
  ///   - chosen: the candidate set of each set.
  ///   - states: what is known of each set.
  ///   - now: time of the last sample, in seconds.
  ///   - speeds: how fast the sensor turned.
  mutating func addDoubtful(
    to chosen: inout [CandidateSet?], of states: inout [SetState],
    now: Double, speeds: AngularSpeedHistory
  ) {
    let taken = chosen.compactMap(\.self)
    let missing = states.indices.filter { chosen[$0] == nil }
    let standard = ProgramAligner.Standard.doubtful
    var planned: [ProgramAligner.Candidates] = []
    for index in missing {
      let free = parts(of: index).filter { outline in
        outline.count > 0 && taken.allSatisfy { outline.isApart(from: $0) }
      }.filter { !$0.isParted }
      states[index].doubted = free.max {
        $0.rankedScore(selected: nil) < $1.rankedScore(selected: nil)
      }
      let begin = chosen[..<index].compactMap { $0?.end }.max() ?? .min
      let end = chosen[(index + 1)...].compactMap { $0?.start }.min() ?? .max
      let inPlace = free.filter {
        begin <= $0.start && $0.end <= end && standard.admits($0.outline)
          && states[index].counts($0, now: now, speeds: speeds)
      }
      planned.append(.init(candidates: inPlace, selected: nil))
    }
    let doubtful = ProgramAligner(planned: planned, standard: standard).align()
    for (index, candidate) in zip(missing, doubtful) where candidate != nil {
      chosen[index] = candidate
      states[index].doubted = nil
    }
  }
}
