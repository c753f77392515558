import MotionCore

/// What a motion sensor tells about itself once it is open.
package struct SensorProbe: Sendable, Hashable {
  /// How long it is listened to, in nanoseconds: several reports of the slowest sensors.
  private static let listeningNanoseconds: Int64 = 1_000_000_000

  /// Units that it states for 1 g; nil where it states none.
  package var unitsPerG: Double?
  /// Units that it states for 1 deg/s; nil without a gyroscope, or where it states none.
  package var unitsPerDegreePerSecond: Double?
  /// Samples a second that came while it was listened to; nil for a sensor that was silent, as one
  /// that lies still may be.
  package var rateHertz: Double?

  /// Opens a sensor and listens to it for a second.
  ///
  /// - Throws: `InputError` when it may not be read.
  package init(_ sensor: DeviceDescription) throws(InputError) {
    var device = try EvdevDevice(sensor)
    unitsPerG = device.unitsPerG(of: sensor)
    let axes = device.axes(of: sensor, unitsPerG: 1)
    unitsPerDegreePerSecond = axes.rateCode == nil ? nil : axes.unitsPerDegreePerSecond
    rateHertz = try Self.rate(of: &device)
  }

  private static func rate(of device: inout EvdevDevice) throws(InputError) -> Double? {
    let end = MonotonicClock.now() + listeningNanoseconds
    var times: [Int64] = []
    while MonotonicClock.now() < end {
      device.wait()
      reading: while true {
        switch try device.next() {
        case .event(let event):
          if event.isReport { times.append(event.nanoseconds) }
        case .nothing: break reading
        case .gone: return nil
        }
      }
    }
    guard let first = times.first, let last = times.last, last > first else { return nil }
    return Double(times.count - 1) * Units.nanosecondsPerSecond / Double(last - first)
  }
}
