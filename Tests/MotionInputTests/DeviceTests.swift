import CLibevdev
import Glibc
import MotionCore
import Testing

@testable import MotionInput

@Suite struct DeviceDirectoryTests {
  @Test func findsMotionSensorsByPropertyAndAxes() throws {
    let devices = try FakeSystem.complete().devices
    #expect(
      devices.map(\.name) == [
        "DualSense Wireless Controller", "Nintendo Wii Remote Accelerometer",
        "Sony PLAYSTATION(R)3 Controller Motion Sensors", "AT Keyboard",
        "DualSense Wireless Controller Motion Sensors",
      ])
    #expect(
      devices.map(\.kind) == [
        .gameController, .motionSensor, .motionSensor, .keyboard, .motionSensor,
      ])
    #expect(devices.map(\.hasGyroscope) == [false, false, false, false, true])
    #expect(devices.last?.identifier == "054c:0ce6")
    #expect(devices.last?.path.hasSuffix("/dev/event10") == true)
  }

  @Test func tellsWhatMayBeRead() throws {
    let system = try FakeSystem.complete()
    _ = try system.directory.file("dev/event4", "")
    #expect(system.devices.filter(\.isReadable).map(\.vendor) == [0x054C])
  }

  @Test func findsTheBatteryOfTheSameHardware() throws {
    let system = try FakeSystem.complete()
    let (hardware, other) = (system.directory.path + "/hardware", system.directory.path + "/other")
    for folder in [hardware, other, system.directory.path + "/supplies"] { mkdir(folder, 0o755) }
    symlink(hardware, "\(system.directory.path)/event10/device/device")
    for (name, device, level) in [("AC", other, "Full"), ("battery", hardware, "Normal")] {
      let folder = "\(system.directory.path)/supplies/\(name)"
      mkdir(folder, 0o755)
      symlink(device, folder + "/device")
      _ = try system.directory.file("supplies/\(name)/capacity_level", level + "\n")
      _ = try system.directory.file("supplies/\(name)/status", "Charging\n")
    }
    let devices = system.devices
    let batteries = devices.map(system.deviceDirectory.battery)
    #expect(batteries.last == Battery(level: "normal", isCharging: true))
    _ = try system.directory.file("supplies/battery/capacity", "75\n")
    #expect(try system.deviceDirectory.battery(of: #require(devices.last))?.percent == 75)
    #expect(batteries.dropLast().allSatisfy { $0 == nil })
    // What a driver states before the device told it anything is no charge.
    _ = try system.directory.file("supplies/battery/status", "Unknown\n")
    #expect(try system.deviceDirectory.battery(of: #require(devices.last)) == nil)
  }

  @Test func namesTheAxesAsTheKernelDoes() throws {
    let devices = try FakeSystem.complete().devices
    #expect(devices.map(\.forceAxes.first) == [nil, "ABS_RX", "ABS_X", nil, "ABS_X"])
    #expect(devices.last?.rateAxes == ["ABS_RX", "ABS_RY", "ABS_RZ"])
    #expect(devices.first?.rateAxes == [])
  }

  @Test func aSystemWithoutInputDevicesHasNone() {
    #expect(DeviceDirectory(information: "/nowhere", nodes: "/nowhere").devices() == [])
  }

  @Test(arguments: [("0", []), ("40", [6]), ("1 0", [64]), ("8000000000000000 3", [0, 1, 127])])
  func bitmapsAreWrittenHighestWordFirst(text: String, numbers: [Int]) {
    let bitmap = Bitmap(text)
    #expect((0..<200).filter(bitmap.contains) == numbers)
  }
}

@Suite struct DeviceChoiceTests {
  @Test(arguments: [
    ("054c:0ce6", "event10"), ("054C:0268", "event4"), ("wii remote", "event3"),
    ("DualSense Wireless Controller Motion Sensors", "event10"),
  ])
  func findsByIdAndByName(asked: String, node: String) throws {
    let device = try DeviceDescription.choose(asked, among: FakeSystem.complete().devices)
    #expect(device.path.hasSuffix("/" + node))
  }

