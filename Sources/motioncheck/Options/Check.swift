import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// What a session is to look for, with every contradiction between the options ruled out.
struct Check {
  /// The programme that is checked when neither exercise nor programme was named.
  static let defaultProgram = "upper-back"

  /// The sets that are looked for.
  let plan: SessionPlan
  /// Where the sensor was said to sit; nil leaves it to the recording.
  let placement: Placement?
  /// The parameter file's path as given.
  let parametersPath: String?
  /// Where the sensor sat when the range in the parameter file was measured; nil where none was.
  private let calibratedPlacement: Placement?

  /// The name of what is checked, for a person.
  var title: String {
    switch plan {
    case .single(let set): Wording.sentenceStart(set.exercise.title)
    case .program(let program): program.title
    }
  }

  /// The id of what is checked, for file names.
  var id: String {
    switch plan {
    case .single(let set): set.exercise.id
    case .program(let program): program.id
    }
  }

  /// How often a week the programme asks for; nil where it does not say.
  var timesPerWeek: Int? {
    if case .program(let program) = plan { program.timesPerWeek } else { nil }
  }

  /// The programme whole, so that a recording can be checked anywhere; nil for one exercise.
  var programText: String? {
    guard case .program(let program) = plan else { return nil }
    return ProgramFile.text(of: program)
  }

  /// Where the sensor sits: as it was said, else as the recording says, else where the programme
  /// asks for it, if that is one place, else on the upper arm.
  func placement(for metadata: RecordingMetadata) -> Placement {
    placement ?? metadata.placement ?? plan.placement ?? .upperArm
  }

  /// What speaks against where the sensor is taken to sit.
  func warnings(for metadata: RecordingMetadata) -> [String] {
    let worn = placement(for: metadata)
    return placementWarnings(worn) + calibrationWarnings(worn)
  }

  /// All sets are measured as at one place.
  private func placementWarnings(_ worn: Placement) -> [String] {
    let elsewhere = plan.sets.filter { $0.placement != nil && $0.placement != worn }
    guard let first = elsewhere.first, let asked = first.placement else { return [] }
    return [
      "the programme has the sensor on the \(asked.title) for the \(first.exercise.title), and all "
        + "was measured as on the \(worn.title); if it sat elsewhere, say so with --placement"
    ]
  }

  /// A range is one of the place at which it was measured.
  private func calibrationWarnings(_ worn: Placement) -> [String] {
    guard let parametersPath, let calibratedPlacement, calibratedPlacement != worn else {
      return []
    }
    return [
      "the range in \(parametersPath) was measured on the \(calibratedPlacement.title) and the "
        + "sensor is on the \(worn.title): partial repetitions are misjudged; calibrate there"
    ]
  }

  /// A check of one set, with nothing left to options.
  init(_ set: PlannedSet, placement: Placement?) {
    plan = .single(set)
    self.placement = placement
    (parametersPath, calibratedPlacement) = (nil, nil)
  }

  /// What the options name, and where they leave it open what a recording says of itself: its own
  /// programme, or exercise, side and target.
  ///
  /// - Throws: as the check of options does, and `InputError` for what the recording says.
  init(_ options: CheckOptions, of metadata: RecordingMetadata, path: String) throws {
    let completed = try options.completed(by: metadata, path: path)
    var program: Program?
    if completed.exercise == nil, completed.program == nil, let text = metadata.program {
      program = try ProgramFile.embedded(text, path: path)
    }
    try self.init(completed, program: program)
  }

  /// Reads what the options name.
  ///
  /// - Throws: `ValidationError` for arguments that make no sense, `InputError` for files that
  ///   cannot be used.
  init(_ options: CheckOptions) throws { try self.init(options, program: nil) }

  private init(_ options: CheckOptions, program: Program?) throws {
    let parameters = try options.parameters.map { try ParameterFile.load($0) }
    if let id = options.exercise {
      plan = .single(try Self.plannedSet(id, options, parameters))
    } else {
      plan = .program(try Self.program(options, program, parameters))
    }
    placement = options.placement
    parametersPath = options.parameters
    calibratedPlacement = parameters?.calibratedPlacement
    if let id = parameters?.exercise, !plan.sets.contains(where: { $0.exercise.id == id }) {
      throw ValidationError(
        "--parameters: the file is for '\(id)', which is not among what is checked here.")
    }
  }
}

extension Check {
  private static func plannedSet(
    _ id: String, _ options: CheckOptions, _ parameters: ParameterFile?
  ) throws -> PlannedSet {
    var exercise = try Exercise.required(id)
    try parameters?.apply(to: &exercise)
    return PlannedSet(
      exercise: exercise, side: options.side, target: try target(options, exercise))
  }

  /// What `--target` and `--hold` set, and for the rest the exercise's usual dose; nil where nothing
  /// is asked for.
  private static func target(
    _ options: CheckOptions, _ exercise: Exercise
  ) throws(ValidationError) -> Target? {
    let dose = options.noTarget ? nil : exercise.dose
    let reps = options.target ?? dose?.reps
    guard let seconds = options.hold, case .hold(let parameters) = exercise.parameters else {
      return reps.map {
        Target(reps: $0, holdSeconds: dose?.holdSeconds, holdSecondsMax: dose?.holdSecondsMax)
      }
    }
    let (shortest, longest) = (parameters.minimumHoldSeconds, parameters.maximumHoldSeconds)
    guard seconds >= shortest, seconds <= longest else {
      throw ValidationError(
        "--hold is \(seconds); this exercise can be timed from \(shortest) to \(longest) seconds.")
    }
    return Target(reps: reps, holdSeconds: seconds)
  }

  private static func program(
    _ options: CheckOptions, _ embedded: Program?, _ parameters: ParameterFile?
  ) throws -> Program {
    var program = try embedded ?? Program.chosen(options.program ?? defaultProgram)
    for index in program.lines.indices {
      try parameters?.apply(to: &program.lines[index].exercise)
    }
    guard let side = options.side else { return program }
    let ofSide = program.restricted(to: side)
    guard !ofSide.lines.isEmpty else {
      throw ValidationError(
        "--side: no exercise of '\(program.id)' is for the \(side.rawValue) side.")
    }
    return ofSide
  }
}
