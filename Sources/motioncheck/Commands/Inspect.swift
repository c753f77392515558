import ArgumentParser
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// Says what is in a recording, before any exercise is named.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in a recording: format, units, rate, gaps, rest and movement.",
    discussion: """
      It also says what decided how columns and units were understood, and what was left out or \
      changed. Nothing is checked.
      """)

  @Argument(
    help: "The recording: a file, a folder, an archive, or - for standard input.",
    completion: .file())
  var recording: String

  @OptionGroup(title: "What the recording does not say") var reading: ReadingArguments

  @Option(help: ArgumentHelp("Draw it.", valueName: "file.svg"), completion: .file())
  var plot: String?

  @Option(help: "How the result is written.")
  var format = ListFormat.text

  func validate() throws {
    try OutputFiles(("--plot", plot)).require(apartFrom: [recording, reading.gyroscope])
  }

  func run() throws {
    try Failure.reported {
      let source = try RecordingSource(path: recording, options: reading.options)
      var survey = RecordingSurvey()
      while let readings = try source.next() { survey.take(readings) }
      survey.finish()
      let inspection = Inspection(recording, source, survey)
      switch format {
      case .text: try TextStream.standardOutput().write(lines: inspection.lines)
      case .json: try TextStream.standardOutput().write(lines: [inspection.json.rendered])
      }
      if let plot { try PendingFile.write(inspection.svg, to: plot) }
    }
  }
}
