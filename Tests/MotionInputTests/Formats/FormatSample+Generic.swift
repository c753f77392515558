@testable import MotionInput

extension FormatSample {
  /// Tables of nobody in particular.
  static var generic: [FormatSample] {
    let inG = { (instant: SampleMotion.Instant) in instant.force.list.map { $0 / Table.g } }
    let inDegrees = { (instant: SampleMotion.Instant) in instant.rate.list.map { $0 / Table.degree }
    }
    let milliseconds = { (instant: SampleMotion.Instant) in
      "\(Int((instant.seconds * 1000).rounded()))"
    }
    func sample(
      _ note: String, _ header: String, gyroscope: Bool = true,
      _ row: (SampleMotion.Instant) -> String
    ) -> FormatSample {
      FormatSample(
        GenericTable.self, note: note, Table.text(header) { row($0) }, gyroscope: gyroscope)
    }
    return [
      sample("no units at all", "timestamp,accX,accY,accZ,gyroX,gyroY,gyroZ") {
        milliseconds($0) + "," + Table.join(inG($0) + inDegrees($0))
      },
      sample(
        "units behind underscores",
        "time_us,acc_x_mg,acc_y_mg,acc_z_mg,gyr_x_mdps,gyr_y_mdps,gyr_z_mdps"
      ) {
        milliseconds($0) + "000,"
          + Table.join(inG($0).map { $0 * 1000 } + inDegrees($0).map { $0 * 1000 })
      },
      sample("since 1970", "epoch;AccelerometerX;AccelerometerY;AccelerometerZ", gyroscope: false) {
        "\(1_700_000_000_000 + Int(($0.seconds * 1000).rounded()));"
          + Table.join($0.force.list, ";")
      },
      sample("raw counts", "millis,ax,ay,az", gyroscope: false) {
        milliseconds($0) + "," + Table.join(inG($0).map { $0 * 16_384 }, decimals: 0)
      },
      sample("x, y, z", "time,x,y,z", gyroscope: false) {
        Table.join([$0.seconds] + inG($0))
      },
      sample("ISO times with a zone", "datetime,a_x (m/s²),a_y (m/s²),a_z (m/s²),wx,wy,wz") {
        Table.date($0.seconds, separator: "T") + "Z," + Table.join($0.force.list + $0.rate.list)
      },
      sample("spaces", "time  acc_x  acc_y  acc_z", gyroscope: false) {
        "  " + Table.join([$0.seconds] + $0.force.list, "   ")
      },
      sample("a row of units", "Time,AccX,AccY,AccZ,GyrX,GyrY,GyrZ\ns,g,g,g,deg/s,deg/s,deg/s") {
        Table.join([$0.seconds] + inG($0) + inDegrees($0))
      },
      sample(
        "a preamble", "my logger\nsubject: 7\n\ntime [s],ax [g],ay [g],az [g]", gyroscope: false
      ) {
        Table.join([$0.seconds] + inG($0))
      },
      sample("months by name", "Timestamp,X,Y,Z", gyroscope: false) {
        Table.date($0.seconds, separator: " ").replacing("2024-03-01", with: "01-Mar-2024") + ","
          + Table.join($0.force.list)
      },
      sample("times written together", "time,accX,accY,accZ", gyroscope: false) {
        Table.date($0.seconds, separator: "T").replacing("-", with: "").replacing(":", with: "")
          + "," + Table.join($0.force.list)
      },
      sample("minutes and seconds", "time,accX,accY,accZ", gyroscope: false) {
        Table.date($0.seconds, separator: ":").dropFirst("2024-03-01:10:".count) + " UTC,"
          + Table.join($0.force.list)
      },
      sample(
        "a temperature",
        "Time(s)\tChipTime()\tax(g)\tay(g)\taz(g)\twx(deg/s)\twy(deg/s)\twz(deg/s)\tT(°)"
      ) {
        let date = Table.date($0.seconds, separator: " ")
        return "\(date.split(separator: " ")[1])\t\(date)\t"
          + Table.join(inG($0) + inDegrees($0) + [28], "\t")
      },
      FormatSample(
        GenericTable.self, note: "short names in a folder",
        folder: [
          ("acc.csv", Table.text("t,x,y,z") { Table.join([$0.seconds] + $0.force.list) }),
          ("gyr.csv", Table.text("t,x,y,z") { Table.join([$0.seconds] + $0.rate.list) }),
        ], gyroscope: true),
      FormatSample(
        ROSFormat.self,
        Table.text(
          "%time,field.header.seq,field.orientation.x,field.orientation.y,field.orientation.z,"
            + ["angular_velocity", "linear_acceleration"].flatMap { name in
              ["x", "y", "z", "covariance0"].map { "field.\(name).\($0)" }
            }.joined(separator: ",")
        ) {
          "\(1_700_000_000_000_000_000 + Int(($0.seconds * 1e9).rounded())),7,0,0,0,"
            + Table.join($0.rate.list + [0] + $0.force.list + [0])
        }, gyroscope: true),
      sample("date and time apart", "Date,Time,AccX,AccY,AccZ", gyroscope: false) {
        Table.date($0.seconds, separator: ",") + "," + Table.join($0.force.list)
      },
    ]
  }
}
