extension SessionCase {
  /// Every session that is played, by name.
  static var all: [(name: String, session: SessionCase)] {
    [
      (
        "clock",
        rows { _ in try UinputSensor(UinputModel(name: "Clocked IMU", clock: .init())) }
      ),
      (
        "shared",
        rows(readers: 2) { _ in try UinputSensor(UinputModel(name: "Shared IMU", clock: .init())) }
      ),
      ("no-clock", rows { _ in try UinputSensor(UinputModel(name: "Plain IMU")) }),
      (
        "double-clock",
        rows { _ in try UinputSensor(UinputModel(name: "Hasty IMU", clock: .init(rate: 2))) }
      ),
      (
        "wrapping-clock",
        rows { _ in
          try UinputSensor(
            UinputModel(name: "Wrapping IMU", clock: .init(start: .max - 15_000_000)))
        }
      ),
      ("scale-from-rest", wiiRemote(latestStartSeconds: 4, warning: "estimated at rest as 1")),
      ("scale-given", wiiRemote(options: ["--scale", "100"], warning: "1 g was said to be 100")),
      (
        "dualshock3",
        SessionCase(
          recording: "/recordings/coarse-holds.csv", exercise: "hold", isStillInHolds: true,
          warning: "coarse"
        ) { try GameController(.dualShock3, address: 0x60 + $0) }
      ),
      (
        "joycon",
        rows(recording: "/recordings/fast-rows.csv", warning: "14 % low") {
          try GameController(.joyCon, address: 0x70 + $0)
        }
      ),
      ("dualsense", rows { try GameController(.dualSense, address: 0x10 + $0) }),
      (
        "dualshock4",
        rows(.dropouts(seconds: 0.4)) { try GameController(.dualShock4, address: 0x20 + $0) }
      ),
      (
        "unplugged",
        rows(.unplugging(seconds: 4), warning: "disconnected once") {
          try GameController(.dualSense, address: 0x30 + $0)
        }
      ),
      (
        "stopped",
        rows(.stopping(seconds: 2), warning: "too busy") {
          try GameController(.dualSense, address: 0x40 + $0)
        }
      ),
    ]
  }

  private static func rows(
    _ mishap: Mishap = .none, recording: String = "/recordings/rows.csv", warning: String? = nil,
    readers: Int = 1, plugIn: @escaping (UInt8) throws -> any VirtualSensor
  ) -> SessionCase {
    SessionCase(
      recording: recording, exercise: "bent-over-row", options: ["--placement", "wrist"],
      mishap: mishap, warning: warning, readers: readers, plugIn: plugIn)
  }

  private static func wiiRemote(
    options: [String] = [], latestStartSeconds: Double = 0, warning: String
  ) -> SessionCase {
    SessionCase(
      recording: "/recordings/coarse-rows.csv", exercise: "bent-over-row",
      options: ["--placement", "wrist"] + options, latestStartSeconds: latestStartSeconds,
      warning: warning
    ) { _ in try UinputSensor(.wiiRemote) }
  }
}

extension UinputModel {
  /// Acceleration on the axes of rotation, and no word of its scale.
  static let wiiRemote = UinputModel(
    name: "Nintendo Wii Remote Accelerometer", vendor: 0x057E, product: 0x0306, unitsPerG: 100,
    unitsPerDegreePerSecond: nil, statesScale: false, usesRotationAxes: true)
}
