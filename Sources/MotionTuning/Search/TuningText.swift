import MotionCore
import MotionReport

/// What a tuning came to, for a person.
package struct TuningText {
  private let result: TuningResult
  private let recordings: [TuningRecording]

  /// The text of a result.
  package init(_ result: TuningResult, recordings: [TuningRecording]) {
    self.result = result
    self.recordings = recordings
  }

  /// The text, line by line.
  package var lines: [String] {
    let minutes = recordings.reduce(0) { $0 + $1.seconds } / 60
    let subjects = Set(recordings.compactMap(\.subject)).count
    let people = subjects > 0 ? " of \(subjects) \(subjects == 1 ? "person" : "people")" : ""
    let sessions = Set(recordings.map(\.name)).count
    let sets = sessions < recordings.count ? "\(recordings.count) sets in " : ""
    let title = """
      \(result.start.title): \(sets)\(sessions) recordings\(people), \(minutes.fixed(1)) min
      """
    let parts = result.heldOut == nil ? [] : ["", folds]
    let found = thresholds
    return [title, ""] + figures + parts + (found.isEmpty ? [] : [""] + found) + [""] + advice
  }

  /// The advice alone.
  package var advice: [String] {
    switch result.advice {
    case .recommended:
      ["Recommended: better than the start also on recordings that the search did not see."]
    case .nothingBetter:
      ["Nothing better was found: keep the thresholds as they are."]
    case .doesNotHoldOut(let better, let worse):
      [
        "Not recommended: the change does not hold out. On recordings that the search did not see,",
        "\(better) of \(recordings.count) sets are measured better than before and \(worse) worse.",
        "Keep the thresholds as they are; more recordings, or more people, may help.",
      ]
    case .unknown where result.changed.isEmpty:
      ["Stopped before its end: nothing better than the thresholds as they are was found so far."]
    case .unknown:
      [
        "Stopped before its end: this is the best so far, and it was not tried on recordings that",
        "the search did not see. Run it to its end before you rely on it.",
      ]
    }
  }

  // MARK: - Figures

  private typealias Column = (heading: String, text: @Sendable (Score) -> String)

  private static let columns: [Column] = [
    ("exact", { $0.exact.fraction.fixed(2) }),
    ("+-1", { $0.withinOne.fraction.fixed(2) }),
    ("mean |error|", { $0.meanAbsoluteError.fixed(2) }),
    ("events F1", { $0.f1.fixed(3) }),
    ("boundary error s", { $0.boundaryErrorSeconds.mean.fixed(2) }),
    ("hold error s", { $0.holdErrorSeconds.mean.fixed(2) }),
  ]

  private var figures: [String] {
    var table = TextTable(words: ["thresholds"], figures: Self.columns.map(\.heading))
    let rows: [(String, [SetComparison]?)] = [
      ("as before", result.before), ("found on all recordings", result.after),
      ("found without those measured", result.heldOut),
    ]
    for (name, sets) in rows {
      let score = sets.map { Score($0) }
      table.add([name] + Self.columns.map { score.map($0.text) ?? TextTable.absent })
    }
    return table.lines
  }

  private var folds: String {
    let parts = result.folds.parts
    guard result.folds.isBySubject else {
      return "Held out in turn: \(parts.count) parts of the recordings, all of one person."
    }
    let names = parts.map { $0.names.joined(separator: "+") }.joined(separator: ", ")
    return "Held out in turn, so that nobody stands on both sides: \(names)."
  }

  // MARK: - Thresholds

  private var thresholds: [String] {
    guard !result.sensitivity.isEmpty else { return changes }
    var table = TextTable(
      words: ["parameter", "unit"],
      figures: ["before", "found", "right from", "to", "tried from", "to"])
    for item in result.sensitivity {
      let (steady, tried) = (item.steadyRange, item.parameter.range)
      let figures = [
        item.start, item.value, steady.lowerBound, steady.upperBound, tried.lowerBound,
        tried.upperBound,
      ]
      let unit = item.parameter.unit.isEmpty ? "share" : item.parameter.unit
      table.add([item.parameter.name, unit] + figures.map(Self.plain))
    }
    return table.lines + [
      "", "'right from ... to': counts, events and times as right as with the value found.",
    ]
  }

  private var changes: [String] {
    result.changed.map { "\($0.name): \(Self.plain($0.value))" }
  }

  /// A figure with three digits.
  private static func plain(_ value: Double) -> String {
    if value == value.rounded() { return value.fixed(0) }
    return value.fixed(abs(value) < 1 ? 3 : abs(value) < 10 ? 2 : 1)
  }
}

extension TuningResult {
  /// The thresholds that differ from those of the start.
  package var changed: [ParameterValue] {
    tuned.parameters.described.filter { start.parameters[$0.name] != $0.value }
  }
}
