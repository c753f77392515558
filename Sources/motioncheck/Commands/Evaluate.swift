import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// `motioncheck evaluate`: how right the counts and times are on labelled recordings.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures counts and times against labelled recordings.",
    discussion: """
      Each recording that MANIFEST names is checked as 'replay' would check it, and what was found \
      is held against the number in the column 'visible' (else 'reps') and against \
      NAME.labels.csv beside the recording. Rows that have neither are skipped.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// A condition that a row of the manifest must fulfil.
  struct Filter: ExpressibleByArgument {
    var column: String
    var value: String

    init?(argument: String) {
      guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
      column = String(argument[..<sign])
      value = String(argument[argument.index(after: sign)...])
    }
  }

  @Argument(help: "A CSV file with the columns file and check_as; others as they are known.")
  var manifest: String

  @Option(help: "How the result is written.")
  var format = Format.text

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows with this value; may be repeated.", valueName: "column=value"))
  var filters: [Filter] = []

  @Option(
    help: ArgumentHelp(
      "Group by this column; may be repeated (default: dataset, exercise).", valueName: "column"))
  var by: [String] = []

  @Option(help: ArgumentHelp("Thresholds from a YAML file.", valueName: "file"))
  var parameters: String?

  @Option(help: ArgumentHelp("List the sets that were measured worst.", valueName: "n"))
  var worst: Int?

  @Option(
    help: ArgumentHelp(
      "Draw each recording into this folder, with --worst only those listed.", valueName: "dir"))
  var plot: String?

  private var columns: [String] { by.isEmpty ? ["dataset", "exercise"] : by }

  func run() throws {
    let entries = try chosenEntries()
    let evaluation = Evaluation(
      entries, parameters: try reported { try parameters.map { try ParameterFile.load($0) } },
      isShowingProgress: isatty(STDERR_FILENO) != 0)
    evaluation.notes.forEach(Self.note)
    switch format {
    case .text: write(EvaluationText(evaluation, columns: columns, worst: worst ?? 0).lines)
    case .json: write([try EvaluationJSON(evaluation, columns: columns).text()])
    }
    if let plot {
      let shown = worst.map { evaluation.worst($0).map(\.recording) } ?? evaluation.recordings
      try reported { try EvaluationPlots(folder: plot).draw(shown) }
    }
    guard evaluation.failures == 0 else { throw ExitCode(2) }
  }

  private func chosenEntries() throws -> [Manifest.Entry] {
    let all = try reported { try Manifest.load(manifest) }
    let chosen = all.filter { entry in filters.allSatisfy { entry[$0.column] == $0.value } }
    guard !chosen.isEmpty || filters.isEmpty else {
      let wanted = filters.map { "\($0.column)=\($0.value)" }.joined(separator: " and ")
      throw ValidationError("no row of \(manifest) has \(wanted)")
    }
    return chosen
  }

  private func reported<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as InputError {
      Self.note("Error: \(error)")
      throw ExitCode(2)
    }
  }

  private func write(_ lines: [String]) {
    FileHandle.standardOutput.write(Data(lines.map { $0 + "\n" }.joined().utf8))
  }

  private static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

extension Manifest.Entry {
  /// The value in a column, by its name in the manifest; nil where it is empty.
  subscript(column: String) -> String? {
    switch column {
    case "file": file
    case "subject": subject
    case "check_as": checkAs
    case "placement": placement?.rawValue
    default: others[column]
    }
  }
}
