import Synchronization

/// How surely a bout is a set, as it stood when it was judged: worked out once, when it is first
/// asked for. Most bouts are judged anew before anyone asks.
final class EvidenceQuestion: Sendable {
  /// Path of the signal from before the set to after it.
  let surroundingTravel: Double
  private let judge: MovementJudge
  private let logOdds = Mutex<Double?>(nil)

  init(_ judge: MovementJudge, surroundingTravel: Double) {
    self.judge = judge
    self.surroundingTravel = surroundingTravel
  }

  /// The log odds, from the judge and the path.
  func answer(_ compute: (MovementJudge, Double) -> Double) -> Double {
    logOdds.withLock { known in
      let logOdds = known ?? compute(judge, surroundingTravel)
      known = logOdds
      return logOdds
    }
  }
}
