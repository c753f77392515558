import ArgumentParser
import MotionCore
import MotionInput

/// What to look for in a recording: the options that replay and live share.
struct CheckOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Check one exercise; 'motioncheck exercises' lists them.", valueName: "id"),
    completion: .exercises)
  var exercise: String?

  @Option(
    help: ArgumentHelp(
      "Check a whole programme: a built-in one or a YAML file (default: upper-back).",
      valueName: "id|file"),
    completion: .programs)
  var program: String?

  @Option(
    help: """
      The arm that moves, or that wears the sensor; of a programme or a recording with markers \
      only the sets of this side.
      """)
  var side: Side?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --exercise: how many repetitions or holds are prescribed (default: its usual dose).",
      valueName: "n"))
  var target: Int?

  @Flag(help: "With --exercise: nothing is prescribed; what was done is reported.")
  var noTarget = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --exercise, for held ones: the shortest hold that counts.", valueName: "seconds"))
  var hold: Double?

  @Option(
    help: """
      Where the sensor is worn (default: what the recording says, else upper-arm).
      """)
  var placement: Placement?

  @Option(
    help: ArgumentHelp("Detection thresholds from a YAML file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var parameters: String?

  /// Files that are read.
  var files: [String?] { [program.flatMap { Program.isFile($0) ? $0 : nil }, parameters] }

  func validate() throws {
    guard let exercise else { return try validateProgram() }
    if program != nil {
      throw ValidationError("--exercise and --program exclude each other: name one of them.")
    }
    let kind = try Exercise.required(exercise).kind
    if hold != nil && kind == .cycle {
      throw ValidationError(
        "--hold is for held exercises; '\(exercise)' is counted. Use --target for it.")
    }
    if noTarget && target != nil {
      throw ValidationError("--target and --no-target exclude each other.")
    }
    if let target, target < 1 {
      throw ValidationError("--target is \(target); it must be 1 or more.")
    }
  }

  private func validateProgram() throws {
    let misplaced = [
      ("--target", target != nil), ("--no-target", noTarget), ("--hold", hold != nil),
    ]
    if let name = misplaced.first(where: \.1)?.0 {
      throw ValidationError(
        "\(name) goes with --exercise; a programme sets its doses itself.")
    }
    if let program, !Program.isFile(program) { _ = try Program.required(program) }
  }
}
