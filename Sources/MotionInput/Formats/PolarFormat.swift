/// Polar Sensor Logger: a file a sensor, `Phone timestamp;sensor timestamp [ns];X [mg];...`.
enum PolarFormat: RecordingFormat {
  static let title = "Polar Sensor Logger"
  static let export = [
    "accelerometer 50 Hz or more, gyroscope where the sensor has one",
    "stop, share the files; give their folder or zip",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(),
      let time = table.fields.firstIndex(where: {
        $0.text.lowercased().hasPrefix("sensor timestamp")
      })
    else { return nil }
    let hints = ColumnHints(time: (time, .number(.nanoseconds)))
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
