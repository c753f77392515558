import MotionCore

/// How the figures depend on one threshold while the others stay.
package struct Sensitivity: Sendable {
  /// How many values are tried over the range.
  static let steps = 25

  /// What comes of one value.
  package struct Point: Sendable, Hashable {
    /// The threshold.
    package var value: Double
    /// How many recordings are counted exactly, from 0 to 1.
    package var exactShare: Double
    /// Mean size of the counts' errors.
    package var meanCountError: Double
    /// How wrong all recordings are measured.
    package var error: TuningError
  }

  /// The threshold.
  package let parameter: SearchParameter
  /// Its value at the start of the search.
  package let start: Double
  /// Its value as it was found.
  package let value: Double
  /// What comes of other values, in rising order, `value` among them.
  package let points: [Point]

  /// The values around the found one up to which all stays as right as it is there.
  package var steadyRange: ClosedRange<Double> {
    guard let centre = points.firstIndex(where: { $0.value == value }) else { return value...value }
    func isSteady(_ index: Int) -> Bool {
      points[index].error.isAsRight(as: points[centre].error)
    }
    var (low, high) = (centre, centre)
    while low > 0, isSteady(low - 1) { low -= 1 }
    while high < points.count - 1, isSteady(high + 1) { high += 1 }
    return points[low].value...points[high].value
  }

  /// The sensitivities of all parameters around a candidate; empty when it was stopped.
  static func all(
    of candidate: Candidate, space: SearchSpace, _ evaluator: CandidateEvaluator
  ) -> [Sensitivity] {
    space.parameters.indices.compactMap { index in
      let parameter = space.parameters[index]
      let grid = (0..<steps).map { parameter.value(at: Double($0) / Double(steps - 1)) }
      let values = Set(grid + [candidate.values[index]]).sorted()
      let candidates = values.map { value in
        var changed = candidate
        changed.values[index] = value
        return changed
      }
      guard let errors = evaluator.setErrors(of: candidates) else { return nil }
      return Sensitivity(
        parameter: parameter, start: space.startCandidate.values[index],
        value: candidate.values[index],
        points: zip(values, errors).map { Point(value: $0, sets: $1) })
    }
  }
}

extension Sensitivity.Point {
  fileprivate init(value: Double, sets: [SetError]) {
    let count = Double(max(1, sets.count))
    self.init(
      value: value, exactShare: Double(sets.count { $0.countError == 0 }) / count,
      meanCountError: Double(sets.reduce(0) { $0 + abs($1.countError) }) / count,
      error: TuningError(sets))
  }
}
