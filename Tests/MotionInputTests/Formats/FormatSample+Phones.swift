@testable import MotionInput

extension FormatSample {
  /// Apps for Android.
  static var phones: [FormatSample] {
    let time = ["Time (s)"]
    func phyphox(
      _ names: [String], _ instants: [SampleMotion.Instant] = Table.motion,
      _ values: (SampleMotion.Instant) -> [Double]
    ) -> String {
      Table.text(Table.quoted(time + names), instants) {
        Table.join([$0.seconds] + values($0), decimals: 9)
      }
    }
    let own = [
      ("Accelerometer.csv", phyphox(Table.axes("Acceleration * (m/s^2)")) { $0.force.list }),
      ("Gyroscope.csv", phyphox(Table.axes("Gyroscope * (rad/s)"), Table.later) { $0.rate.list }),
      ("Gravity.csv", phyphox(Table.axes("Acceleration * (m/s^2)")) { $0.gravity.list }),
      (
        "Linear Acceleration.csv",
        phyphox(Table.axes("Linear Acceleration * (m/s^2)")) { $0.linear.list }
      ), ("meta/device.csv", "\"property\",\"value\"\n\"deviceModel\",\"Phone\"\n"),
    ]
    let commas = Table.text(
      Table.quoted(
        time + Table.axes("Acceleration * (m/s^2)") + ["Absolute acceleration (m/s^2)"], "\t")
    ) { Table.join([$0.seconds] + $0.force.list + [9.8], "\t").replacing(".", with: ",") }
    return [
      FormatSample(
        PhyphoxFormat.self, note: "Android, own experiment", folder: own, gyroscope: true),
      FormatSample(PhyphoxFormat.self, note: "tabs, decimal commas", name: "Raw Data.csv", commas),
    ] + sensorLoggerAndroid + otherPhones
  }

  /// Rows of the phone's Sensor Logger: nanoseconds since 1970, axes in any order.
  static func sensorLogger(
    _ instants: [SampleMotion.Instant], axes: String, elapsed: Bool,
    _ value: (SampleMotion.Instant) -> [Double]
  ) -> String {
    let header =
      "time," + (elapsed ? "seconds_elapsed," : "") + axes.map(String.init).joined(separator: ",")
    return Table.text(header, instants) { instant in
      let values = value(instant)
      let ordered = axes.map {
        values[
          "xyz".distance(from: "xyz".startIndex, to: "xyz".firstIndex(of: $0) ?? "xyz".startIndex)]
      }
      let time = 1_717_013_147_604_000_000 + Int((instant.seconds * 1e9).rounded())
      return "\(time)," + (elapsed ? instant.seconds.text(6) + "," : "") + Table.join(ordered)
    }
  }

  private static var sensorLoggerAndroid: [FormatSample] {
    let rates = sensorLogger(Table.later, axes: "zyx", elapsed: true) { $0.rate.list }
    let total = sensorLogger(Table.motion, axes: "zyx", elapsed: true) { $0.force.list }
    let schema2 = sensorLogger(Table.motion, axes: "zyx", elapsed: false) { $0.force.list }
    return [
      FormatSample(
        SensorLoggerFormat.self, note: "Android",
        folder: [
          ("TotalAcceleration.csv", total), ("Gyroscope.csv", rates),
          (
            "Accelerometer.csv",
            sensorLogger(Table.motion, axes: "zyx", elapsed: true) { $0.linear.list }
          ),
          ("Annotation.csv", ""), ("Metadata.csv", "version,device name\n3,Phone\n"),
        ], gyroscope: true),
      FormatSample(
        SensorLoggerFormat.self, note: "schema 2", name: "TotalAcceleration.csv", schema2),
    ]
  }

  private static var otherPhones: [FormatSample] {
    let multi =
      "\n"
      + Table.text("time,gFx,gFy,gFz,ax,ay,az,wx,wy,wz,") {
        let force = $0.force.list.map { $0 / Table.g }
        return Table.join([$0.seconds] + force + $0.linear.list + $0.rate.list, decimals: 4) + ","
      }
    let single = Table.text("time,gFx,gFy,gFz,TgF") {
      Table.join([$0.seconds] + $0.force.list.map { $0 / Table.g } + [1], decimals: 4)
    }
    let names =
      Table.axes("ACCELEROMETER * (m/s²)", "XYZ") + Table.axes("GRAVITY * (m/s²)", "XYZ")
      + Table.axes("LINEAR ACCELERATION * (m/s²)", "XYZ") + Table.axes("GYROSCOPE * (rad/s)", "XYZ")
      + ["Time since start in ms ", "YYYY-MO-DD HH-MI-SS_SSS"]
    let andro = Table.text(names.joined(separator: ";")) {
      let values = $0.force.list + $0.gravity.list + $0.linear.list + $0.rate.list
      return Table.join(values, ";")
        + ";\(Int(($0.seconds * 1000).rounded()));2024-03-01 10-22-33_123"
    }
    func kinetics(_ list: [SampleMotion.Instant], _ value: (SampleMotion.Instant) -> [Double])
      -> String
    {
      Table.text("time,X_value,Y_value,Z_value", list) {
        Table.join([$0.seconds] + value($0), decimals: 4)
      }
    }
    func record(_ list: [SampleMotion.Instant], _ value: (SampleMotion.Instant) -> [Double])
      -> String
    {
      Table.text("Timestamp,Milliseconds,X,Y,Z", list) {
        "2024-03-01 10:00:00.000,\(1 + Int(($0.seconds * 1000).rounded()))," + Table.join(value($0))
      }
    }
    return [
      FormatSample(PhysicsToolboxFormat.self, note: "several", multi, gyroscope: true),
      FormatSample(PhysicsToolboxFormat.self, note: "one", single),
      FormatSample(AndroSensorFormat.self, andro, gyroscope: true),
      FormatSample(
        SensorKineticsFormat.self,
        folder: [
          ("s_accm.csv", kinetics(Table.motion) { $0.force.list }),
          ("s_gyrm.csv", kinetics(Table.later) { $0.rate.list }),
          ("s_lacm.csv", kinetics(Table.motion) { $0.linear.list }),
        ], gyroscope: true),
      FormatSample(
        SensorRecordFormat.self,
        folder: [
          ("Accelerometer.csv", record(Table.motion) { $0.force.list }),
          ("Gyroscope.csv", record(Table.later) { $0.rate.list }),
          ("AccelerometerLinear.csv", record(Table.motion) { $0.linear.list }),
        ], gyroscope: true),
      FormatSample(
        ScienceJournalFormat.self,
        Table.text(
          Table.quoted(
            ["Time t (s)"] + Table.axes("Acceleration * (g)") + ["Absolute Acceleration (g)"])
        ) { Table.join([$0.seconds] + $0.force.list.map { $0 / Table.g } + [1]) }),
    ]
  }
}
