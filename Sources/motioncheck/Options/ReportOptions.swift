import ArgumentParser

/// How results are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For a person.
  case text
  /// For other programs: one JSON object a line.
  case json
}

/// Where and how a report is written: the options that replay and live share.
struct ReportOptions: ParsableArguments {
  @Option(help: "How the report is written.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Write the report to this file instead of standard output.", valueName: "path"),
    completion: .file())
  var output: String?
}
