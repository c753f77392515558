/// MetaBase (MbientLab sensors): a file a sensor, `epoch (ms),time (01:00),elapsed (s),x-axis (g)`.
///
/// Each file counts `elapsed` from its own start; only the time since 1970 joins them.
enum MetaBaseFormat: RecordingFormat {
  static let title = "MetaBase"
  static let export = [
    "accelerometer 25 Hz or more, gyroscope as fast",
    "download, share all files; give their folder or zip",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), table.column(named: "elapsed (s)") != nil,
      table.fields.contains(where: { $0.text.hasPrefix("x-axis (") })
    else { return nil }
    let epoch = ["epoch (ms)", "epoc (ms)"].compactMap(table.column).first
    let hints = ColumnHints(
      time: epoch.map { ($0, .number(.milliseconds)) }
        ?? table.column(named: "elapsed (s)").map { ($0, .number(.seconds)) })
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
