extension SessionReport {
  /// One sentence for each exercise of a programme of which one side was found and another was not
  /// done; meant for sessions without markers.
  ///
  /// A sensor moves the same on either arm: only the order of the programme then tells the sides,
  /// and the first that is found counts as the side that is named first.
  public var sideDoubts: [String] {
    var named: Set<String> = []
    return sets.compactMap { set in
      let exercise = set.plan.exercise
      let others = sets.filter {
        $0.plan.exercise.id == exercise.id && $0.plan.side != set.plan.side
      }
      guard let side = set.plan.side, set.count > 0, !set.isDoubtful,
        others.contains(where: { $0.outcome == .notDone }), others.allSatisfy({ $0.count == 0 }),
        named.insert(exercise.id).inserted
      else { return nil }
      return "\(exercise.title): only one side was found, and the signal does not tell which; it "
        + "is listed as the \(side.rawValue)"
    }
  }
}
