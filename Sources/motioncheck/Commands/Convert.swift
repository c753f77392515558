import ArgumentParser
import MotionInput
import MotionReport

/// Rewrites a recording in the canonical form.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Rewrite any readable recording in the canonical form.",
    discussion: """
      The result has SI units, strictly increasing times and only usable rows; what was left out \
      or changed is said. Checking it gives the same report as checking the original.
      """)

  @Argument(help: "The recording: a file, a folder, an archive, or - for standard input.")
  var input: String

  @Argument(help: "The file to write, or - for standard output.")
  var output: String

  @OptionGroup(title: "What the recording does not say") var reading: ReadingArguments

  @Flag(help: "Replace a file that exists.")
  var force = false

  func validate() throws {
    try OutputFiles(("<output>", output)).require(apartFrom: [input, reading.gyroscope])
  }

  func run() throws {
    try Failure.reported {
      if !force { try CanonicalWriter.requireNew(output, isReplaceable: true) }
      let source = try RecordingSource(path: input, options: reading.options)
      let span = try Conversion(to: output, replacing: force).run(source)
      let errors = TextStream.standardError()
      if let facts = source.facts, facts.format != RecordingFacts.ownFormat {
        errors.note("Read as \(facts.format)\n")
        for decision in facts.decisions { errors.note("  \(decision)\n") }
      }
      for notice in source.notices { errors.note("Warning: \(notice)\n") }
      errors.note("\(RecordingText.summary(span)) -> \(output)\n")
    }
  }
}
