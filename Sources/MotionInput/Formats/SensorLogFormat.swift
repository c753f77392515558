/// SensorLog for the iPhone: some 58 columns, of which the accelerometer and the rotation of the
/// device motion are read.
enum SensorLogFormat: RecordingFormat {
  static let title = "SensorLog"
  static let export = [
    "Accelerometer and Device Motion on, 50 Hz or more, CSV",
    "stop, then share the file from its list",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(),
      table.fields.contains(where: { $0.text.hasPrefix("loggingTime") || isClock($0) })
    else { return nil }
    var hints = ColumnHints()
    hints.preferred = ["accelerometer acceleration", "motion rotation"]
    hints.time = table.fields.firstIndex(where: isClock).map { ($0, .number(.seconds)) }
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }

  private static func isClock(_ field: HeaderField) -> Bool {
    field.text.hasPrefix("accelerometerTimestamp_sinceReboot")
      || field.text.hasPrefix("motionTimestamp_sinceReboot")
  }
}
