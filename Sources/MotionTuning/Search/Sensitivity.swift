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
  package private(set) var points: [Point]

  /// The values around the found one up to which all stays as right as it is there; within, that was
  /// tried at every hundredth of the range.
  package var steadyRange: ClosedRange<Double> {
    let steady = steadyPoints
    return points[steady.lowerBound].value...points[steady.upperBound].value
  }

  /// Positions of the points in that range.
  private var steadyPoints: ClosedRange<Int> {
    guard let centre = points.firstIndex(where: { $0.value == value }) else { return 0...0 }
    func isSteady(_ index: Int) -> Bool {
      points[index].error.isAsRight(as: points[centre].error)
    }
    var (low, high) = (centre, centre)
    while low > 0, isSteady(low - 1) { low -= 1 }
    while high < points.count - 1, isSteady(high + 1) { high += 1 }
    return low...high
  }

  /// Values that are not known to be right or wrong lie no farther apart than this within the range
  /// that is called right, as a share of the whole.
  private static let finestShare = 0.011

  /// Values to try between those that are right and lie far apart; empty once there are none.
  private var open: [Double] {
    let steady = steadyPoints
    return zip(points[steady], points[steady].dropFirst()).compactMap { low, high in
      let (from, to) = (parameter.position(of: low.value), parameter.position(of: high.value))
      let middle = parameter.value(at: (from + to) / 2)
      return to - from > Self.finestShare && low.value < middle && middle < high.value
        ? middle : nil
    }
  }

  /// The sensitivities of all parameters around a candidate; empty when it was stopped.
  static func all(
    of candidate: Candidate, space: SearchSpace, _ evaluator: CandidateEvaluator
  ) -> [Sensitivity] {
    space.parameters.indices.compactMap { Self.measured($0, of: candidate, space, evaluator) }
  }

  /// How the figures of some recordings depend on one threshold of an exercise as it stands.
  ///
  /// - Parameters:
  ///   - name: the threshold.
  ///   - isStopped: asked, from any thread, whether nobody waits any more.
  /// - Returns: nil for a threshold that is not searched, or when it was stopped.
  package static func of(
    _ name: String, _ exercise: Exercise, on recordings: [TuningRecording],
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> Sensitivity? {
    let space = SearchSpace(exercise, needsSmoothing: true)
    guard let index = space.parameters.firstIndex(where: { $0.name == name }) else { return nil }
    let evaluator = CandidateEvaluator(
      exercise: exercise, space: space, recordings: recordings,
      monitor: TuningMonitor(total: 1, isStopped: isStopped, tell: { _ in }))
    return measured(index, of: space.startCandidate, space, evaluator)
  }

  /// The sensitivity of one parameter; nil when it was stopped.
  private static func measured(
    _ index: Int, of candidate: Candidate, _ space: SearchSpace, _ evaluator: CandidateEvaluator
  ) -> Sensitivity? {
    let (parameter, value) = (space.parameters[index], candidate.values[index])
    var item = Sensitivity(
      parameter: parameter, start: space.startCandidate.values[index], value: value, points: [])
    var values = Set(parameter.grid(steps) + [value]).sorted()
    while !values.isEmpty {
      guard let errors = evaluator.setErrors(of: values.map { candidate.with($0, at: index) })
      else { return nil }
      item.points += zip(values, errors).map { Point(value: $0, sets: $1) }
      item.points.sort { $0.value < $1.value }
      values = item.open
    }
    return item
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
