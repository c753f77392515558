import CLibevdev
import MotionCore

/// Which axes of an input device are acceleration and angular rate, and what one unit is.
struct SensorAxes: Hashable {
  /// Code of the first of three axes of acceleration.
  var forceCode: UInt16 = InputEvent.Code.x
  /// Code of the first of three axes of angular rate; nil without a gyroscope.
  var rateCode: UInt16?
  /// Units that the device reports for 1 g.
  var unitsPerG: Double
  /// Units that the device reports for 1 deg/s.
  var unitsPerDegreePerSecond: Double = 1

  /// Number of axes that are kept: three of acceleration, three of angular rate.
  static let count = 6

  /// Position of an axis among the kept ones: 0 to 2 acceleration, 3 to 5 angular rate.
  func slot(of code: UInt16) -> Int? {
    if (forceCode..<forceCode + 3).contains(code) { return Int(code - forceCode) }
    if let rateCode, (rateCode..<rateCode + 3).contains(code) { return 3 + Int(code - rateCode) }
    return nil
  }

  /// The values of all axes in SI units.
  func sample(nanoseconds: Int64, values: [Int32]) -> IMUSample {
    let vector = { (first: Int, factor: Double) in
      Vector3(
        Double(values[first]) * factor, Double(values[first + 1]) * factor,
        Double(values[first + 2]) * factor)
    }
    let rateFactor = Units.radiansPerDegree / unitsPerDegreePerSecond
    return RecordingGrid.round(
      IMUSample(
        nanoseconds: nanoseconds, specificForce: vector(0, Units.standardGravity / unitsPerG),
        angularRate: rateCode == nil ? nil : vector(3, rateFactor)))
  }
}

extension DeviceDescription {
  /// The kernel's names of the axes of acceleration, such as `ABS_X`; empty for another device.
  package var forceAxes: [String] { isMotionSensor ? Self.names(from: forceCode) : [] }

  /// The kernel's names of the axes of angular rate, such as `ABS_RX`; empty without a gyroscope.
  package var rateAxes: [String] {
    hasGyroscope ? Self.names(from: InputEvent.Code.rotationX) : []
  }

  /// Code of the first of three axes of acceleration.
  var forceCode: UInt16 { DeviceQuirk.of(self)?.forceCode ?? InputEvent.Code.x }

  private static func names(from code: UInt16) -> [String] {
    (code..<code + 3).compactMap { code in
      libevdev_event_code_get_name(UInt32(EV_ABS), UInt32(code)).map { String(cString: $0) }
    }
  }
}
