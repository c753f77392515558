import ArgumentParser
import MotionReport

/// How a list or a table is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  /// For a person.
  case text
  /// For other programs.
  case json
}

/// How the report of a session is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For a person.
  case text
  /// For other programs: one JSON object a line.
  case json
  /// One page for the screen and the printer.
  case html
  /// For a spreadsheet.
  case csv
  /// For health records: an HL7 FHIR R4 Bundle.
  case fhir
  /// For fitness programs: a FIT activity.
  case fit

  /// What a file of this name holds; nil where its name does not say.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    self.init(rawValue: ending == "htm" ? "html" : ending)
  }
}

/// When colours are used.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

extension CSVReport.Rows: ExpressibleByArgument {}

/// Where and how a report is written: the options that replay and live share.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: """
      How the report is written: for a person (text, or html as one page that prints), for \
      programs (json, csv), for health records (fhir), for fitness programs (fit) (default: as \
      the name of --output ends, else text).
      """)
  var givenFormat: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Write the report to this file instead of standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "With text: add tempo, range, evenness and the like of each set.")
  var details = false

  @Option(help: "With text: when colours are used.")
  var color = ColorChoice.auto

  @Option(help: "With csv: what a row is.")
  var rows: CSVReport.Rows?

  @Option(help: ArgumentHelp("Who exercised, to stand in the report.", valueName: "name"))
  var patient: String?

  @Option(help: ArgumentHelp("A note to stand in the report.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      "With fhir: whom the report is of, such as Patient/123.", valueName: "reference"))
  var patientReference: String?

  @Option(
    help: ArgumentHelp(
      "When it was recorded, where the recording does not note it: 2026-03-01T09:30:00Z.",
      valueName: "time"))
  var recordedAt: String?

  /// How the report is written: as was said, or as the name of its file has it.
  var format: ReportFormat {
    get { givenFormat ?? (details ? nil : output.flatMap(ReportFormat.init(fileName:))) ?? .text }
    set { givenFormat = newValue }
  }

  func validate() throws {
    let misplaced: [(name: String, isGiven: Bool, format: ReportFormat)] = [
      ("--details", details, .text), ("--rows", rows != nil, .csv),
      ("--patient-reference", patientReference != nil, .fhir),
    ]
    if let option = misplaced.first(where: { $0.isGiven && $0.format != format }) {
      throw ValidationError("\(option.name) is for --format \(option.format.rawValue).")
    }
    if let recordedAt, ReadableTime.date(recordedAt) == nil {
      throw ValidationError(
        "--recorded-at is '\(recordedAt)'; expected a time such as 2026-03-01T09:30:00Z.")
    }
  }
}
