extension ConditionedRecording {
  /// Why each movement was counted or not when this one exercise is looked for.
  public func explanation(for exercise: Exercise) -> SetExplanation {
    let rules = MovementRules(exercise.parameters, longestPauseSeconds: .infinity)
    let finder = self.finder(for: exercise.parameters)
    let bout = finder.set
    let signals = self.signals(for: rules)
    guard let (axis, range) = view(of: bout, finder, signals) else {
      return SetExplanation(movements: [], signal: [], levels: [])
    }
    let explainer = MovementExplainer(rules: rules, bout: bout, rateHertz: Session.rateHertz)
    let judged = bout?.movements ?? []
    let seen = movements(along: axis, range: range, signals, judge: finder.judge)
    let others = seen.filter { other in !judged.contains { $0.movement.overlaps(other) } }
    let all = judged.map(explainer.explained) + others.map(explainer.unlisted)
    return SetExplanation(
      movements: all.sorted { $0.start < $1.start },
      signal: signals.flatMap { $0.values(along: axis) },
      levels: bout.map { levels(of: $0, rules, axis: axis, signals) } ?? [])
  }

  /// The axis and scale along which the set was found, pointing from rest to turn; those of the
  /// largest movement where there is no set.
  private func view(
    of bout: Bout?, _ finder: MovementFinder, _ signals: [MovementStretch]
  ) -> (axis: MovementVector, range: Float)? {
    if let bout, finder.followed.indices.contains(bout.identity.axis) {
      let (axis, range) = finder.followed[bout.identity.axis]
      return (bout.identity.isRising ? axis : -axis, range)
    }
    var covariance = Covariance()
    for frame in signals.flatMap(\.frames) { covariance.add(frame.value) }
    return covariance.principalAxis().map {
      ($0.direction, MovementFinder.rangePerDeviation * $0.deviation)
    }
  }

  /// Where rest is, and how far above it a movement must go.
  private func levels(
    of bout: Bout, _ rules: MovementRules, axis: MovementVector, _ signals: [MovementStretch]
  ) -> [(name: String, degrees: Double)] {
    let starts = Set(bout.counted.map(\.restBefore))
    let rests = signals.flatMap(\.frames).filter { starts.contains($0.index) }
      .map { axis.dot($0.value) }
    guard !rests.isEmpty else { return [] }
    let usual = max(bout.usualRange, rules.personalRange)
    return [
      ("rest", 0), ("minimumRangeDegrees", rules.range.lowerBound),
      ("partialRangeRatio of the usual range", rules.partialRangeRatio * usual),
      ("usual range", usual),
    ].map { name, range in
      (name, Double(rests.median + range) / Units.radiansPerDegree)
    }
  }

  /// Every movement along an axis, from rest to turn and back.
  private func movements(
    along axis: MovementVector, range: Float, _ signals: [MovementStretch], judge: MovementJudge
  ) -> [Movement] {
    signals.flatMap { signal -> [Movement] in
      var tracker = AxisTracker(id: 0, axis: axis, expectedRange: range, birth: 0)
      var buffer = FrameBuffer(capacity: max(1, signal.frames.count))
      buffer.smoothingSeconds = signal.smoothingSeconds
      var seen: [Movement] = []
      // A longer movement takes the place of those that turn out to be parts of it.
      func note(_ newest: Movement?) {
        guard let newest else { return }
        seen.removeAll { $0.overlaps(newest) }
        seen.append(newest)
      }
      for frame in signal.frames {
        buffer.append(frame.value, at: frame.index)
        if tracker.process(index: frame.index, buffer: buffer, judge: judge) {
          note(tracker.rising.movements.last)
        }
      }
      if tracker.cut(buffer: buffer, judge: judge) { note(tracker.rising.movements.last) }
      return seen
    }
  }
}
