/// What a device does differently from the kernel's rules for motion sensors.
struct DeviceQuirk {
  let vendor: UInt16
  let products: [UInt16]
  /// End of the name of the node that is meant; a device has several.
  let nameSuffix: String
  /// First axis of its acceleration.
  var forceCode = InputEvent.Code.x
  /// What a user should know of it.
  var notice: String?

  /// The quirk of this device, if it has one.
  static func of(_ device: DeviceDescription) -> DeviceQuirk? {
    table.first {
      $0.vendor == device.vendor && $0.products.contains(device.product)
        && device.name.hasSuffix($0.nameSuffix)
    }
  }

  /// Known quirks, from the drivers' sources and users' reports.
  private static let table = [
    DeviceQuirk(
      vendor: 0x057E, products: [0x0306, 0x0330], nameSuffix: "Accelerometer",
      forceCode: InputEvent.Code.rotationX),
    DeviceQuirk(
      vendor: 0x057E, products: [0x2006, 0x2007, 0x2009], nameSuffix: "IMU",
      notice: "on some kernels this gyroscope reads about 14 % low; angles may be too small"),
    DeviceQuirk(
      vendor: 0x054C, products: [0x0268], nameSuffix: "Motion Sensors",
      notice: "this sensor is coarse (steps of 8.8 mg) and has no gyroscope; small movements may "
        + "go unseen"),
  ]
}
