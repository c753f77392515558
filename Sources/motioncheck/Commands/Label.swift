import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// `motioncheck label`: notes what truly happened in a recording.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Note what truly happened in a recording, for 'tune' and 'evaluate'.",
    usage: """
      motioncheck label RECORDING --exercise ID --reps N ...
             motioncheck label RECORDING --from-detection --exercise ID ...
      """,
    discussion: """
      Writes NAME.labels.csv beside the recording. With --reps it holds one set and its count; with \
      --from-detection it holds what is detected, for you to correct by hand: a movement that is not \
      to be counted has the count 0.
      """)

  @Argument(help: "The recording.", completion: .file(extensions: ["csv"]))
  var recording: String

  @OptionGroup(title: "What was done") var choice: CheckOptions
  @OptionGroup(title: "What the recording does not say") var reading: ReadingArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many repetitions or holds were truly done.", valueName: "n"))
  var reps: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where the set begins, from the first sample (default: 0).", valueName: "seconds"))
  var start: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where the set ends (default: the end).", valueName: "seconds"))
  var end: Double?

  @Flag(help: "Write what is detected, to be corrected by hand.")
  var fromDetection = false

  @Flag(help: "Add to the labels that are there already.")
  var add = false

  @Flag(help: "Write over the labels that are there already.")
  var force = false

  /// More are not done in one recording.
  private static let mostReps = 100_000

  func validate() throws {
    guard fromDetection != (reps != nil) else {
      throw ValidationError("say either --reps or --from-detection.")
    }
    guard fromDetection || choice.exercise != nil else {
      throw ValidationError("--reps needs --exercise: name what was done.")
    }
    if fromDetection && (start != nil || end != nil) {
      throw ValidationError("--start and --end go with --reps.")
    }
    if add && force { throw ValidationError("--add and --force exclude each other.") }
    if let reps, !(0...Self.mostReps).contains(reps) {
      throw ValidationError("--reps is \(reps); it must be from 0 to \(Self.mostReps).")
    }
  }

  func run() throws {
    try Failure.reported {
      let path = LabelFile.path(forRecording: recording)
      let isThere = FileManager.default.fileExists(atPath: path)
      if isThere, !add, !force {
        throw InputError.outputExists(
          path: path, advice: "add to these labels with --add, or write over them with --force")
      }
      let known = isThere && add ? try LabelFile.load(path) : []
      let source = try RecordingSource(path: recording, options: reading.options)
      let check = try Check(choice, of: source.metadata, path: recording)
      let result = SessionRun(check: check).result(of: source)
      if let failure = result.failure { throw failure }
      let seconds = result.report.quality.seconds
      let new = fromDetection ? result.report.labels : [try set(seconds: seconds)]
      let labels = (known + new).sorted { ($0.start, $1.end) < ($1.start, $0.end) }
      if let fault = LabelFault.first(in: labels, recordingSeconds: seconds) {
        throw ValidationError("\(path): found \(fault.found); expected \(fault.expected).")
      }
      try PendingFile.write(LabelFile.text(of: labels), to: path)
      tell(new, path: path)
    }
  }

  private func set(seconds: Double) throws(ValidationError) -> Label {
    let (from, to) = (start ?? 0, end ?? seconds)
    guard from >= 0, from < to, to <= seconds + 1 else {
      throw ValidationError(
        "--start \(from) and --end \(to) are no part of the recording, which is "
          + "\((seconds * 10).rounded() / 10) s long.")
    }
    return Label(
      start: from, end: min(to, seconds).inMilliseconds, exercise: choice.exercise ?? "",
      side: choice.side, kind: .set, count: reps)
  }

  private func tell(_ labels: [Label], path: String) {
    let sets = labels.filter { $0.kind == .set }
    let lines = sets.map { set in
      let side = set.side.map { " (\($0.rawValue))" } ?? ""
      return "  \(set.exercise)\(side): \(set.count ?? 0) from \(set.start) to \(set.end) s\n"
    }
    let advice = fromDetection ? "Correct by hand what is wrong in it.\n" : ""
    TextStream.standardError().note("Written to \(path)\n\(lines.joined())\(advice)")
  }
}
