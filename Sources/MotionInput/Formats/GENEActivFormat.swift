import MotionCore

/// GENEActiv, as its PC software writes raw data: a hundred lines about the device, the person and
/// the place, then time, three axes in g, light, button and temperature.
enum GENEActivFormat: RecordingFormat {
  static let title = "GENEActiv raw"
  static let export = [
    "GENEActiv PC software: Data Converter, Raw Data Export to CSV",
    "not the .csv of epochs, which holds sums",
  ]
  /// Time, three axes, light, button, temperature.
  private static let columns = 7

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let title = head.lines.first, title.text.hasPrefix("Device Type,"),
      title.text.contains("GENEActiv")
    else { return nil }
    guard let last = head.lines.firstIndex(where: { isRow($0.text) }).map({ $0 - 1 }) else {
      throw .unusableColumns(
        path: head.path, line: head.lines.last?.number ?? 1,
        reason: "this GENEActiv file has no rows of \(columns) fields that begin with a date, as "
          + "its raw data has them; export the raw data, not epochs")
    }
    let table = MotionTable(headerless: head.following(last))
    var plan = TimedRows.plan(
      Self.title, table, form: .text(.decimal), factor: Units.standardGravity, hasRotation: false)
    plan.device = title.text.dropFirst("Device Type,".count).trimmed()
    return plan
  }

  private static func isRow(_ line: String) -> Bool {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    return fields.count == columns && TimeText.matches(String(fields[0]))
  }
}
