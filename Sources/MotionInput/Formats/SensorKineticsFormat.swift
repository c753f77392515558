/// Sensor Kinetics: `time,X_value,Y_value,Z_value` in every file; `NAME_accm.csv`, `_gyrm`, `_grvm`
/// and `_lacm` tell which sensor it is.
enum SensorKineticsFormat: RecordingFormat {
  static let title = "Sensor Kinetics"
  static let export = [
    "record the accelerometer (and the gyroscope) at the fastest rate",
    "share the files with their names; give their folder or zip",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), let time = table.column(named: "time"),
      ["X_value", "Y_value", "Z_value"].allSatisfy({ table.column(named: $0) != nil })
    else { return nil }
    let hints = ColumnHints(
      time: (time, .number(.seconds)), rateFactor: 1, unnamed: FileRole.of(head.name))
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
