import MotionCore
import Testing

@testable import MotionTuning

@Suite struct CandidateSearchTests {
  /// What a search tried, in its order.
  private final class Log {
    var tried: [Candidate] = []
  }

  private static let row = Exercise.named("bent-over-row") ?? Exercise.catalogue[0]
  private let space = SearchSpace(row, needsSmoothing: false)

  /// As wrong as there are thresholds outside of what is right.
  private func error(_ candidate: Candidate, right: [String: ClosedRange<Double>]) -> TuningError {
    let wrong = zip(space.parameters, candidate.values).count { parameter, value in
      right[parameter.name].map { !$0.contains(value) } ?? false
    }
    return TuningError([SetError(countError: wrong)])
  }

  private func search(
    _ right: [String: ClosedRange<Double>], seed: UInt64 = 1, budget: Int = 300,
    stopAfter: Int = .max,
    log: Log = Log()
  ) -> CandidateSearch.Result {
    CandidateSearch(space: space, budget: budget, seed: seed).result { candidates, _ in
      guard log.tried.count < stopAfter else { return nil }
      log.tried += candidates
      return candidates.map { self.error($0, right: right) }
    }
  }

  private func value(_ name: String, of result: CandidateSearch.Result) -> Double? {
    space.parameters(of: result.best)[name]
  }

  @Test func findsWhatIsRight() throws {
    let result = search(["minimumRangeDegrees": 12...20, "minimumRepSeconds": 1...2])
    #expect(result.isComplete)
    #expect(try (12...20).contains(#require(value("minimumRangeDegrees", of: result))))
    #expect(try (1...2).contains(#require(value("minimumRepSeconds", of: result))))
  }

  @Test func whatDoesNotMatterStaysAsItWas() {
    let result = search(["minimumRangeDegrees": 12...20])
    let changed = zip(result.best.values, space.startCandidate.values).count { $0 != $1 }
    #expect(changed == 1)
    #expect(search([:]).best == space.startCandidate)
  }

  @Test func whatIsMovedKeepsAwayFromTheEdge() throws {
    let result = search(["minimumRangeDegrees": 12...30])
    let value = try #require(self.value("minimumRangeDegrees", of: result))
    let parameter = space.parameters[0]
    let beyond = parameter.position(of: value) - parameter.position(of: 12)
    #expect(beyond >= CandidateSearch.margin * 0.99)
    #expect(beyond < 2 * CandidateSearch.margin)
  }

  @Test func aNarrowPlaceThatOneChangeReachesIsFoundAtTheEnd() throws {
    let value = space.parameters[0].grid(CandidateSearch.sweepSteps)[18]
    let result = search(["minimumRangeDegrees": value...value])
    #expect(self.value("minimumRangeDegrees", of: result) == value)
  }

  @Test func aSeedGivesTheSameCandidatesAgainAndAnotherSeedOthers() {
    let logs = (Log(), Log(), Log())
    let right = ["minimumRangeDegrees": 12.0...20]
    #expect(search(right, log: logs.0).best == search(right, log: logs.1).best)
    #expect(logs.0.tried == logs.1.tried)
    _ = search(right, seed: 2, log: logs.2)
    #expect(logs.0.tried != logs.2.tried)
  }

  @Test func theBudgetIsKept() {
    let log = Log()
    _ = search(["minimumRangeDegrees": 12...20], budget: 300, log: log)
    let sweep = space.parameters.count * CandidateSearch.sweepSteps
    #expect(log.tried.count <= 300 + sweep)
    #expect(log.tried.count > 150)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func whatDropsOutEarlyIsNeverWhatWouldBeChosen(seed: UInt64) {
    let right = ["minimumRangeDegrees": 12.0...20, "minimumRepSeconds": 1...2]
    let dropped = Log()
    let result = CandidateSearch(space: space, budget: 300, seed: seed)
      .result { candidates, counts in
        candidates.map { candidate in
          let error = self.error(candidate, right: right)
          guard error.counts > counts else { return error }
          dropped.tried.append(candidate)
          return nil
        }
      }
    #expect(result.best == search(right, seed: seed).best)
    #expect(!dropped.tried.isEmpty)
  }

  @Test func whenStoppedTheBestSoFarIsKept() throws {
    let right = ["minimumRangeDegrees": 12.0...20]
    let log = Log()
    let result = search(right, stopAfter: 100, log: log)
    #expect(!result.isComplete)
    #expect(log.tried.contains(result.best))
    let errors = log.tried.map { error($0, right: right) }
    #expect(error(result.best, right: right) == errors.min())
    #expect(search(right, stopAfter: 0).best == space.startCandidate)
  }

  @Test func countsWeighMoreThanEventsAndEventsMoreThanTimes() {
    let worst = TuningError([SetError(countError: 1)])
    let middle = TuningError([SetError(countError: 0, strays: 5)])
    let best = TuningError([SetError(countError: 0, strays: 4, seconds: 3, times: 1)])
    #expect(best < middle && middle < worst)
    #expect(TuningError([SetError(countError: -3)]) == TuningError([SetError(countError: 3)]))
    // a log that is wrong by far weighs no more than one that is wrong by some
    #expect(
      TuningError([SetError(countError: 30)])
        == TuningError([SetError(countError: TuningError.largestCountError)]))
  }
}

extension SetError {
  fileprivate init(countError: Int, strays: Int = 0, seconds: Double = 0, times: Int = 0) {
    self.init(SetComparison(.rows([]), reported: [], truth: SetTruth(count: 0, events: nil)))
    self.countError = countError
    self.strays = strays
    self.seconds = seconds
    self.times = times
  }
}
