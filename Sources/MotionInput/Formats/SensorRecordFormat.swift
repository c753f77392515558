/// Sensor Record: `Timestamp,Milliseconds,X,Y,Z`, a file a sensor, which only its name tells.
enum SensorRecordFormat: RecordingFormat {
  static let title = "Sensor Record"
  static let export = [
    "accelerometer and gyroscope at the fastest rate",
    "share the files; give their folder or zip",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), let time = table.column(named: "Milliseconds"),
      Set(table.fields.map { $0.text.lowercased() })
        .isSubset(of: ["timestamp", "milliseconds", "x", "y", "z"])
    else { return nil }
    let hints = ColumnHints(
      time: (time, .number(.milliseconds)), rateFactor: 1, unnamed: FileRole.of(head.name))
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
