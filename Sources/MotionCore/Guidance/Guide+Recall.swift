/// What a guide makes of the past of a session that is resumed.
extension Guide {
  /// Takes a reading of the past, with what it brought about; says nothing of it.
  ///
  /// Leading begins with the next sample that is processed, at the set that was running or was
  /// left before it had what was asked of it, else at the one after it.
  public mutating func recall(
    _ reading: MotionReading, _ events: [SessionEvent], at seconds: Double
  ) {
    _ = take(events)
    switch reading {
    case .sample(let sample): observe(sample, at: seconds)
    case .marker(let marker): recall(marker.kind)
    }
  }

  private mutating func recall(_ kind: Marker.Kind) {
    switch kind {
    case .setStart(let exercise, let side, let number):
      let matching = sets.matching(exercise: exercise, side: side)
      let open = matching.first { !isDone($0) } ?? matching.last
      let index = number.flatMap { matching.indices.contains($0 - 1) ? matching[$0 - 1] : nil }
      guard let set = index ?? open else { return }
      if let current, isOtherSide(set, of: current), !isDone(current) {
        // As far as the markers tell, the sides were changed, and the first one is still to come.
        _ = route.changeSides(sets)
      }
      route.go(to: set)
      if let arm = newArm(for: set) { route.arm = arm }
      recalled = set
    case .setEnd:
      guard let set = recalled else { return }
      (recalled, ended) = (nil, set)
      if isDone(set) { route.advance() }
    case .pain:
      if let set = recalled {
        (recalled, ended) = (nil, set)
        route.advance()
      }
      if let ended {
        hurt.insert(sets[ended].exercise.id)
        route.leaveOut(exercise: sets[ended].exercise.id, sets)
      }
    case .gap: break
    }
  }

  private func isOtherSide(_ set: Int, of other: Int) -> Bool {
    sets[set].exercise.id == sets[other].exercise.id && sets[set].side != sets[other].side
  }

  private func isDone(_ set: Int) -> Bool { sets[set].target?.isMet(by: counts[set]) == true }
}
