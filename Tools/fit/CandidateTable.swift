import MotionCore
import MotionTuning

/// Candidates as a CSV table, a line each.
struct CandidateTable {
  private static let figures: [(name: String, value: @Sendable (SetFeatures) -> Double)] = [
    ("count", { $0.count }), ("similarity", { $0.similarity }), ("unevenness", { $0.unevenness }),
    ("rest", { $0.rest }), ("turned", { $0.turnedDegrees }),
    ("lift", { $0.liftMetres ?? .nan }),
    ("timeSpread", { $0.timeSpread }), ("seconds", { $0.seconds }),
    ("turnShare", { $0.plateauShare }), ("asymmetry", { $0.asymmetry }),
    ("stride", { $0.strideLikeness }), ("shake", { $0.shake }), ("occupancy", { $0.occupancy }),
    ("isolation", { $0.isolation }), ("settled", { $0.settled }),
  ]

  private let candidates: [LabelledCandidate]

  init(_ candidates: [LabelledCandidate]) { self.candidates = candidates }

  var text: String {
    let names = ["dataset", "file", "exercise", "placement", "other", "label"]
    let header = (names + Self.figures.map(\.name)).joined(separator: ",")
    let rows = candidates.map { candidate in
      let origin = candidate.origin
      let words = [
        origin.dataset, origin.recording, origin.exercise, origin.placement.rawValue,
        origin.isOther ? "1" : "0", candidate.isExercise ? "1" : "0",
      ]
      let values = Self.figures.map { "\($0.value(candidate.features))" }
      return (words + values).joined(separator: ",")
    }
    return ([header] + rows).map { $0 + "\n" }.joined()
  }
}