  @Test func findsByPath() throws {
    let devices = try FakeSystem.complete().devices
    for device in devices where device.isMotionSensor {
      #expect(try DeviceDescription.choose(device.path, among: devices) == device)
    }
    let sensors = devices.filter(\.isMotionSensor).map(\.summary)
    #expect(throws: InputError.noDevice(asked: "/dev/input/event99", others: sensors)) {
      try DeviceDescription.choose("/dev/input/event99", among: devices)
    }
    #expect(
      throws: InputError.notMotionSensor(path: "/dev/null", what: "no input device", sensor: nil)
    ) {
      try DeviceDescription.choose("/dev/null", among: devices)
    }
  }

  @Test func theOnlySensorNeedsNoName() throws {
    let devices = try FakeSystem.complete().devices.filter { $0.vendor != 0x057E }
    let only = devices.filter { $0.product != 0x0268 }
    #expect(try DeviceDescription.choose(nil, among: only).identifier == "054c:0ce6")
    let error = try #require(throws: InputError.self) {
      try DeviceDescription.choose(nil, among: devices)
    }
    #expect(error.description.hasPrefix("2 motion sensors are connected; name one with --device"))
    #expect(error.description.contains("054c:0268  Sony PLAYSTATION"))
  }

  @Test func aNameThatFitsSeveralListsThem() throws {
    let error = try #require(throws: InputError.self) {
      try DeviceDescription.choose("motion sensors", among: FakeSystem.complete().devices)
    }
    #expect(error.description.hasPrefix("2 motion sensors fit 'motion sensors'"))
  }

  @Test func withoutSensorsTheMessageSaysWhatToDo() throws {
    let error = try #require(throws: InputError.self) {
      try DeviceDescription.choose(nil, among: [])
    }
    #expect(error.description.hasPrefix("no motion sensor is connected\n"))
    for advice in ["bluetoothctl", "--source", "motioncheck simulate"] {
      #expect(error.description.contains(advice))
    }
    let named = try #require(throws: InputError.self) {
      try DeviceDescription.choose("switch", among: FakeSystem.complete().devices)
    }
    #expect(named.description.contains("no motion sensor 'switch'"))
    #expect(named.description.contains("054c:0ce6  DualSense"))
    let missing = InputError.noDevice(asked: "switch", others: [])
    #expect(missing.description.hasPrefix("no motion sensor 'switch': none is connected\n"))
  }

  @Test(arguments: ["AT Keyboard", "0001:0001"])
  func somethingElseIsSaidToBeWhatItIs(asked: String) throws {
    let error = try #require(throws: InputError.self) {
      try DeviceDescription.choose(asked, among: FakeSystem.complete().devices)
    }
    #expect(
      error.description.contains("is not a motion sensor but a keyboard, 'AT Keyboard' (0001:0001)")
    )
  }

  @Test func theButtonsOfAControllerLeadToItsSensor() throws {
    let devices = try FakeSystem.complete().devices
    let error = try #require(throws: InputError.self) {
      try DeviceDescription.choose(devices[0].path, among: devices)
    }
    #expect(error.description.contains("the buttons and sticks of a game controller"))
    #expect(error.description.hasSuffix("its motion sensor is \(devices[4].path)"))
  }
}

@Suite struct DeviceIdentityTests {
  private static func controller(
    uniqueID: String = "", physicalPath: String = "usb-1/input3", name: String = "Motion Sensors",
    product: UInt16 = 0x0CE6, kind: DeviceKind = .motionSensor
  ) -> DeviceDescription {
    var device = SensorAxesTests.device(hasGyroscope: true, product: product, name: name)
    device.uniqueID = uniqueID
    device.physicalPath = physicalPath
    device.kind = kind
    return device
  }

  @Test func theAddressTellsWhateverTheCableAndTheName() {
    let cable = Self.controller(uniqueID: "02:01", name: "Sony DualSense Motion Sensors")
    var radio = Self.controller(uniqueID: "02:01", physicalPath: "5c:f3")
    radio.path = "/dev/input/event77"
    #expect(radio.isSame(as: cable))
    #expect(!Self.controller(uniqueID: "02:02").isSame(as: cable))
    #expect(!Self.controller().isSame(as: cable))
  }

  @Test func withoutAnAddressThePortAndTheNameTell() {
    let sensor = Self.controller()
    #expect(Self.controller().isSame(as: sensor))
    #expect(!Self.controller(physicalPath: "usb-2/input3").isSame(as: sensor))
    #expect(!Self.controller(name: "Other").isSame(as: sensor))
  }

