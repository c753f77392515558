import ArgumentParser
import Foundation
import MotionCore
import MotionSimulator

/// `motioncheck simulate`: a synthetic recording with its labels.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a synthetic recording and, beside it, what truly happened in it.")

  @Option(help: "One set of this exercise.")
  var exercise: String?

  @Option(help: "A whole session of this programme.")
  var program: String?

  @Option(help: "The recording to write; its labels go beside it as NAME.labels.csv.")
  var output: String

  @Option(help: "All randomness follows from this number.")
  var seed: UInt64 = 1

  @Option(help: "How many repetitions or holds; by default the exercise's dose, or 10.")
  var reps: Int?

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

  @Option(help: "A departure from a plain set, by name; may be repeated. \(Self.conditionNames)")
  var condition: [Condition] = []

  @Option(help: "Seconds a repetition, from leaving rest to being back.")
  var tempo: Double?

  @Option(help: "Seconds at the turning point.")
  var pause: Double?

  @Option(help: "Seconds of rest between repetitions or holds; below zero they overlap.")
  var rest: Double?

  @Option(help: "Seconds of each hold.")
  var hold: Double?

  @Option(help: "Factor on the usual range of the movement.")
  var range: Double?

  private static let conditionNames = Condition.allCases
    .map { "\($0.rawValue) (\($0.summary))" }.joined(separator: "; ")

  func run() throws {
    var sensor = devicePreset.model
    if let rate { sensor.rateHertz = rate }
    if noGyroscope { sensor.gyroscope = nil }
    sensor.isSignInverted = invertedSign
    let simulation: Simulation
    do {
      simulation = try Simulation(
        SimulationConfiguration(
          plan: try plan(), placement: placement, side: side, sensor: sensor,
          conditions: conditions, leftOut: Set(leaveOut), seed: seed))
    } catch let error as SimulationError {
      throw ValidationError(error.description)
    }
    try write(simulation, hasGyroscope: sensor.gyroscope != nil)
  }

  private var conditions: Conditions {
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

  private func plan() throws -> SessionPlan {
    switch (exercise, program) {
    case (let id?, nil):
      guard let exercise = Exercise.named(id) else {
        let known = Exercise.catalogue.map(\.id).joined(separator: ", ")
        throw ValidationError("unknown exercise '\(id)'; allowed: \(known)")
      }
      return .single(PlannedSet(exercise: exercise, side: side, target: exercise.dose))
    case (nil, let id?):
      guard let program = Program.named(id) else {
        let known = Program.builtIn.map(\.id).joined(separator: ", ")
        throw ValidationError("unknown programme '\(id)'; allowed: \(known)")
      }
      return .program(program)
    default: throw ValidationError("give either --exercise or --program")
    }
  }

  private func write(_ simulation: Simulation, hasGyroscope: Bool) throws {
    var text = simulation.metadata.map { "# \($0.name): \($0.value)\n" }.joined()
    text += "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]"
    text += hasGyroscope ? ",gx [rad/s],gy [rad/s],gz [rad/s]\n" : "\n"
    for sample in simulation.samples {
      var fields = [String(format: "%.4f", Double(sample.nanoseconds) / 1e9)]
      for vector in [sample.specificForce, sample.angularRate].compactMap({ $0 }) {
        fields += [vector.x, vector.y, vector.z].map { String(format: "%.4f", $0) }
      }
      text += fields.joined(separator: ",") + "\n"
    }
    try text.write(toFile: output, atomically: true, encoding: .utf8)
    var labels = "start,end,exercise,side,kind,count\n"
    for label in simulation.labels {
      let times = String(format: "%.3f,%.3f", label.start, label.end)
      let count = label.count.map(String.init) ?? ""
      labels +=
        "\(times),\(label.exercise),\(label.side?.rawValue ?? ""),\(label.kind.rawValue),\(count)\n"
    }
    let stem = output.hasSuffix(".csv") ? String(output.dropLast(4)) : output
    try labels.write(toFile: stem + ".labels.csv", atomically: true, encoding: .utf8)
  }
}

extension Placement: ExpressibleByArgument {}
extension Side: ExpressibleByArgument {}
extension SensorPreset: ExpressibleByArgument {}
extension Condition: ExpressibleByArgument {}
