import ArgumentParser
import MotionInput
import MotionReport

/// Lists the motion sensors of this machine.
struct Devices: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the motion sensors of this machine, and whether they can be read.",
    discussion: "Name one to --device by its path, its vendor:product or a part of its name.")

  @Option(help: "How the list is written.")
  var format = ReportFormat.text

  func run() throws {
    let all = DeviceDirectory().devices()
    let sensors = all.filter(\.isMotionSensor).map { ($0, Self.problem($0)) }
    try Failure.reported {
      let output = TextStream.standardOutput()
      switch format {
      case .json: try output.write(lines: [Self.json(sensors).rendered])
      case .text: try output.write(lines: Self.text(sensors, others: all.count - sensors.count))
      }
    }
  }

  /// Why a sensor cannot be used; nil when it can.
  private static func problem(_ device: DeviceDescription) -> InputError? {
    do {
      _ = try EvdevSource(device)
      return nil
    } catch {
      return error
    }
  }

  private static func text(
    _ sensors: [(DeviceDescription, InputError?)], others: Int
  ) -> [String] {
    guard !sensors.isEmpty else {
      return [
        "No motion sensor is connected"
          + (others == 0
            ? ", nor any other input device." : " (other input devices: \(others))."),
        InputError.withoutSensorAdvice,
      ]
    }
    return sensors.flatMap { device, problem in
      let state = problem == nil ? "ready" : "cannot be used"
      let gyroscope = device.hasGyroscope ? "accelerometer and gyroscope" : "accelerometer only"
      return ["\(device.summary)", "  \(gyroscope), \(state)"] + (problem.map { ["  \($0)"] } ?? [])
    }
  }

  private static func json(_ sensors: [(DeviceDescription, InputError?)]) -> JSON {
    .array(
      sensors.map { device, problem in
        [
          "path": .string(device.path), "id": .string(device.identifier),
          "name": .string(device.name), "hasGyroscope": .bool(device.hasGyroscope),
          "isUsable": .bool(problem == nil), "problem": JSON(problem?.description),
        ]
      })
  }
}
