import MotionCore

/// A worn motion sensor read live: a game controller or any other evdev device with the
/// accelerometer property.
///
/// While the device is there a sample comes at least every 0.2 s, also from a sensor that lies
/// still and sends nothing. Unplugging it ends the stream behind a gap marker.
public final class EvdevSource: ReadingSource {
  private var device: EvdevDevice
  private var assembler: FrameAssembler
  private var isFinished = false

  /// What is known of the device and the moment.
  public let metadata: RecordingMetadata
  /// What a reader of the figures should know.
  public private(set) var notices: [String] = []

  /// Opens the motion sensor of this path, vendor:product or name; nil opens the only one.
  ///
  /// - Throws: `InputError` when there is none or several, it may not be read, is no motion
  ///   sensor or states no scale.
  public convenience init(
    _ asked: String?, in directory: DeviceDirectory = DeviceDirectory()
  ) throws(InputError) {
    let asked = asked.map { $0.hasPrefix("/") ? FileDescriptor.resolved($0) : $0 }
    try self.init(DeviceDescription.choose(asked, among: directory.devices()))
  }

  /// Opens a motion sensor that was found.
  ///
  /// - Throws: `InputError` when it may not be read or states no scale.
  public init(_ found: DeviceDescription) throws(InputError) {
    let device = try EvdevDevice(found)
    guard let axes = device.axes(of: found) else {
      throw .noScale(path: found.path, name: found.name)
    }
    assembler = FrameAssembler(axes: axes, values: device.values(of: axes))
    self.device = device
    metadata = RecordingMetadata(
      device: "\(found.name) \(found.identifier)", recordedAt: WallClock.now())
    if let notice = DeviceQuirk.of(found)?.notice { notices.append("\(found.name): \(notice)") }
    if found.hasGyroscope, axes.rateCode == nil {
      notices.append("\(found.name): states no scale of its gyroscope, which is not used")
    }
  }

  /// The next readings: empty when none came within about 0.1 s, nil once the device is gone.
  public func next() throws(InputError) -> [MotionReading]? {
    guard !isFinished else { return nil }
    device.wait()
    var readings: [MotionReading] = []
    while true {
      switch try device.next() {
      case .event(let event):
        if let reading = assembler.take(event) { readings.append(reading) }
      case .nothing:
        if let reading = assembler.keepAlive(nanoseconds: MonotonicClock.now()) {
          readings.append(reading)
        }
        return readings
      case .gone:
        isFinished = true
        notices.append("the sensor was disconnected")
        if let reading = assembler.interrupt() { readings.append(reading) }
        return readings
      }
    }
  }
}
