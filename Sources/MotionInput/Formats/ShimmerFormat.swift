/// Shimmer Consensys: the device's id in every name, units below the names; of its two
/// accelerometers the low-noise one is read.
enum ShimmerFormat: RecordingFormat {
  static let title = "Shimmer (Consensys)"
  static let export = [
    "enable Low Noise Accelerometer and Gyroscope, 51.2 Hz or more",
    "Manage Data, Export, CSV with calibrated data",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(),
      table.fields.count(where: { $0.text.hasPrefix("Shimmer_") }) >= 3
    else { return nil }
    let hints = ColumnHints(preferred: ["ln cal", "ln", "wr cal", "cal"])
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }
}
