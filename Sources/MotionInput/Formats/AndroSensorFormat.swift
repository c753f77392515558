/// AndroSensor: all sensors of a phone in one table between semicolons.
enum AndroSensorFormat: RecordingFormat {
  static let title = "AndroSensor"
  static let export = [
    "settings: recording interval 20 ms (its usual 500 ms is too slow)",
    "stop, then share the CSV",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(),
      let time = table.fields.firstIndex(where: {
        $0.text.lowercased().hasPrefix("time since start in ms")
      })
    else { return nil }
    let hints = ColumnHints(time: (time, .number(.milliseconds)))
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