  @Test func anotherProductOrAnotherNodeIsNotTheSame() {
    let sensor = Self.controller(uniqueID: "02:01")
    #expect(!Self.controller(uniqueID: "02:01", product: 0x09CC).isSame(as: sensor))
    #expect(!Self.controller(uniqueID: "02:01", kind: .gameController).isSame(as: sensor))
  }
}

@Suite struct SensorAxesTests {
  /// A device of libevdev's that no kernel has.
  static func withDevice<Value>(
    _ resolutions: [Int: Int32], _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    let handle = try #require(libevdev_new())
    defer { libevdev_free(handle) }
    for (code, resolution) in resolutions {
      var info = input_absinfo(
        value: 0, minimum: -32768, maximum: 32767, fuzz: 16, flat: 0, resolution: resolution)
      #expect(libevdev_enable_event_code(handle, UInt32(EV_ABS), UInt32(code), &info) == 0)
    }
    return try body(handle)
  }

  static func device(
    hasGyroscope: Bool, vendor: UInt16 = 0x054C, product: UInt16 = 0x0CE6,
    name: String = "Motion Sensors"
  ) -> DeviceDescription {
    DeviceDescription(
      path: "/dev/input/event0", name: name, vendor: vendor, product: product,
      uniqueID: "", physicalPath: "", kind: .motionSensor, hasGyroscope: hasGyroscope,
      isReadable: true)
  }

  @Test func scaleComesFromTheResolution() throws {
    let device = Self.device(hasGyroscope: true)
    let axes = try Self.withDevice([0: 8192, 1: 8192, 2: 8192, 3: 1024, 4: 1024, 5: 1024]) {
      let unitsPerG = try #require(SensorAxes.unitsPerG($0, of: device))
      return SensorAxes($0, of: device, unitsPerG: unitsPerG)
    }
    #expect(
      axes == SensorAxes(rateCode: 3, unitsPerG: 8192, unitsPerDegreePerSecond: 1024))
    let sample = axes.sample(
      nanoseconds: 0, values: [8192, -4096, 0, 1024 * 180, 0, 0])
    #expect(sample.specificForce == RecordingGridTests.rounded(Vector3(9.80665, -4.903325, 0)))
    #expect(sample.angularRate == Vector3(3.14159, 0, 0))
  }

  @Test func withoutResolutionThereIsNoScale() throws {
    let unitsPerG = try Self.withDevice([0: 0, 1: 0, 2: 0]) {
      SensorAxes.unitsPerG($0, of: Self.device(hasGyroscope: false))
    }
    #expect(unitsPerG == nil)
  }

  @Test func aGyroscopeWithoutResolutionIsNotUsed() throws {
    let axes = try Self.withDevice([0: 113, 1: 113, 2: 113, 3: 0, 4: 0, 5: 0]) {
      SensorAxes($0, of: Self.device(hasGyroscope: true), unitsPerG: 113)
    }
    #expect(axes == SensorAxes(rateCode: nil, unitsPerG: 113))
  }

  @Test func theWiiRemotesAccelerationIsOnItsOtherAxes() throws {
    let wiimote = Self.device(
      hasGyroscope: false, vendor: 0x057E, product: 0x0306,
      name: "Nintendo Wii Remote Accelerometer")
    let axes = try Self.withDevice([3: 0, 4: 0, 5: 0]) {
      SensorAxes($0, of: wiimote, unitsPerG: 100)
    }
    #expect(axes.slot(of: 3) == 0)
    #expect(axes.slot(of: 0) == nil)
  }
}

@Suite struct EvdevSourceTests {
  @Test func withoutDevicesThereIsNoSource() {
    #expect(throws: InputError.noDevice(asked: nil, others: [])) {
      try EvdevSource(nil, in: DeviceDirectory(information: "/nowhere", nodes: "/nowhere"))
    }
  }

  @Test func aNodeThatIsNoInputDeviceIsRefused() throws {
    let system = try FakeSystem.complete()
    let path = try system.directory.file("dev/event4", "")
    #expect(throws: InputError.notMotionSensor(path: path, what: "no input device", sensor: nil)) {
      try EvdevSource(path, in: system.deviceDirectory)
    }
  }
}
