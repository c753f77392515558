import MotionCore

/// Axivity sensors, as OMGUI exports them: time, three axes in g and, of an AX6, three in deg/s,
/// usually without a header.
enum AxivityFormat: RecordingFormat {
  static let title = "Axivity (OMGUI)"
  static let export = [
    "OMGUI: select the file, Export, Raw CSV, acceleration in g",
    "time as date and time, or in Unix seconds",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    let table = MotionTable(headerless: head)
    guard let first = table.rows.first, first.count >= 4,
      first.dropFirst().prefix(3).allSatisfy({ table.shape.number($0) != nil }),
      let form = TimedRows.form(of: table),
      let size = RestingSize(table, [1, 2, 3]), size.unit == "g"
    else { return nil }
    return TimedRows.plan(
      title, table, form: form, factor: Units.standardGravity, hasRotation: first.count >= 7)
  }
}

/// Rows without a header that begin with a date or the time since 1970.
enum TimedRows {
  /// How the first field says the time; nil where it does not.
  static func form(of table: MotionTable) -> TimeColumn.Form? {
    guard let text = table.rows.first?.first else { return nil }
    guard let number = table.shape.number(text) else {
      return TimeText.matches(text) ? .text(TimeText.fraction(in: table.texts(0))) : nil
    }
    let times = table.numbers(0)
    guard number > 1e9, let last = times.last, times.count > 1 else { return nil }
    let unit = TimeColumn.unit(first: number, step: (last - number) / Double(times.count - 1))
    return unit.map { .number($0) }
  }

  /// Reads time, three axes of acceleration and, where there are, three of rotation in deg/s.
  static func plan(
    _ title: String, _ table: MotionTable, form: TimeColumn.Form, factor: Double,
    hasRotation: Bool
  ) -> TextPlan {
    var columns = table.fields.map { _ in ColumnLayout.Column.ignored }
    columns[0] = form.column
    for axis in ColumnLayout.axes {
      columns[1 + axis] = .specificForce(axis: axis, factor: factor)
      if hasRotation {
        columns[4 + axis] = .angularRate(axis: axis, factor: Units.radiansPerDegree)
      }
    }
    return TextPlan(
      format: title, body: .table(ColumnLayout(columns: columns, shape: table.shape)),
      firstRow: table.firstRow, content: hasRotation ? [.force, .rotation] : [.force],
      decisions: ["no header: a time and \(columns.count - 1) numbers, as this format has them"])
  }
}
