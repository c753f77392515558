import MotionCore
import MotionInput

/// A sensor that the kernel takes for a real one. It is plugged in as long as it exists.
protocol VirtualSensor: AnyObject {
  /// What motioncheck is to find.
  var device: DeviceDescription { get }
  /// Reports a sample at this very moment.
  func send(_ sample: IMUSample) throws
  /// Answers what the kernel asks, up to a moment of the monotonic clock.
  func serve(until nanoseconds: Int64) throws
}

/// Why a case did not pass, or could not be tried.
enum Outcome: Error {
  case failed(String)
  case skipped(String)
}

extension DeviceDescription {
  /// How long the kernel may take to bind a driver, in nanoseconds.
  private static let patienceNanoseconds: Int64 = 20_000_000_000

  /// The device that fits, as soon as the kernel lists it.
  static func appearing(
    serving: () throws -> Void = {}, where fits: (DeviceDescription) -> Bool
  ) throws -> DeviceDescription {
    let end = MonotonicClock.now() + patienceNanoseconds
    while MonotonicClock.now() < end {
      if let device = DeviceDirectory().devices().first(where: fits) { return device }
      try serving()
      Pace.wait(until: MonotonicClock.now() + 20_000_000)
    }
    throw Outcome.failed("the kernel made no such device")
  }
}

extension IMUSample {
  /// The axes as a device reports them: acceleration, then angular rate, rounded to its units.
  func axes(unitsPerG: Double, unitsPerDegreePerSecond: Double) -> [Int32] {
    let rate = angularRate ?? .zero
    let force = unitsPerG / Units.standardGravity
    let turn = unitsPerDegreePerSecond / Units.radiansPerDegree
    return [specificForce.x, specificForce.y, specificForce.z].map { Self.whole($0 * force) }
      + [rate.x, rate.y, rate.z].map { Self.whole($0 * turn) }
  }

  private static func whole(_ value: Double) -> Int32 {
    Int32(min(max(value.rounded(), Double(Int32.min)), Double(Int32.max)))
  }
}
