import MotionCore

/// Raw acceleration of Garmin watches: `2019-10-16T12:09:01.702+02:00;-36;620;-824` in mg, without
/// a header.
enum GarminFormat: RecordingFormat {
  static let title = "Garmin raw"
  static let export = [
    "an app that logs the watch's raw accelerometer at 25 Hz",
    "its CSV with time and three axes in mg",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    let table = MotionTable(headerless: head)
    guard let first = table.rows.first, first.count == 4, TimedRows.form(of: table) != nil,
      first.dropFirst().allSatisfy({ table.shape.number($0) != nil }),
      let form = TimedRows.form(of: table),
      let size = RestingSize(table, [1, 2, 3]), (600...1700).contains(size.median)
    else { return nil }
    return TimedRows.plan(
      title, table, form: form, factor: Units.standardGravity / 1000, hasRotation: false)
  }
}
