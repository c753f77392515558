import ArgumentParser
import MotionInput
import MotionReport

/// Lists the motion sensors of this machine.
struct Devices: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices",
    abstract: "List the motion sensors of this machine, and whether they can be read.",
    discussion: """
      Listens to each sensor for a second. Name one to --device by its path, its vendor:product or \
      a part of its name.
      """)

  @Option(help: "How the list is written.")
  var format = ListFormat.text

  @Flag(
    help: """
      Print an experiment for the app phyphox that measures acceleration and rotation together \
      (save it as a file that ends in .phyphox and open that on the phone).
      """)
  var phyphox = false

  func run() throws {
    guard !phyphox else {
      return try Failure.reported {
        try TextStream.standardOutput().write(PhyphoxExperiment.text)
      }
    }
    let directory = DeviceDirectory()
    let all = directory.devices()
    let sensors = all.filter(\.isMotionSensor).map { ListedSensor($0, in: directory) }
    try Failure.reported {
      let output = TextStream.standardOutput()
      switch format {
      case .json: try output.write(lines: [JSON.array(sensors.map(\.json)).rendered])
      case .text: try output.write(lines: text(sensors, others: all.count - sensors.count))
      }
    }
  }

  private func text(_ sensors: [ListedSensor], others: Int) -> [String] {
    guard sensors.isEmpty else { return sensors.flatMap(\.lines) }
    return [
      "No motion sensor is connected"
        + (others == 0 ? ", nor any other input device." : " (other input devices: \(others))."),
      InputError.withoutSensorAdvice,
    ] + PhoneURL.usualPush(isTerminal: TextStream.standardOutput().isTerminal)
  }
}

/// A motion sensor with all that can be said of it.
private struct ListedSensor {
  let device: DeviceDescription
  let battery: Battery?
  let probe: Result<SensorProbe, InputError>

  init(_ device: DeviceDescription, in directory: DeviceDirectory) {
    self.device = device
    probe = Result { () throws(InputError) in try SensorProbe(device) }
    // A driver learns the charge from what the sensor sends: after the listening it knows it.
    battery = directory.battery(of: device)
  }

  var lines: [String] {
    let charge = battery.map(Self.charge)
    let state =
      switch probe {
      case .success(let probe): ["  ready, \(rate(probe))" + (charge ?? "")] + scales(probe)
      case .failure(let problem): ["  cannot be used" + (charge ?? ""), "  \(problem)"]
      }
    return [device.summary] + state
  }

  private static func charge(_ battery: Battery) -> String {
    let level = battery.percent.map { "\($0) %" } ?? battery.level ?? "of unknown charge"
    return ", battery \(level)\(battery.isCharging ? ", charging" : "")"
  }

  private func rate(_ probe: SensorProbe) -> String {
    probe.rateHertz.map { "\(Int($0.rounded())) samples a second" }
      ?? "silent just now (a sensor that lies still may be)"
  }

  private func scales(_ probe: SensorProbe) -> [String] {
    let force =
      probe.unitsPerG.map { "\(Int($0)) units per g" }
      ?? "states no scale: estimated when it is held still, or given with --scale"
    let acceleration = "  acceleration \(device.forceAxes.joined(separator: " ")), \(force)"
    guard device.hasGyroscope else { return [acceleration, "  no gyroscope"] }
    let rate =
      probe.unitsPerDegreePerSecond.map { "\(Int($0)) units per deg/s" }
      ?? "states no scale, not used"
    return [acceleration, "  rotation \(device.rateAxes.joined(separator: " ")), \(rate)"]
  }

  var json: JSON {
    let open = try? probe.get()
    var problem: InputError?
    if case .failure(let error) = probe { problem = error }
    return [
      "path": .string(device.path), "id": .string(device.identifier),
      "name": .string(device.name),
      "uniqueId": JSON(device.uniqueID.isEmpty ? nil : device.uniqueID),
      "hasGyroscope": .bool(device.hasGyroscope),
      "axes": .array((device.forceAxes + device.rateAxes).map(JSON.string)),
      "unitsPerG": JSON(open?.unitsPerG),
      "unitsPerDegreePerSecond": JSON(open?.unitsPerDegreePerSecond),
      "rateHertz": JSON(open?.rateHertz), "batteryPercent": JSON(battery?.percent),
      "batteryLevel": JSON(battery?.level),
      "isCharging": JSON(battery?.isCharging), "isUsable": .bool(open != nil),
      "problem": JSON(problem?.description),
    ]
  }
}
