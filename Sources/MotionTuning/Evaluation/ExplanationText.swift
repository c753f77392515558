import MotionCore
import MotionReport

/// Why each movement was counted or not, for a person.
package struct ExplanationText {
  private static let columns: [(heading: String, measures: [String])] = [
    ("range", [Measure.range]), ("seconds", [Measure.timeAway, Measure.timeHeld]),
    ("of usual", [Measure.share]), ("similarity", [Measure.similarity]),
  ]

  /// The text, line by line.
  package let lines: [String]

  /// The text of an explanation.
  package init(_ explanation: SetExplanation) {
    guard let first = explanation.movements.first else {
      lines = ["No movement was found."]
      return
    }
    var table = TextTable(
      words: ["verdict", "decided by"], figures: ["from", "to"] + Self.columns.map(\.heading))
    for movement in explanation.movements {
      let figures = Self.columns.map { column in
        column.measures.lazy.compactMap { movement[$0]?.value }.first.fixed(2)
      }
      table.add(
        [
          movement.verdict?.rawValue ?? "not listed", movement.reason, movement.start.fixed(2),
          movement.end.fixed(2),
        ] + figures)
    }
    let limits = first.measures.filter { $0.parameters != (nil, nil) }.map { "  \($0.limits)" }
    lines =
      ["Every movement that was looked at; times in seconds, ranges in degrees or their equivalent"]
      + table.lines + ["", "Limits"] + limits + Self.evidence(explanation.evidence)
  }

  /// What adds or takes less is not worth a line, in log odds.
  private static let leastEvidence = 0.05

  /// What makes the confidence what it is, the heaviest first.
  private static func evidence(_ evidence: [SetEvidence]) -> [String] {
    let heaviest = evidence.filter { abs($0.logOdds) >= leastEvidence }
      .sorted { abs($0.logOdds) > abs($1.logOdds) }
    guard !heaviest.isEmpty else { return [] }
    var table = TextTable(
      words: ["what of the set"], figures: ["here", "usually", "log odds"])
    for one in heaviest {
      table.add([
        one.figure.words, one.value.fixed(2), one.usual.fixed(2),
        "\(one.logOdds > 0 ? "+" : "")\(one.logOdds.fixed(2))",
      ])
    }
    return ["", "What speaks for the exercise (+) and against it (-), beside a usual set"]
      + table.lines
  }
}

extension SetModel.Figure {
  /// What it measures, for who asks why a set is believed or doubted.
  fileprivate var words: String {
    switch self {
    case .fewness: "one over how many movements they are"
    case .similarity: "how similar they are"
    case .unevenness: "how uneven the pace is"
    case .rest: "rests between them, in their lengths"
    case .occupancy: "share of what happens in the set that is they, as a logarithm"
    case .isolation: "the same with the time around it, against the set alone"
    case .strideLikeness: "how much they look like steps"
    case .sizeDeviation: "how unusual their size is"
    case .quickness: "how much shorter than usual they are"
    case .slowness: "how much longer than usual they are"
    case .turnShareDeviation: "how unusual the share of it in the outer position is"
    case .shake: "shaking, in g"
    case .timeSpread: "how much the lengths differ"
    case .settled: "rest before the first of them"
    }
  }
}

extension ExplainedMovement {
  /// What decided, in a few words.
  package var reason: String {
    guard let decisive else {
      return verdict == nil ? "nothing like it near it" : "not like the others"
    }
    return decisive.isMet ? "passes" : decisive.failure
  }
}

extension Measure {
  /// What it failed at, with the parameter that says so.
  fileprivate var failure: String {
    let isLow = value < admitted.lowerBound
    let limit = isLow ? admitted.lowerBound : admitted.upperBound
    let parameter = (isLow ? parameters.lower : parameters.upper) ?? "fixed"
    return "\(name) \(value.fixed(2)) \(isLow ? "<" : ">") \(limit.fixed(2)) (\(parameter))"
  }

  /// Its limits with the parameters that set them.
  fileprivate var limits: String {
    let ends = [
      parameters.lower.map { "\($0) \(admitted.lowerBound.fixed(2))" },
      parameters.upper.map { "\($0) \(admitted.upperBound.fixed(2))" },
    ]
    return "\(name): \(ends.compactMap(\.self).joined(separator: ", "))"
  }
}
