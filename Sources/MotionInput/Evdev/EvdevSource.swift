import Glibc
import MotionCore

/// A worn motion sensor read live: a game controller or any other evdev device with the
/// accelerometer property.
///
/// While the device is there a sample comes at least every 0.2 s, also from a sensor that lies
/// still and sends nothing. When it goes away a gap marker is left and the stream waits for it;
/// it goes on when the very same device is back.
package final class EvdevSource: ReadingSource {
  /// How long a sensor that went away is waited for, in seconds: time to find the cable or to
  /// wake a controller, while a session that was left behind still ends by itself.
  package static let timeoutSeconds = 120.0
  /// How often it is looked for, in milliseconds.
  private static let searchMilliseconds: Int32 = 100
  /// Sizes at rest, in g, that an offset of the sensor explains; beyond them its scale is wrong.
  private static let sizesAtRest = 0.5...2.0
  /// Fewer units for 1 g are no scale: a sensor so coarse sees no movement.
  private static let fewestUnitsPerG = 10.0

  /// What is known of the units of the acceleration.
  private enum Scale {
    /// Nothing: it is estimated when the sensor first lies still, and nothing is handed out before.
    case unknown
    /// What the device or the person says; looked at when the sensor first lies still.
    case stated
    case settled
  }

  private let sensor: DeviceDescription
  private let directory: DeviceDirectory
  private let clock: @Sendable () -> Int64
  private let tell: (String) -> Void
  /// Nil while the sensor is away.
  private var reader: EventReader?
  private var axes: SensorAxes
  private var assembler: FrameAssembler
  private var scale: Scale
  private var rest = RestSize()
  private var disconnects = Disconnects()
  private var isFinished = false
  private var standingNotices: [String] = []

  /// What is known of the device and the moment.
  package let metadata: RecordingMetadata

  /// Opens the motion sensor of this path, vendor:product or name; nil opens the only one.
  ///
  /// - Parameters:
  ///   - unitsPerG: the scale, for a sensor that states none or a wrong one; where neither it nor
  ///     the device says, it is estimated when the sensor is first held still.
  ///   - clock: monotonic time in nanoseconds.
  ///   - tell: is told what the person should know at once, one sentence each.
  /// - Throws: `InputError` when there is none or several, it may not be read, or is no motion
  ///   sensor.
  package init(
    _ asked: String?, unitsPerG: Double? = nil, in directory: DeviceDirectory = DeviceDirectory(),
    clock: @escaping @Sendable () -> Int64 = MonotonicClock.now,
    tell: @escaping (String) -> Void = { _ in }
  ) throws(InputError) {
    let asked = asked.map { $0.hasPrefix("/") ? FileDescriptor.resolved($0) : $0 }
    let sensor = try DeviceDescription.choose(asked, among: directory.devices())
    self.sensor = sensor
    self.directory = directory
    self.clock = clock
    self.tell = tell
    let device = try EvdevDevice(sensor)
    let known = unitsPerG ?? device.unitsPerG(of: sensor)
    scale = known == nil ? .unknown : .stated
    // As long as nothing is known, a unit is taken for 1 g.
    let axes = device.axes(of: sensor, unitsPerG: known ?? 1)
    self.axes = axes
    assembler = FrameAssembler(axes: axes, values: device.values(of: axes))
    reader = EventReader(device)
    metadata = RecordingMetadata(
      device: "\(sensor.name) \(sensor.identifier)", recordedAt: WallClock.now())
    introduce(isScaleGiven: unitsPerG != nil)
  }

  deinit { reader?.stop() }

  /// What a reader of the figures should know.
  package var notices: [String] {
    standingNotices + [assembler.loss.notice, disconnects.notice].compactMap(\.self)
  }

  /// How full the sensor's battery is; nil where the kernel does not tell.
  package var battery: Battery? { directory.battery(of: sensor) }

  /// The buttons of the controller that the sensor is part of.
  package var buttons: ControllerButtons {
    ControllerButtons(of: sensor, in: directory, clock: clock)
  }

  /// The next readings: empty when none came within about 0.1 s, nil once the device has gone and
  /// did not come back.
  package func next() throws(InputError) -> [MotionReading]? {
    if isFinished { return nil }
    if let since = disconnects.since {
      search(since: since)
      return []
    }
    return scaled(try read())
  }

  private func read() throws(InputError) -> [MotionReading] {
    var readings: [MotionReading?] = []
    for arrival in reader?.take() ?? [] {
      switch arrival {
      case .event(let event): readings.append(assembler.take(event))
      case .silence(let now): readings.append(assembler.keepAlive(nanoseconds: now))
      case .gone: readings.append(lose())
      case .failed(let error): throw error
      }
    }
    return readings.compactMap(\.self)
  }

  private func lose() -> MotionReading? {
    reader = nil
    disconnects.begin(nanoseconds: clock())
    tell("the sensor was disconnected; waiting up to \(Int(Self.timeoutSeconds)) s for it")
    return assembler.interrupt()
  }

  /// Waits a moment for the sensor, and takes it up again where it is back.
  private func search(since: Int64) {
    poll(nil, 0, Self.searchMilliseconds)
    let now = clock()
    if let found = directory.devices().first(where: sensor.isSame),
      // Right after it was plugged in it may not be readable yet.
      let device = try? EvdevDevice(found)
    {
      assembler.resume(values: device.values(of: axes))
      reader = EventReader(device)
      tell("the sensor is back after \(disconnects.end(nanoseconds: now)) s")
    } else if Double(now - since) / Units.nanosecondsPerSecond >= Self.timeoutSeconds {
      isFinished = true
      tell("the sensor did not come back")
    }
  }

  /// The readings, once their scale is known; none before.
  private func scaled(_ readings: [MotionReading]) -> [MotionReading] {
    if scale == .settled { return readings }
    let isKnown = scale == .stated
    for case .sample(let sample) in readings where scale != .settled {
      if let size = rest.take(sample) { settle(sizeAtRest: size) }
    }
    return isKnown ? readings : []
  }

  private func settle(sizeAtRest size: Double) {
    if scale == .unknown {
      guard size >= Self.fewestUnitsPerG else { return }
      axes.unitsPerG = size
      assembler = assembler.restarted(axes: axes)
      let estimate = "1 g was estimated at rest as \(Int(size.rounded())) of its units"
      note(estimate + ", which may be a few percent off")
      tell(estimate + "; the session begins")
    } else if !Self.sizesAtRest.contains(size) {
      let finding = "reads \((size * 100).rounded() / 100) g at rest, so its scale is wrong"
      note(finding)
      tell("\(sensor.name) \(finding): give it with --scale")
    }
    scale = .settled
  }

  /// Says what is unusual about the sensor.
  private func introduce(isScaleGiven: Bool) {
    if let notice = DeviceQuirk.of(sensor)?.notice { note(notice) }
    if sensor.hasGyroscope, axes.rateCode == nil {
      note("states no scale of its gyroscope, which is not used")
    }
    if isScaleGiven { note("1 g was said to be \(axes.unitsPerG) of its units") }
    if scale == .unknown {
      tell("\(sensor.name) does not say how many units are 1 g: hold it still for 2 seconds")
    }
  }

  private func note(_ what: String) { standingNotices.append("\(sensor.name): \(what)") }
}
