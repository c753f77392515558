import Glibc

/// Finds input devices without opening them, so that one that may not be read is found, too.
public struct DeviceDirectory: Sendable {
  private let information: String
  private let nodes: String

  /// Where the kernel tells of input devices, and where their nodes are.
  public init(information: String = "/sys/class/input", nodes: String = "/dev/input") {
    self.information = information
    self.nodes = nodes
  }

  /// Every input device, in the order of their numbers; empty where the system has none at all.
  public func devices() -> [DeviceDescription] {
    names(in: information).compactMap { $0.hasPrefix("event") ? Int($0.dropFirst(5)) : nil }
      .sorted().map { describe("event\($0)") }
  }

  private func describe(_ node: String) -> DeviceDescription {
    let folder = "\(information)/\(node)/device/"
    let axes = Bitmap(line(folder + "capabilities/abs"))
    var device = DeviceDescription(
      path: "\(nodes)/\(node)", name: line(folder + "name"),
      vendor: UInt16(line(folder + "id/vendor"), radix: 16) ?? 0,
      product: UInt16(line(folder + "id/product"), radix: 16) ?? 0,
      isMotionSensor: Bitmap(line(folder + "properties")).contains(Bitmap.accelerometerProperty),
      hasGyroscope: false, isReadable: access("\(nodes)/\(node)", R_OK) == 0)
    let quirk = DeviceQuirk.of(device)
    let first = Int(quirk?.forceCode ?? InputEvent.Code.x)
    device.isMotionSensor =
      (device.isMotionSensor || first != Int(InputEvent.Code.x))
      && (first..<first + 3).allSatisfy(axes.contains)
    let rotation = Int(InputEvent.Code.rotationX)
    device.hasGyroscope =
      device.isMotionSensor && first != rotation
      && (rotation..<rotation + 3).allSatisfy(axes.contains)
    return device
  }

  private func line(_ path: String) -> String {
    ((try? TextFile.read(path)) ?? "").trimmed()
  }

  private func names(in folder: String) -> [String] {
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

/// A set of numbers as sysfs writes it: words of 64 bits in hexadecimal, the highest first.
struct Bitmap {
  /// `INPUT_PROP_ACCELEROMETER`.
  static let accelerometerProperty = 6

  private let words: [UInt64]

  init(_ text: String) {
    words = text.split(separator: " ").reversed().map { UInt64($0, radix: 16) ?? 0 }
  }

  func contains(_ number: Int) -> Bool {
    let word = number / 64
    return word < words.count && words[word] & (1 << UInt64(number % 64)) != 0
  }
}
