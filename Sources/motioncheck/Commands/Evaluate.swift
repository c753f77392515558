import ArgumentParser
import MotionInput

/// `motioncheck evaluate`: how right the counts and times are on labelled recordings.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure how right counts and times are on labelled recordings.",
    discussion: """
      Each recording that MANIFEST names is checked as 'replay' would check it, and what was found \
      is held against the number in the column 'visible' (else 'reps') and against \
      NAME.labels.csv beside the recording. Rows that have neither are skipped.

      What a gap hides was done all the same: a set that lacks it is not counted exactly. Left out, \
      and of 'count accuracy' only, are holds that end so near to where counting begins that either \
      is right.
      """)

  @OptionGroup var labelled: LabelledRecordings

  @Option(help: "How the result is written.")
  var format = ListFormat.text

  @Option(
    help: ArgumentHelp(
      "Group by this column; may be repeated (default: dataset, exercise).", valueName: "column"))
  var by: [String] = []

  @Option(help: ArgumentHelp("Thresholds from a YAML file.", valueName: "file"))
  var parameters: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("List the sets that were measured worst.", valueName: "n"))
  var worst: Int?

  @Option(
    help: ArgumentHelp(
      "Draw each recording into this folder, with --worst only those listed.", valueName: "dir"))
  var plot: String?

  func validate() throws {
    if let worst, worst < 1 { throw ValidationError("--worst is \(worst); it must be 1 or more.") }
  }

  private var columns: [String] { by.isEmpty ? ["dataset", "exercise"] : by }

  func run() throws {
    var failures = 0
    try Failure.reported {
      let rows = try labelled.rows()
      try requireColumns(of: rows)
      let evaluation = Evaluation(
        rows, parameters: try parameters.map { try ParameterFile.load($0) })
      failures = evaluation.failures.count
      tell(evaluation)
      guard evaluation.skipped.count < rows.count else { throw nothingLabelled }
      try TextStream.standardOutput().write(lines: lines(of: evaluation))
      if let plot {
        let shown = worst.map { evaluation.worst($0).map(\.recording) } ?? evaluation.recordings
        let inputs = [labelled.manifest, labelled.corrections, parameters].compactMap(\.self)
        try EvaluationPlots(folder: plot, inputs: inputs + rows.map(\.path)).draw(shown)
      }
    }
    guard failures == 0 else { throw ExitCode.unusable }
  }

  /// An exercise is known of every set, whether the manifest has a column of it or not.
  private func requireColumns(of rows: [Manifest.Entry]) throws(ValidationError) {
    let known = Set(rows.flatMap(\.columns) + ["exercise"])
    for column in by where !known.contains(column) {
      throw ValidationError(
        "--by: " + Suggestion.message(for: column, what: "column", allowed: known.sorted()))
    }
  }

  private var nothingLabelled: InputError {
    .unsuitable(
      path: labelled.manifest, found: "no row with a count or labels",
      expected: "one at least; 'motioncheck label' notes what truly happened")
  }

  /// Names the rows that are missing from the figures, and why.
  private func tell(_ evaluation: Evaluation) {
    let errors = TextStream.standardError()
    // Several rows may name the same recording.
    var told: Set<String> = []
    for failure in evaluation.failures where told.insert("\(failure)").inserted {
      errors.note("Error: \(failure)\n")
    }
    if !evaluation.skipped.isEmpty {
      let files = evaluation.skipped.joined(separator: ", ")
      errors.note("Skipped, without a count or labels: \(files)\n")
    }
  }

  private func lines(of evaluation: Evaluation) -> [String] {
    switch format {
    case .text: EvaluationText(evaluation, columns: columns, worst: worst ?? 0).lines
    case .json: [EvaluationJSON(evaluation, columns: columns).line]
    }
  }
}
