extension ConditionedRecording {
  /// Why each movement was counted or not when this one set is looked for.
  ///
  /// Where no set is found, its movements are those of the set that would be found if range and
  /// length had no limits.
  public func explanation(for plan: PlannedSet) -> SetExplanation {
    let rules = MovementRules(plan.exercise.parameters, longestPauseSeconds: .infinity)
    let model = SetModel(plan.exercise, placement: placement, target: plan.target)
    let found = self.detector(rules, model)
    let set = found.finalSet
    let explainer = MovementExplainer(
      rules: rules, candidate: set, listed: report(for: plan, of: found).sets[0],
      rateHertz: Session.rateHertz)
    let detector = set == nil ? self.detector(rules.withoutLimits, model) : found
    let finder = detector.finder
    let signals = segments(for: rules, ignoresGyroscope: detector.ignoresGyroscope)
    guard let candidate = set ?? detector.candidates.all.max(by: { $0.score < $1.score }),
      finder.followed.indices.contains(candidate.identity.axis)
    else { return SetExplanation(movements: [], signal: [], levels: []) }
    let (direction, range) = finder.followed[candidate.identity.axis]
    let axis = candidate.identity.isRising ? direction : -direction
    let others = movements(along: axis, range: range, signals, classifier: found.finder.classifier)
      .filter { other in !candidate.movements.contains { $0.movement.overlaps(other) } }
    let all =
      candidate.movements.map { explainer.explained($0, of: candidate) }
      + others.map { explainer.unlisted($0) }
    return SetExplanation(
      movements: all.sorted { $0.start < $1.start },
      signal: signals.flatMap { $0.values(along: axis) },
      levels: levels(of: candidate, rules, axis: axis, signals),
      evidence: set.map { model.evidence($0.features) } ?? [])
  }

  /// Where rest is, and how far above it a movement must go.
  private func levels(
    of candidate: CandidateSet, _ rules: MovementRules, axis: MovementVector,
    _ signals: [SignalSegment]
  ) -> [(name: String, degrees: Double)] {
    let starts = Set(candidate.counted.map(\.restBefore))
    let rests = signals.flatMap(\.frames).filter { starts.contains($0.index) }
      .map { axis.dot($0.value) }
    guard !rests.isEmpty else { return [] }
    let usual = max(candidate.usualAngle, rules.personalRange)
    // The signal is drawn along one axis, on which a turn shows smaller the more oblique it is.
    let shown = candidate.usualAngle > 0 ? candidate.usualRange / candidate.usualAngle : 1
    return [
      ("rest", 0), ("minimumRangeDegrees", rules.range.lowerBound),
      (
        "partialRangeRatio of the usual range",
        rules.partialRangeRatio * usual
      ),
      ("usual range", usual),
    ].map { name, range in
      (name, Double(rests.median + range * shown) / Units.radiansPerDegree)
    }
  }

  /// Every movement along an axis, from rest to peak and back.
  private func movements(
    along axis: MovementVector, range: Float, _ signals: [SignalSegment],
    classifier: MovementClassifier
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
        if tracker.process(index: frame.index, buffer: buffer, classifier: classifier) {
          note(tracker.rising.movements.last)
        }
      }
      if tracker.cut(buffer: buffer, classifier: classifier) { note(tracker.rising.movements.last) }
      return seen
    }
  }
}

extension MovementRules {
  /// These rules for movements of any range and length.
  fileprivate var withoutLimits: MovementRules {
    var rules = self
    rules.range = rules.range.lowerBound / 10...(.greatestFiniteMagnitude)
    rules.seconds = 0...(.greatestFiniteMagnitude)
    return rules
  }
}
