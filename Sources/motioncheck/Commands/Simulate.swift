import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionSimulator

/// `motioncheck simulate`: a synthetic recording with its labels.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Write a synthetic recording and, beside it, what truly happened in it.")

  @Option(help: "One set of this exercise.", completion: .exercises)
  var exercise: String?

  @Option(help: "A whole session of this programme.")
  var program: String?

  @Option(
    help: ArgumentHelp(
      """
      No exercise, but this for so many seconds (default: 60); may be repeated, one after the \
      other: \(Activity.Interval.names).
      """, valueName: "name=seconds"),
    transform: Activity.Interval.init(argument:))
  var activity: [Activity.Interval] = []

  @Option(help: "The recording to write; its labels go beside it as NAME.labels.csv.")
  var output: String

  @Option(help: "All randomness follows from this number.")
  var seed: UInt64 = 1

  @Option(help: "Samples a second; by default the device's.")
  var rate: Double?

  @Option(
    help: "Where the sensor is worn: \(Placement.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var placement: Placement = .upperArm

  @Option(help: "The arm that wears the sensor and moves: left or right.")
  var side: Side?

  @Flag(help: "Accelerometer only.")
  var noGyroscope = false

  @Flag(help: "A sensor that reads -9.81 m/s^2 along the axis that points up.")
  var invertedSign = false

  @Option(help: "Which sensor: \(SensorPreset.allCases.map(\.rawValue).joined(separator: ", ")).")
  var devicePreset: SensorPreset = .phone

  @Option(help: "An exercise of the programme, by its id, that the person leaves out.")
  var leaveOut: [String] = []

  @OptionGroup(title: "How the sets are done") var departures: Departures

  @Flag(help: "Note where each set begins and ends, as a live recording does.")
  var markers = false

  @Flag(help: "Write over a recording that exists.")
  var force = false

  func validate() throws {
    let labels = LabelFile.path(forRecording: output)
    try OutputFiles(("--output", output), ("the labels beside --output", labels))
      .require(apartFrom: [program])
  }

  func run() throws {
    try Failure.reported { try write(simulation(configuration())) }
  }

  private func simulation(
    _ configuration: SimulationConfiguration
  ) throws(ValidationError) -> Simulation {
    do {
      return try Simulation(configuration)
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func configuration() throws -> SimulationConfiguration {
    var sensor = devicePreset.model
    if let rate { sensor.rateHertz = rate }
    if noGyroscope { sensor.gyroscope = nil }
    sensor.isSignInverted = invertedSign
    return SimulationConfiguration(
      plan: try plan(), placement: placement, side: side, sensor: sensor,
      conditions: departures.conditions, leftOut: Set(leaveOut), seed: seed)
  }

  private func plan() throws -> SimulationPlan {
    switch (exercise, program, activity.isEmpty) {
    case (let id?, nil, true):
      let exercise = try Exercise.required(id)
      return .single(PlannedSet(exercise: exercise, side: side, target: exercise.dose))
    case (nil, let name?, true): return .program(try Program.chosen(name))
    case (nil, nil, false): return .activities(activity)
    case (nil, nil, true):
      throw ValidationError("name what is done: --exercise or --program, or --activity.")
    default:
      throw ValidationError(
        "--exercise, --program and --activity exclude each other: name one of them.")
    }
  }

  private func write(_ simulation: Simulation) throws {
    let metadata = RecordingMetadata(
      device: simulation.device, placement: placement,
      comments: ["seed: \(seed)"]
        + activity.map { "activity: \($0.activity.rawValue) \($0.seconds) s" })
    let labels = LabelFile.path(forRecording: output)
    // a stream has no file beside which labels could stand
    let isFile = output != "-"
    for path in isFile && !force ? [output, labels] : [] {
      try CanonicalWriter.requireNew(path, isReplaceable: true)
    }
    var writer = try CanonicalWriter(
      path: output, metadata: metadata, replacing: force)
    for reading in simulation.readings(withMarkers: markers) { try writer.append([reading]) }
    try writer.finish()
    if isFile {
      try PendingFile.write(LabelFile.text(of: simulation.labels), to: labels, replacing: force)
    }
  }
}

/// How the sets of `motioncheck simulate` depart from plain ones.
struct Departures: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A departure from a plain set, by name; may be repeated: \(Self.conditionNames).",
      valueName: "name"))
  var condition: [Condition] = []

  @Option(help: "How many repetitions or holds; by default the exercise's dose, or 10.")
  var reps: Int?

  @Option(help: "Seconds a repetition, from leaving rest to being back.")
  var tempo: Double?

  @Option(help: "Seconds at the turning point.")
  var pause: Double?

  @Option(
    parsing: .unconditional,
    help: "Seconds of rest between repetitions or holds; below zero they overlap."
  )
  var rest: Double?

  @Option(help: "Seconds of each hold.")
  var hold: Double?

  @Option(help: "Factor on the usual range of the movement.")
  var range: Double?

  private static let conditionNames = Condition.allCases
    .map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")

  /// All of them together; a figure given on its own wins over a named departure.
  var conditions: Conditions {
    var conditions = Conditions()
    for name in condition { name.apply(to: &conditions) }
    conditions.reps = reps
    conditions.repSeconds = tempo ?? conditions.repSeconds
    conditions.turnSeconds = pause ?? conditions.turnSeconds
    conditions.betweenSeconds = rest ?? conditions.betweenSeconds
    conditions.holdSeconds = hold
    conditions.rangeScale = range ?? conditions.rangeScale
    return conditions
  }
}

extension SensorPreset: ExpressibleByArgument {}
extension Condition: ExpressibleByArgument {}
