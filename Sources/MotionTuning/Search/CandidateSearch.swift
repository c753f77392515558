/// Looks for the thresholds that measure some recordings best.
///
/// A Latin hypercube over the whole space (McKay et al. 1979, doi 10.1080/00401706.1979.10489755),
/// of which every sample moves about half of the parameters; then random steps from the best one
/// that grow smaller as nothing better is found; then every parameter goes back toward the start as
/// far as nothing gets worse; at the end one parameter after the other is tried over its whole
/// range, so that no single change is better than what was found. What is tried follows from the
/// seed and from the errors alone, not from how many cores there are.
struct CandidateSearch: Sendable {
  /// Share of the candidates that are spread over the whole space.
  static let spreadShare = 0.5
  /// How many candidates are tried at a time.
  static let batch = 20
  /// Standard deviation of the first steps, as a share of a parameter's range.
  static let firstStep = 0.15
  /// What is left of the steps after a batch without anything better.
  static let shrinking = 0.7
  /// How many values of a parameter are tried on its way back toward the start.
  static let returnSteps = 20
  /// How many values of a parameter the sweep at the end tries: those of its sensitivity.
  static let sweepSteps = Sensitivity.steps
  /// A parameter that was moved stays this far from where the error grows, as a share of its range:
  /// what just passes on these recordings does not on others.
  static let margin = 0.1

  /// What is searched.
  let space: SearchSpace
  /// How many candidates are tried; those of the sweep at the end come to them.
  let budget: Int
  /// All randomness follows from it.
  let seed: UInt64

  /// Tells the errors of candidates.
  typealias Errors = (_ candidates: [Candidate], _ counts: Int) -> [TuningError?]?

  /// What came of a search.
  struct Result {
    var best: Candidate
    /// False when it was stopped before its end.
    var isComplete: Bool
  }

  /// Searches.
  ///
  /// - Parameter errors: the error of each candidate, nil for one whose counts are wrong by more
  ///   than the second argument in sum, since it cannot be chosen; nil for all to stop.
  func result(_ errors: @escaping Errors) -> Result {
    guard var state = State(space: space, errors: errors) else {
      return Result(best: space.startCandidate, isComplete: false)
    }
    var numbers = SeededNumbers(seed: seed)
    let isComplete =
      spread(&state, &numbers) && refine(&state, &numbers) && goBack(&state)
      && sweep(&state)
    return Result(best: state.best.candidate, isComplete: isComplete)
  }

  /// The best so far, and what it is compared with.
  private struct State {
    let space: SearchSpace
    let errors: Errors
    var best: (candidate: Candidate, cost: TuningCost)
    var tried = 1

    /// The start is tried first; nil when even that was stopped.
    init?(space: SearchSpace, errors: @escaping Errors) {
      self.space = space
      self.errors = errors
      let start = space.startCandidate
      guard case let error?? = errors([start], .max)?.first else { return nil }
      best = (start, TuningCost(error: error, distance: 0))
    }

    /// Tries candidates; false to stop.
    mutating func take(_ candidates: [Candidate]) -> Bool {
      guard let found = errors(candidates, best.cost.error.counts) else { return false }
      tried += candidates.count
      for case (let candidate, let error?) in zip(candidates, found) {
        let cost = TuningCost(error: error, distance: space.distance(of: candidate))
        if cost < best.cost { best = (candidate, cost) }
      }
      return true
    }
  }

  /// How many candidates the last stage needs at most.
  private var returnBudget: Int { space.parameters.count * Self.returnSteps }

  private func spread(_ state: inout State, _ numbers: inout SeededNumbers) -> Bool {
    let count = max(1, Int(Double(budget) * Self.spreadShare))
    let columns = space.parameters.map { _ in
      numbers.permutation(count).map { (Double($0) + numbers.unit()) / Double(count) }
    }
    let start = space.startCandidate
    let candidates = (0..<count).map { row in
      var candidate = start
      let moved = subset(&numbers)
      for index in space.parameters.indices where moved.contains(index) {
        candidate.values[index] = space.parameters[index].value(at: columns[index][row])
      }
      return candidate
    }
    for begin in stride(from: 0, to: count, by: Self.batch) {
      guard state.take(Array(candidates[begin..<min(begin + Self.batch, count)])) else {
        return false
      }
    }
    return true
  }

