import Glibc

/// Finds input devices without opening them, so that one that may not be read is found, too.
package struct DeviceDirectory: Sendable {
  private let information: String
  private let nodes: String
  private let supplies: String

  /// Where the kernel tells of input devices, where their nodes are, and where it tells of
  /// batteries.
  package init(
    information: String = "/sys/class/input", nodes: String = "/dev/input",
    supplies: String = "/sys/class/power_supply"
  ) {
    self.information = information
    self.nodes = nodes
    self.supplies = supplies
  }

  /// Every input device, in the order of their numbers; empty where the system has none at all.
  package func devices() -> [DeviceDescription] {
    Self.names(in: information).compactMap { $0.hasPrefix("event") ? Int($0.dropFirst(5)) : nil }
      .sorted().map { describe("event\($0)") }
  }

  /// The battery of the device that this node belongs to; nil where the kernel tells of none,
  /// or does not know yet.
  package func battery(of device: DeviceDescription) -> Battery? {
    let node = device.path.split(separator: "/").last ?? ""
    // A node's parent is its input device, whose parent is the hardware.
    guard let hardware = Self.existing("\(information)/\(node)/device/device") else { return nil }
    let supply = Self.names(in: supplies).sorted().first {
      Self.existing("\(supplies)/\($0)/device") == hardware
    }
    return supply.flatMap { supply in
      let status = line("\(supplies)/\(supply)/status")
      // Drivers state a charge of their own until the device has told them one.
      guard status != "Unknown" else { return nil }
      let level = line("\(supplies)/\(supply)/capacity_level").lowercased()
      return Battery(
        percent: Int(line("\(supplies)/\(supply)/capacity")),
        level: level.isEmpty || level == "unknown" ? nil : level,
        isCharging: status == "Charging")
    }
  }

  private func describe(_ node: String) -> DeviceDescription {
    let folder = "\(information)/\(node)/device/"
    var device = DeviceDescription(
      path: "\(nodes)/\(node)", name: line(folder + "name"),
      vendor: UInt16(line(folder + "id/vendor"), radix: 16) ?? 0,
      product: UInt16(line(folder + "id/product"), radix: 16) ?? 0,
      uniqueID: line(folder + "uniq"), physicalPath: line(folder + "phys"), kind: .other,
      hasGyroscope: false, isReadable: access("\(nodes)/\(node)", R_OK) == 0)
    let capabilities = Capabilities(
      properties: Bitmap(line(folder + "properties")),
      axes: Bitmap(line(folder + "capabilities/abs")),
      relativeAxes: Bitmap(line(folder + "capabilities/rel")),
      keys: Bitmap(line(folder + "capabilities/key")))
    let quirk = DeviceQuirk.of(device)
    let first = quirk?.forceCode ?? InputEvent.Code.x
    let isAcceleration =
      capabilities.areAxesAcceleration || quirk?.forceCode == InputEvent.Code.rotationX
    device.kind =
      isAcceleration && capabilities.hasThreeAxes(from: first) ? .motionSensor : capabilities.kind
    device.hasGyroscope =
      device.isMotionSensor && first != InputEvent.Code.rotationX
      && capabilities.hasThreeAxes(from: InputEvent.Code.rotationX)
    return device
  }

  private func line(_ path: String) -> String {
    ((try? TextFile.read(path)) ?? "").trimmed()
  }

  private static func existing(_ path: String) -> String? {
    access(path, F_OK) == 0 ? FileDescriptor.resolved(path) : nil
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}
