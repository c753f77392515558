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
      + table.lines + ["", "Limits"] + limits
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
