import MotionCore

extension SessionReport {
  /// What was found as labels, for a person to correct: each set with its count, and in it every
  /// movement of the exercise; what is not counted has the count 0.
  package var labels: [Label] { sets.flatMap(\.labels) }
}

extension SetReport {
  /// What was found of the set as labels; none where nothing of the exercise was found.
  package var labels: [Label] {
    let events = events.filter(\.isExercise)
    guard let first = events.first, let last = events.last else { return [] }
    func label(_ from: Double, _ to: Double, _ kind: Label.Kind, _ count: Int?) -> Label {
      Label(
        start: from.inMilliseconds, end: to.inMilliseconds, exercise: plan.exercise.id,
        side: plan.side, kind: kind, count: count)
    }
    let whole = label(first.span.lowerBound, last.span.upperBound, .set, count)
    let kind: Label.Kind = plan.exercise.kind == .cycle ? .rep : .hold
    return [whole]
      + events.map {
        label($0.span.lowerBound, $0.span.upperBound, kind, $0.verdict.isCounted ? nil : 0)
      }
  }
}

extension Double {
  /// Rounded to milliseconds, as labels are written.
  package var inMilliseconds: Double { (self * 1000).rounded() / 1000 }
}
