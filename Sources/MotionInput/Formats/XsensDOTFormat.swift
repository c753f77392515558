import MotionCore

/// Xsens (Movella) DOT app: `Key:,value` lines, then `PacketCounter,SampleTimeFine,...` with a
/// clock of 32 bits in microseconds.
enum XsensDOTFormat: RecordingFormat {
  static let title = "Xsens DOT"
  static let export = [
    "measurement mode with calibrated data: Custom mode 5 or Rate quantities, 60 Hz",
    "export the CSV from the app; fusion modes have no acceleration with gravity",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), let time = table.column(named: "SampleTimeFine"),
      !head.lines.contains(where: { $0.text.hasPrefix("//") }), !table.numbers(time).isEmpty
    else { return nil }
    let hints = ColumnHints(
      time: (time, .number(.microseconds)), forceFactor: 1, rateFactor: Units.radiansPerDegree)
    var picker = ColumnPicker(table, hints: hints, options: options)
    guard let picked = try picker.pick() else {
      throw table.unusable(
        "this Xsens DOT mode holds orientation and no acceleration; measure in a mode with Acc")
    }
    return plan(of: table, picked)
  }
}
