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
      sample("date and time apart", "Date,Time,AccX,AccY,AccZ", gyroscope: false) {
        Table.date($0.seconds, separator: ",") + "," + Table.join($0.force.list)
      },
    ]
  }
}
