import Foundation
import MotionInput

/// Which sensors are there, and whether they may be read.
struct SensorFindings {
  private static let rules = "70-motion-sensors.rules"
  private static let ruleFolders = [
    "/etc/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d",
  ]

  var all: [Finding] { sensors + [udevRule].compactMap(\.self) + ports }

  private var sensors: [Finding] {
    let devices = DeviceDirectory().devices()
    let sensors = devices.filter(\.isMotionSensor)
    guard sensors.isEmpty else { return sensors.map(Self.finding) }
    let found =
      devices.isEmpty
      ? "no input device at all" : "no motion sensor (other input devices: \(devices.count))"
    return [Finding("sensors", .note, found, advice: InputError.withoutSensorAdvice)]
  }

  private static func finding(_ sensor: DeviceDescription) -> Finding {
    guard sensor.isReadable else {
      let error = InputError.devicePermission(path: sensor.path, name: sensor.name)
      return Finding("sensors", .problem, "\(sensor.summary): may not be read", advice: "\(error)")
    }
    let kind = sensor.hasGyroscope ? "with a gyroscope" : "without a gyroscope"
    return Finding("sensors", .fine, "\(sensor.summary), \(kind)")
  }

  /// The rule that lets whoever sits here read sensors; root may anyhow, and without udev there is
  /// no such thing.
  private var udevRule: Finding? {
    let files = FileManager.default
    guard files.fileExists(atPath: "/run/udev") else { return nil }
    let installed = Self.ruleFolders.map { "\($0)/\(Self.rules)" }
      .first(where: files.fileExists(atPath:))
    if let installed { return Finding("udev rule", .fine, installed) }
    return Finding(
      "udev rule", .note, "not installed: a sensor may need more rights than you have",
      advice: "run 'Tools/allow-sensors' of motioncheck's sources, or install its package")
  }

  private var ports: [Finding] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev")) ?? []
    return names.filter { $0.hasPrefix("ttyACM") || $0.hasPrefix("ttyUSB") }.sorted().map { name in
      let path = "/dev/\(name)"
      guard access(path, R_OK) == 0 else {
        return Finding(
          "serial", .problem, "\(path): may not be read",
          advice: "\(InputError.portPermission(path: path))")
      }
      return Finding("serial", .fine, "\(path): --source serial:\(path)@115200")
    }
  }
}
