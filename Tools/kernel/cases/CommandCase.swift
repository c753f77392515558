import Foundation
import MotionInput

/// What motioncheck says of devices, without a session.
enum CommandCase {
  /// Every one of them, by name.
  static var all: [(name: String, run: () throws -> String)] {
    [
      ("devices", listsWhatASensorTells),
      ("no-permission", saysWhichRuleIsMissing),
      ("no-sensor", saysWhatTheDeviceIs),
      ("several-sensors", listsThem),
    ]
  }

  private struct Listed: Decodable {
    var path: String
    var name: String
    var axes: [String]
    var unitsPerG: Double?
    var unitsPerDegreePerSecond: Double?
    var rateHertz: Double?
    var batteryPercent: Int?
    var isCharging: Bool?
    var isUsable: Bool
  }

  private static func listsWhatASensorTells() throws -> String {
    let sensor = try GameController(.dualSense, address: 0x51)
    let live = try LiveProcess(["devices", "--format", "json"])
    let samples = try RecordingSource(path: "/recordings/rows.csv").samples()
    var player = Player(samples)
    while live.isRunning { try player.play(for: 0.1, on: sensor) }
    let all = try JSONDecoder().decode([Listed].self, from: Data(live.output.utf8))
    guard let found = all.first(where: { $0.path == sensor.device.path }) else {
      throw Outcome.failed("not in the list: \(live.output)")
    }
    let rate = found.rateHertz ?? 0
    guard abs(rate - 100) < 20 || !player.isBehind else {
      throw Outcome.skipped("the machine is too busy to be a sensor of 100 Hz")
    }
    guard found.isUsable, found.axes.count == 6, found.unitsPerG == 8192,
      found.unitsPerDegreePerSecond == 1024, abs(rate - 100) < 20, found.batteryPercent == 75,
      found.isCharging == false
    else { throw Outcome.failed("\(found)") }
    return "\(found.name), \(Int(rate)) Hz, battery 75 %; \(all.count) sensors"
  }

  private static func saysWhichRuleIsMissing() throws -> String {
    let sensor = try GameController(.dualSense, address: 0x52)
    let live = try LiveProcess(
      [
        "-s", "/bin/sh", "nobody", "-c",
        "exec /bin/motioncheck live --device \(sensor.device.path)",
      ],
      program: "/bin/su")
    return try refusal(
      of: live, serving: sensor, says: ["no permission", "70-motion-sensors.rules"])
  }

  private static func saysWhatTheDeviceIs() throws -> String {
    let sensor = try GameController(.dualSense, address: 0x53)
    let other = try DeviceDescription.appearing {
      $0.uniqueID == sensor.device.uniqueID && $0.kind == .gameController
    }
    let live = try LiveProcess(["live", "--device", other.path])
    return try refusal(
      of: live, serving: sensor, says: [other.kind.rawValue, "is \(sensor.device.path)"])
  }

  private static func listsThem() throws -> String {
    let sensors = try ["Left Twin IMU", "Right Twin IMU"].map {
      try UinputSensor(UinputModel(name: $0))
    }
    return try withExtendedLifetime(sensors) {
      let said = try [[], ["--device", "nowhere"], ["--device", "twin"]].map { choice in
        try refusal(
          of: LiveProcess(["live"] + choice), serving: sensors[0],
          says: sensors.map(\.device.summary))
      }
      return said[2]
    }
  }

  /// The first line that it said, where it ended with status 2 and said all of these.
  private static func refusal(
    of live: LiveProcess, serving sensor: any VirtualSensor, says words: [String]
  ) throws -> String {
    let status = try live.end(serving: sensor)
    guard status == 2, words.allSatisfy(live.errors.contains) else {
      throw Outcome.failed("status \(status ?? -1): \(live.errors)")
    }
    return String(live.errors.prefix { $0 != "\n" })
  }
}