  private func refine(_ state: inout State, _ numbers: inout SeededNumbers) -> Bool {
    var step = Self.firstStep
    while state.tried + Self.batch <= budget - returnBudget {
      let before = state.best
      let candidates = (0..<Self.batch).map { _ in
        var candidate = before.candidate
        let moved = subset(&numbers)
        for index in space.parameters.indices where moved.contains(index) {
          let parameter = space.parameters[index]
          let position = parameter.position(of: candidate.values[index])
          candidate.values[index] = parameter.value(at: position + step * numbers.normal())
        }
        return candidate
      }
      guard state.take(candidates) else { return false }
      if !(state.best.cost < before.cost) { step *= Self.shrinking }
    }
    return true
  }

  /// Moves every parameter as near to the start as it stays as right, less the margin.
  private func goBack(_ state: inout State) -> Bool {
    let error = state.best.cost.error
    for index in space.parameters.indices {
      let best = state.best
      let start = space.startCandidate.values[index]
      guard best.candidate.values[index] != start else { continue }
      let values = self.values(of: space.parameters[index], from: start, by: best, at: index)
      let candidates = values.map { value in
        var candidate = best.candidate
        candidate.values[index] = value
        return candidate
      }
      guard let errors = state.errors(candidates, error.counts) else { return false }
      state.tried += candidates.count
      let isRight = errors.map { $0?.isAsRight(as: error) ?? false }
      let chosen = nearest(space.parameters[index], values, isRight)
      guard let reached = errors[chosen] else { continue }
      state.best = (
        candidates[chosen],
        TuningCost(error: reached, distance: space.distance(of: candidates[chosen]))
      )
    }
    return true
  }

  /// Changes one parameter for as long as that makes anything better by more than may be chance.
  ///
  /// It ends, since each change makes the error smaller.
  private func sweep(_ state: inout State) -> Bool {
    while true {
      let best = state.best
      let candidates = space.parameters.indices.flatMap { index in
        space.parameters[index].grid(Self.sweepSteps).map { best.candidate.with($0, at: index) }
      }
      guard let errors = state.errors(candidates, best.cost.error.counts) else { return false }
      state.tried += candidates.count
      let better = zip(candidates, errors).compactMap { candidate, error in
        error.flatMap { error -> (candidate: Candidate, cost: TuningCost)? in
          guard error < best.cost.error, !best.cost.error.isAsRight(as: error) else { return nil }
          return (candidate, TuningCost(error: error, distance: space.distance(of: candidate)))
        }
      }
      guard let next = better.min(by: { $0.cost < $1.cost }) else { return true }
      state.best = next
    }
  }

  /// The start, then values from there to the end of the range beyond the best one.
  private func values(
    of parameter: SearchParameter, from start: Double,
    by best: (candidate: Candidate, cost: TuningCost), at index: Int
  ) -> [Double] {
    let found = best.candidate.values[index]
    let (from, to) = (parameter.position(of: start), found > start ? 1.0 : 0.0)
    let grid = (1..<Self.returnSteps).map { step in
      parameter.value(at: from + Double(step) / Double(Self.returnSteps - 1) * (to - from))
    }
    let isRising = found > start
    return [start] + Set(grid + [found]).sorted { ($0 < $1) == isRising }
  }

  /// Of the values around the best one that are as right, the one nearest to the start that keeps
  /// the margin; in a range that is too short for it, the one in the middle.
  private func nearest(
    _ parameter: SearchParameter, _ values: [Double], _ isRight: [Bool]
  ) -> Int {
    guard !isRight[0], let first = isRight.firstIndex(of: true) else { return 0 }
    let last = isRight[first...].firstIndex(of: false).map { $0 - 1 } ?? isRight.count - 1
    let positions = values.map(parameter.position)
    let wanted = min(Self.margin, abs(positions[last] - positions[first]) / 2)
    return (first...last).first { abs(positions[$0] - positions[first]) >= wanted } ?? last
  }

  /// About half of the parameters, at least one.
  private func subset(_ numbers: inout SeededNumbers) -> Set<Int> {
    let chosen = space.parameters.indices.filter { _ in numbers.unit() < 0.5 }
    guard chosen.isEmpty else { return Set(chosen) }
    return [Int(numbers.next() % UInt64(space.parameters.count))]
  }
}
