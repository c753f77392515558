import Glibc

/// What an input device is.
package enum DeviceKind: String, Sendable, Hashable {
  /// Its axes are acceleration.
  case motionSensor = "a motion sensor"
  /// Buttons and sticks.
  case gameController = "the buttons and sticks of a game controller"
  /// A touch pad or screen.
  case touchSurface = "a touch surface"
  /// A mouse or another pointer.
  case mouse = "a mouse"
  /// A keyboard.
  case keyboard = "a keyboard"
  /// Anything else.
  case other = "an input device"
}

/// An input device, as far as it can be known without opening it.
package struct DeviceDescription: Sendable, Hashable {
  /// Its node, such as `/dev/input/event5`.
  package var path: String
  /// What it calls itself.
  package var name: String
  /// USB or Bluetooth vendor id.
  package var vendor: UInt16
  /// Product id of that vendor.
  package var product: UInt16
  /// Its serial number or Bluetooth address; empty where it has none.
  package var uniqueID: String
  /// Where it is plugged in; empty where that is not known.
  package var physicalPath: String
  /// What it is.
  package var kind: DeviceKind
  /// True when it reports angular rate, too.
  package var hasGyroscope: Bool
  /// True when this user may read it.
  package var isReadable: Bool

  /// True when its axes are acceleration.
  package var isMotionSensor: Bool { kind == .motionSensor }

  /// Vendor and product as `--device` takes them, such as `054c:0ce6`.
  package var identifier: String { Self.hex(vendor) + ":" + Self.hex(product) }

  /// Path, id and name on one line.
  package var summary: String { "\(path)  \(identifier)  \(name)" }

  /// True when this is that very device, perhaps at another node since it was connected again.
  ///
  /// Names do not tell: two controllers of a kind have the same, and one controller has another by
  /// cable than by Bluetooth.
  package func isSame(as other: DeviceDescription) -> Bool {
    kind == other.kind && isPart(of: other) && (!uniqueID.isEmpty || name == other.name)
  }

  /// True when this is a node of the hardware that the other is a node of.
  func isPart(of other: DeviceDescription) -> Bool {
    guard identifier == other.identifier, uniqueID == other.uniqueID else { return false }
    return !uniqueID.isEmpty || physicalPath == other.physicalPath
  }

  private static func hex(_ number: UInt16) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension DeviceDescription {
  /// The one motion sensor among `devices` that was asked for, by path, by vendor:product or by a
  /// part of its name; nil asks for the only one there is.
  ///
  /// - Throws: `InputError` that says what there is.
  package static func choose(
    _ asked: String?, among devices: [DeviceDescription]
  ) throws(InputError) -> DeviceDescription {
    let sensors = devices.filter(\.isMotionSensor)
    guard let asked else { return try only(sensors, asked: nil, sensors: sensors) }
    if let device = devices.first(where: { $0.path == asked }) {
      guard device.isMotionSensor else { throw notSensor(device, sensors) }
      return device
    }
    guard !asked.hasPrefix("/") else {
      throw access(asked, F_OK) == 0
        ? .notMotionSensor(path: asked, what: "no input device", sensor: nil)
        : .noDevice(asked: asked, others: sensors.map(\.summary))
    }
    let wanted = asked.lowercased()
    let fits = { (device: DeviceDescription) in
      device.identifier == wanted || device.name.lowercased().contains(wanted)
    }
    let exact = sensors.filter { $0.name.lowercased() == wanted }
    let fitting = exact.isEmpty ? sensors.filter(fits) : exact
    if fitting.isEmpty, let other = devices.first(where: fits) {
      throw notSensor(other, sensors)
    }
    return try only(fitting, asked: asked, sensors: sensors)
  }

  private static func only(
    _ candidates: [DeviceDescription], asked: String?, sensors: [DeviceDescription]
  ) throws(InputError) -> DeviceDescription {
    guard let first = candidates.first else {
      throw .noDevice(asked: asked, others: sensors.map(\.summary))
    }
    guard candidates.count == 1 else {
      throw .ambiguousDevice(asked: asked, candidates: candidates.map(\.summary))
    }
    return first
  }

  private static func notSensor(
    _ device: DeviceDescription, _ sensors: [DeviceDescription]
  ) -> InputError {
    .notMotionSensor(
      path: device.path,
      what: "\(device.kind.rawValue), '\(device.name)' (\(device.identifier))",
      sensor: sensors.first { $0.isPart(of: device) }?.path)
  }
}
