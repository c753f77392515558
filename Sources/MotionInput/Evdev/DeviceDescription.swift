import Glibc

/// An input device, as far as it can be known without opening it.
public struct DeviceDescription: Sendable, Hashable, Codable {
  /// Its node, such as `/dev/input/event5`.
  public var path: String
  /// What it calls itself.
  public var name: String
  /// USB or Bluetooth vendor id.
  public var vendor: UInt16
  /// Product id of that vendor.
  public var product: UInt16
  /// True when its axes are acceleration.
  public var isMotionSensor: Bool
  /// True when it reports angular rate, too.
  public var hasGyroscope: Bool
  /// True when this user may read it.
  public var isReadable: Bool

  /// Vendor and product as `--device` takes them, such as `054c:0ce6`.
  public var identifier: String { Self.hex(vendor) + ":" + Self.hex(product) }

  /// Path, id and name on one line.
  public var summary: String { "\(path)  \(identifier)  \(name)" }

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
  public static func choose(
    _ asked: String?, among devices: [DeviceDescription]
  ) throws(InputError) -> DeviceDescription {
    let sensors = devices.filter(\.isMotionSensor)
    guard let asked else { return try only(sensors, asked: nil, sensors: sensors) }
    if let device = devices.first(where: { $0.path == asked }) {
      guard device.isMotionSensor else { throw notSensor(device) }
      return device
    }
    guard !asked.hasPrefix("/") else {
      throw access(asked, F_OK) == 0
        ? .notMotionSensor(path: asked, what: "no input device") : .missing(path: asked)
    }
    let wanted = asked.lowercased()
    let fits = { (device: DeviceDescription) in
      device.identifier == wanted || device.name.lowercased().contains(wanted)
    }
    let exact = sensors.filter { $0.name.lowercased() == wanted }
    let fitting = exact.isEmpty ? sensors.filter(fits) : exact
    if fitting.isEmpty, let other = devices.first(where: fits) { throw notSensor(other) }
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

  private static func notSensor(_ device: DeviceDescription) -> InputError {
    .notMotionSensor(path: device.path, what: "'\(device.name)' (\(device.identifier))")
  }
}
