/// Arduino Science Journal: `"Time t (s)","Acceleration x (g)",...`, a file a sensor.
enum ScienceJournalFormat: RecordingFormat {
  static let title = "Arduino Science Journal"
  static let export = [
    "record the accelerometer's x, y and z (and the gyroscope's)",
    "the recording's menu, export as CSV",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), let time = table.column(named: "Time t (s)") else {
      return nil
    }
    let hints = ColumnHints(time: (time, .number(.seconds)))
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
