@testable import MotionInput

extension FormatSample {
  /// Recordings of the kernel's devices, and the project's own.
  static var linux: [FormatSample] { [evemu, libinput, evtest, own] }

  private static let units = [8192.0, 8192, 8192, 1024, 1024, 1024]

  private static func counts(_ instant: SampleMotion.Instant) -> [Int] {
    let values =
      instant.force.list.map { $0 / Table.g } + instant.rate.list.map { $0 / Table.degree }
    return zip(values, units).map { Int(($0 * $1).rounded()) }
  }

  private static var evemu: FormatSample {
    let head =
      ["N: A Controller Motion Sensors", "I: 0003 054c 0ce6 8111", "P: 40 00 00 00 00 00 00 00"]
      + units.enumerated().map { code, unit in
        "A: 0\(code) -32768 32767 16 0 \(Int(unit))"
      }
    let events = Table.motion.flatMap { instant -> [String] in
      let time = (1_700_000_000 + instant.seconds).text(6)
      return counts(instant).enumerated().map { code, value in
        "E: \(time) 0003 000\(code) \(value)"
      } + ["E: \(time) 0000 0000 0000"]
    }
    return FormatSample(
      EvemuFormat.self, name: "a.evemu", (head + events).joined(separator: "\n") + "\n",
      gyroscope: true)
  }

  private static var libinput: FormatSample {
    let head =
      [
        "# libinput record", "version: 1", "ndevices: 1", "devices:", "- node: /dev/input/event20",
        "  evdev:", "    name: \"A Controller Motion Sensors\"", "    id: [3, 1356, 3302, 33041]",
        "    codes:", "      3: [0, 1, 2, 3, 4, 5] # EV_ABS", "    absinfo:",
      ]
      + units.enumerated().map { code, unit in
        "      \(code): [-32768, 32767, 16, 0, \(Int(unit))]"
      } + ["    properties: [6]", "  events:"]
    let events = Table.motion.flatMap { instant -> [String] in
      let microseconds = Int((instant.seconds * 1e6).rounded())
      let time = "\(microseconds / 1_000_000 + 5), \(microseconds % 1_000_000)"
      return ["  - evdev:"]
        + counts(instant).enumerated().map { code, value in
          "    - [\(time), 3, \(code), \(value)] # EV_ABS"
        } + ["    - [\(time), 0, 0, 0] # SYN_REPORT"]
    }
    return FormatSample(
      LibinputFormat.self, name: "a.yml", (head + events).joined(separator: "\n") + "\n",
      gyroscope: true)
  }

  private static var evtest: FormatSample {
    let head =
      [
        "Input driver version is 1.0.1",
        "Input device ID: bus 0x3 vendor 0x54c product 0xce6 version 0x8111",
        "Input device name: \"A Controller Motion Sensors\"", "Supported events:",
        "  Event type 0 (EV_SYN)", "  Event type 3 (EV_ABS)",
      ]
      + units.enumerated().flatMap { code, unit in
        [
          "    Event code \(code) (ABS_\(["X", "Y", "Z", "RX", "RY", "RZ"][code]))",
          "      Value     12", "      Min   -32768", "      Max    32767", "      Fuzz       16",
          "      Resolution   \(Int(unit))",
        ]
      } + [
        "  Event type 4 (EV_MSC)", "    Event code 5 (MSC_TIMESTAMP)", "Properties:",
        "  Property type 6 (INPUT_PROP_ACCELEROMETER)", "Testing ... (interrupt to exit)",
      ]
    let events = Table.motion.flatMap { instant -> [String] in
      let time = "Event: time \((1_700_000_000 + instant.seconds).text(6)),"
      return counts(instant).enumerated().map { code, value in
        "\(time) type 3 (EV_ABS), code \(code) (ABS_X), value \(value)"
      } + ["\(time) -------------- SYN_REPORT ------------"]
    }
    return FormatSample(
      EvtestFormat.self, name: "a.txt", (head + events).joined(separator: "\n") + "\n",
      gyroscope: true)
  }

  private static var own: FormatSample {
    FormatSample(
      MotioncheckFormat.self,
      Table.text(MotioncheckFormat.example) {
        Table.join([$0.seconds] + $0.force.list + $0.rate.list)
      },
      gyroscope: true)
  }
}
