import MotionCore

@testable import MotionInput

extension FormatSample {
  /// Apps for iPhone and its watch.
  static var iPhones: [FormatSample] {
    [phyphoxIPhone, sensorLoggerIPhone, sensorLoggerWatch, sensorLog]
  }

  private static var phyphoxIPhone: FormatSample {
    func table(
      _ names: [String], _ list: [SampleMotion.Instant] = Table.motion,
      _ value: (SampleMotion.Instant) -> [Double]
    ) -> String {
      Table.text(Table.quoted(["Time (s)"] + names), list) {
        Table.join([$0.seconds] + value($0), decimals: 9)
      }
    }
    let plain = Table.axes("* (m/s^2)", "XYZ")
    return FormatSample(
      PhyphoxFormat.self, note: "iPhone, own experiment",
      folder: [
        ("Accelerometer.csv", table(plain) { $0.force.list }),
        ("Linear Accelerometer.csv", table(plain) { $0.linear.list }),
        ("Gyroscope.csv", table(Table.axes("* (rad/s)", "XYZ"), Table.later) { $0.rate.list }),
        ("Gravity.csv", table(Table.axes("Gravity * (m/s^2)", "XYZ")) { $0.gravity.list }),
      ], gyroscope: true)
  }

  private static var sensorLoggerIPhone: FormatSample {
    func negated(_ vector: Vector3) -> [Double] { vector.list.map { -$0 } }
    return FormatSample(
      SensorLoggerFormat.self, note: "iPhone: gravity and linear acceleration are added",
      folder: [
        (
          "Accelerometer.csv",
          sensorLogger(Table.motion, axes: "yzx", elapsed: true) { negated($0.linear) }
        ),
        (
          "Gravity.csv",
          sensorLogger(Table.motion, axes: "zyx", elapsed: true) { negated($0.gravity) }
        ),
        ("Gyroscope.csv", sensorLogger(Table.later, axes: "zyx", elapsed: true) { $0.rate.list }),
      ], gyroscope: true)
  }

  private static var sensorLoggerWatch: FormatSample {
    let names =
      ["time", "seconds_elapsed"] + Table.axes("rotationRate*", "XYZ")
      + Table.axes("gravity*", "XYZ") + Table.axes("acceleration*", "XYZ")
      + ["quaternionW", "quaternionX", "quaternionY", "quaternionZ"]
    return FormatSample(
      SensorLoggerFormat.self, note: "watch", name: "WristMotion.csv",
      Table.text(names.joined(separator: ",")) { instant in
        let forces = (instant.gravity.list + instant.linear.list).map { -$0 / Table.g }
        let time = 1_717_013_147_604_000_000 + Int((instant.seconds * 1e9).rounded())
        return "\(time),"
          + Table.join([instant.seconds] + instant.rate.list + forces + [1, 0, 0, 0])
      }, gyroscope: true)
  }

  private static var sensorLog: FormatSample {
    let names =
      ["loggingTime(txt)", "loggingSample(N)", "locationHeading(°)"]
      + ["accelerometerTimestamp_sinceReboot(s)"]
      + Table.axes("accelerometerAcceleration*(G)", "XYZ")
      + Table.axes("gyroRotation*(rad/s)", "XYZ") + Table.axes("motionRotationRate*(rad/s)", "XYZ")
      + Table.axes("motionUserAcceleration*(G)", "XYZ") + Table.axes("motionGravity*(G)", "XYZ")
      + Table.axes("motionMagneticField*(µT)", "XYZ")
    return FormatSample(
      SensorLogFormat.self,
      Table.text(names.joined(separator: ",")) { instant in
        let raw = instant.force.list.map { -$0 / Table.g }
        let parts = (instant.linear.list + instant.gravity.list).map { -$0 / Table.g }
        let numbers =
          [500 + instant.seconds] + raw + instant.rate.list + instant.rate.list + parts + [1, 2, 3]
        return Table.date(instant.seconds, separator: "T") + "+01:00,1,0," + Table.join(numbers)
      }, gyroscope: true)
  }
}
