import Glibc

@testable import MotionInput

/// Input devices as the kernel would describe them in sysfs.
struct FakeSystem {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  var deviceDirectory: DeviceDirectory {
    DeviceDirectory(
      information: directory.path, nodes: directory.path + "/dev",
      supplies: directory.path + "/supplies")
  }

  var devices: [DeviceDescription] { deviceDirectory.devices() }

  func add(
    _ node: String, _ name: String, id: (String, String), properties: String = "0",
    axes: String = "0", keys: String = "0", uniqueID: String = "", physicalPath: String = ""
  ) throws {
    let folder = "\(directory.path)/\(node)"
    for path in [
      directory.path + "/dev", folder, folder + "/device", folder + "/device/id",
      folder + "/device/capabilities",
    ] { mkdir(path, 0o755) }
    let files = [
      "name": name, "id/vendor": id.0, "id/product": id.1, "properties": properties,
      "capabilities/abs": axes, "capabilities/key": keys, "uniq": uniqueID, "phys": physicalPath,
    ]
    for (file, text) in files {
      _ = try directory.file("\(node)/device/\(file)", text + "\n")
    }
  }

  static func complete() throws -> FakeSystem {
    let system = try FakeSystem()
    try system.add(
      "event2", "DualSense Wireless Controller", id: ("054c", "0ce6"), axes: "3003f",
      keys: "7fdb000000000000 0 0 0 0", uniqueID: "02:00:00:00:00:01")
    try system.add(
      "event10", "DualSense Wireless Controller Motion Sensors", id: ("054c", "0ce6"),
      properties: "40", axes: "3f", uniqueID: "02:00:00:00:00:01")
    try system.add(
      "event3", "Nintendo Wii Remote Accelerometer", id: ("057e", "0306"), axes: "38")
    try system.add(
      "event4", "Sony PLAYSTATION(R)3 Controller Motion Sensors", id: ("054c", "0268"),
      properties: "40", axes: "7")
    try system.add(
      "event5", "AT Keyboard", id: ("0001", "0001"),
      keys: "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe")
    return system
  }
}
