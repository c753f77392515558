import CLibevdev
import Glibc

/// An open input device of the kernel, read through libevdev.
struct EvdevDevice: ~Copyable {
  /// What reading came to.
  enum Step: Hashable {
    case event(InputEvent)
    case nothing
    /// The device was unplugged or went out of reach.
    case gone
  }

  private let descriptor: FileDescriptor
  private let handle: OpaquePointer
  /// True while libevdev hands out what changed during a drop.
  private var isSyncing = false

  /// Opens the device and has its events stamped with the monotonic clock.
  ///
  /// - Throws: `InputError.devicePermission`, `.notMotionSensor` when it is no input device, or
  ///   another reason why it cannot be opened.
  init(_ device: DeviceDescription) throws(InputError) {
    let descriptor = try Self.open(device)
    let handle = try Self.handle(descriptor)
    self.descriptor = descriptor
    self.handle = handle
  }

  private static func open(_ device: DeviceDescription) throws(InputError) -> FileDescriptor {
    do {
      return try FileDescriptor(reading: device.path)
    } catch .unreadable {
      throw .devicePermission(path: device.path, name: device.name)
    }
  }

  private static func handle(
    _ descriptor: borrowing FileDescriptor
  ) throws(InputError) -> OpaquePointer {
    var opened: OpaquePointer?
    guard libevdev_new_from_fd(descriptor.number, &opened) == 0, let opened else {
      throw .notMotionSensor(path: descriptor.path, what: "no input device", sensor: nil)
    }
    let code = libevdev_set_clock_id(opened, Int32(CLOCK_MONOTONIC))
    guard code == 0 else {
      libevdev_free(opened)
      throw .system(action: "set the clock of", path: descriptor.path, code: -code)
    }
    return opened
  }

  deinit { libevdev_free(handle) }

  /// Waits until there is something to read, at most `FileDescriptor.waitMilliseconds`.
  func wait() { _ = descriptor.isReady() }

  /// The next event that is already there.
  mutating func next() throws(InputError) -> Step {
    while true {
      let flag = isSyncing ? LIBEVDEV_READ_FLAG_SYNC : LIBEVDEV_READ_FLAG_NORMAL
      var event = input_event()
      let status = libevdev_next_event(handle, flag.rawValue, &event)
      switch status {
      case Int32(LIBEVDEV_READ_STATUS_SUCCESS.rawValue):
        return .event(InputEvent(event))
      case Int32(LIBEVDEV_READ_STATUS_SYNC.rawValue):
        isSyncing = true
        return .event(InputEvent(event))
      case -EAGAIN where isSyncing: isSyncing = false
      case -EAGAIN, -EINTR: return .nothing
      case -ENODEV: return .gone
      default: throw .system(action: "read", path: descriptor.path, code: -status)
      }
    }
  }

  /// Units that the device states for 1 g; nil where it states none.
  func unitsPerG(of device: DeviceDescription) -> Double? {
    SensorAxes.unitsPerG(handle, of: device)
  }

  /// Which axes are acceleration and angular rate, where 1 g is so many units.
  func axes(of device: DeviceDescription, unitsPerG: Double) -> SensorAxes {
    SensorAxes(handle, of: device, unitsPerG: unitsPerG)
  }

  /// Where the axes stand now.
  func values(of axes: SensorAxes) -> [Int32] {
    let codes = (0..<3).map { axes.forceCode + $0 } + (0..<3).map { (axes.rateCode ?? 0) + $0 }
    return codes.map { libevdev_get_event_value(handle, UInt32(EV_ABS), UInt32($0)) }
  }
}

extension SensorAxes {
  /// Units that a device of libevdev states for 1 g; nil where it states none.
  static func unitsPerG(_ handle: OpaquePointer, of device: DeviceDescription) -> Double? {
    let units = libevdev_get_abs_resolution(handle, UInt32(device.forceCode))
    return units > 0 ? Double(units) : nil
  }

  /// The axes of a device of libevdev; without a gyroscope where it states no scale for that.
  init(_ handle: OpaquePointer, of device: DeviceDescription, unitsPerG: Double) {
    self.init(forceCode: device.forceCode, unitsPerG: unitsPerG)
    let units = libevdev_get_abs_resolution(handle, UInt32(InputEvent.Code.rotationX))
    if device.hasGyroscope, units > 0 {
      rateCode = InputEvent.Code.rotationX
      unitsPerDegreePerSecond = Double(units)
    }
  }
}
