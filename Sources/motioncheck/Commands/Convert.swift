import ArgumentParser
import MotionInput
import MotionReport

/// Rewrites a recording in the canonical form.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rewrite any readable recording in the canonical form.",
    discussion: """
      The result has SI units, strictly increasing times and only usable rows; what was left out \
      or changed is said. Checking it gives the same report as checking the original.
      """)

  @Argument(help: "The recording: a file, a FIFO, or - for standard input.")
  var input: String

  @Argument(help: "The file to write, or - for standard output.")
  var output: String

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() throws {
    try Failure.reported {
      let source = try RecordingSource(path: input)
      let span = try Conversion(to: output, replacing: force).run(source)
      let errors = TextStream.standardError()
      for notice in source.notices { errors.note("Warning: \(notice)\n") }
      errors.note("\(RecordingText.summary(span)) -> \(output)\n")
    }
  }
}
