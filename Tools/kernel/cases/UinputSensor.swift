import CLibevdev
import Glibc
import MotionCore
import MotionInput

/// How a made-up sensor describes itself, and what it does differently from others.
struct UinputModel {
  /// The clock that a sensor sends with its samples.
  struct Clock {
    /// Microseconds that it counts while one passes.
    var rate = 1.0
    /// Where it begins, in microseconds.
    var start: UInt32 = 0
  }

  var name: String
  var vendor: UInt16 = 0x0001
  var product: UInt16 = 0x0001
  var unitsPerG: Double = 8192
  /// Units for 1 deg/s; nil without a gyroscope.
  var unitsPerDegreePerSecond: Double? = 1024
  /// False for a sensor that keeps its scale to itself.
  var statesScale = true
  /// True for one that reports acceleration on the axes of rotation, and does not say so.
  var usesRotationAxes = false
  var clock: Clock?
}

/// A motion sensor made through uinput.
final class UinputSensor: VirtualSensor {
  let device: DeviceDescription
  private let model: UinputModel
  private let handle: OpaquePointer
  private var clockOrigin: Int64?

  init(_ model: UinputModel) throws {
    guard let description = libevdev_new() else { throw Outcome.failed("no memory") }
    defer { libevdev_free(description) }
    Self.describe(model, in: description)
    var made: OpaquePointer?
    let status = libevdev_uinput_create_from_device(
      description, LIBEVDEV_UINPUT_OPEN_MANAGED.rawValue, &made)
    guard status == 0, let made else {
      throw Outcome.failed("uinput: \(String(cString: strerror(-status)))")
    }
    guard let node = libevdev_uinput_get_devnode(made).map({ String(cString: $0) }) else {
      throw Outcome.failed("uinput: no node")
    }
    handle = made
    self.model = model
    device = try DeviceDescription.appearing { $0.path == node }
  }

  deinit { libevdev_uinput_destroy(handle) }

  private static func describe(_ model: UinputModel, in description: OpaquePointer) {
    libevdev_set_name(description, model.name)
    libevdev_set_id_bustype(description, Int32(BUS_USB))
    libevdev_set_id_vendor(description, Int32(model.vendor))
    libevdev_set_id_product(description, Int32(model.product))
    if !model.usesRotationAxes {
      libevdev_enable_property(description, UInt32(INPUT_PROP_ACCELEROMETER))
    }
    let scales = [model.unitsPerG, model.unitsPerDegreePerSecond].compactMap(\.self)
    let first = model.usesRotationAxes ? ABS_RX : ABS_X
    for (index, scale) in scales.enumerated() {
      var axis = input_absinfo(
        value: 0, minimum: -2_097_152, maximum: 2_097_152, fuzz: 0, flat: 0,
        resolution: model.statesScale ? Int32(scale) : 0)
      for code in UInt32(first) + UInt32(3 * index)..<UInt32(first) + UInt32(3 * index + 3) {
        libevdev_enable_event_code(description, UInt32(EV_ABS), code, &axis)
      }
    }
    if model.clock != nil {
      libevdev_enable_event_code(description, UInt32(EV_MSC), UInt32(MSC_TIMESTAMP), nil)
    }
  }

  func serve(until nanoseconds: Int64) { Pace.wait(until: nanoseconds) }

  func send(_ sample: IMUSample) throws {
    let first = model.usesRotationAxes ? ABS_RX : ABS_X
    let axes = sample.axes(
      unitsPerG: model.unitsPerG, unitsPerDegreePerSecond: model.unitsPerDegreePerSecond ?? 0)
    let count = model.unitsPerDegreePerSecond == nil ? 3 : 6
    var events = axes.prefix(count).enumerated().map { index, value in
      Self.event(EV_ABS, Int(first) + index, value)
    }
    if let clock = model.clock {
      let origin = clockOrigin ?? sample.nanoseconds
      clockOrigin = origin
      let passed = Double(sample.nanoseconds - origin) / 1000 * clock.rate
      let time = clock.start &+ UInt32(truncatingIfNeeded: Int64(passed))
      events.append(Self.event(EV_MSC, Int(MSC_TIMESTAMP), Int32(bitPattern: time)))
    }
    events.append(Self.event(EV_SYN, Int(SYN_REPORT), 0))
    let bytes = events.count * MemoryLayout<input_event>.stride
    guard write(libevdev_uinput_get_fd(handle), events, bytes) == bytes else {
      throw Outcome.failed("uinput: \(String(cString: strerror(errno)))")
    }
  }

  private static func event(_ type: Int32, _ code: Int, _ value: Int32) -> input_event {
    input_event(time: timeval(), type: UInt16(type), code: UInt16(code), value: value)
  }
}
