import MotionCore

extension [MotionReading] {
  /// Room before and after a set, in seconds: the filters settle in it, and the plot shows it.
  private static var marginSeconds: Double { 6 }

  /// The movement signal of each set of a report; nil for those that were not found.
  ///
  /// The session does not keep its signals, since its memory must not grow. A report that draws
  /// them costs a second pass over the readings around each set, and the readings in memory.
  package func traces(of report: SessionReport) -> [MovementTrace?] {
    explanations(of: report).map { explanation in explanation.map { MovementTrace($0.signal) } }
  }

  /// Why each movement in and around a set was counted or not, in degrees from rest and seconds of
  /// the recording; nil for sets that were not found.
  package func explanations(of report: SessionReport) -> [SetExplanation?] {
    guard let origin else { return report.sets.map { _ in nil } }
    return report.sets.map { set in
      let spans = set.marks.filter { $0.form != .other }.map(\.span)
      guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
      else { return nil }
      return explanation(
        of: set, from: first - Self.marginSeconds, to: last + Self.marginSeconds,
        origin: origin, placement: report.placement)
    }
  }

  private func explanation(
    of set: SetReport, from start: Double, to end: Double, origin: Int64, placement: Placement
  ) -> SetExplanation? {
    let inside = self[place(of: start, origin)..<place(of: end, origin)]
      .drop { $0.sampleNanoseconds == nil }
    guard let first = inside.first?.nanoseconds else { return nil }
    let recording = ConditionedRecording(
      inside, placement: placement, for: set.plan.exercise.parameters)
    let offset = Double(first - origin) / Units.nanosecondsPerSecond
    return recording.explanation(for: set.plan)
      .fromRest(usualRange: set.usualRangeDegrees, later: offset)
  }

  /// The position of the first reading at or after a time.
  private func place(of seconds: Double, _ origin: Int64) -> Int {
    let time = Double(origin) + seconds * Units.nanosecondsPerSecond
    return partitioningIndex { Double($0.nanoseconds) >= time }
  }

  /// What a session counts its seconds from: the first sample, or what could not be read before.
  private var origin: Int64? {
    first { reading in
      if reading.sampleNanoseconds != nil { return true }
      guard case .marker(let marker) = reading, case .gap(.unreadable?) = marker.kind else {
        return false
      }
      return true
    }?.nanoseconds
  }
}

extension SetExplanation {
  /// The same with the signal and its levels in degrees from rest, as much of the whole turn as the
  /// report gives, and all so many seconds later.
  package func fromRest(usualRange: Double?, later offset: Double = 0) -> SetExplanation {
    let rest = restDegrees ?? 0
    let scale = self.scale(usualRange: usualRange)
    func shown(_ degrees: Double) -> Double { (degrees - rest) * scale }
    return SetExplanation(
      movements: movements.map { movement in
        var moved = movement
        moved.start += offset
        moved.end += offset
        return moved
      },
      signal: signal.map { ($0.seconds + offset, $0.degrees.map(shown)) },
      levels: levels.map { ($0.name, shown($0.degrees)) })
  }

  /// Where rest is along the axis.
  fileprivate var restDegrees: Double? { levels.first { $0.name == "rest" }?.degrees }

  /// What turns the way along the one axis that is shown into degrees of the whole turn, so that a
  /// usual movement reaches the range that the report gives for it; 1 where that is not known.
  fileprivate func scale(usualRange: Double?) -> Double {
    guard let usualRange, let rest = restDegrees,
      let usual = levels.first(where: { $0.name == "usual range" })?.degrees, usual > rest
    else { return 1 }
    return usualRange / (usual - rest)
  }
}

extension MotionReading {
  fileprivate var sampleNanoseconds: Int64? {
    guard case .sample(let sample) = self else { return nil }
    return sample.nanoseconds
  }
}
