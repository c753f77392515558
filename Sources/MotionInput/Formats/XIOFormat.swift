/// x-io sensors (x-IMU3 and its kin): `Time (s),Gyroscope X (deg/s),...,Accelerometer X (g),...`.
enum XIOFormat: RecordingFormat {
  static let title = "x-io"
  static let export = [
    "x-IMU3 GUI or SDK, inertial messages at 50 Hz or more",
    "data logger, convert to CSV; give the inertial file",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(),
      table.column(named: "Accelerometer X (g)") != nil,
      table.column(named: "Gyroscope X (deg/s)") != nil
    else { return nil }
    var picker = ColumnPicker(table, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
