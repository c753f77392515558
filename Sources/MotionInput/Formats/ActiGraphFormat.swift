import MotionCore

/// ActiGraph, as ActiLife exports raw data: ten lines of preamble, then rows in g, with a header
/// and times or without.
enum ActiGraphFormat: RecordingFormat {
  static let title = "ActiGraph raw"
  static let export = [
    "ActiLife: File, Export raw data of the .gt3x file as CSV",
    "not the .csv of epochs, which holds counts",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let title = head.lines.first, title.text.contains("Data File Created By ActiGraph") else {
      return nil
    }
    guard let rate = title.text.firstMatch(of: /at ([0-9.]+) Hz/).flatMap({ Double($0.1) }) else {
      throw .unusableColumns(
        path: head.path, line: title.number,
        reason: "this ActiGraph file holds counts of epochs, not acceleration; export the raw data")
    }
    guard let end = head.lines.dropFirst().firstIndex(where: { $0.text.hasPrefix("-----") }) else {
      return nil
    }
    let rest = head.following(end)
    let hints = ColumnHints(clock: .even(rateHertz: rate), forceFactor: Units.standardGravity)
    if let table = try rest.table.get() { return try plan(table, hints, rate, options) }
    return headerless(rest, rate)
  }

  private static func plan(
    _ table: MotionTable, _ hints: ColumnHints, _ rate: Double, _ options: ReadingOptions
  ) throws(InputError) -> TextPlan? {
    var hints = hints
    // The IMU of a GT9X Link has times and a gyroscope.
    if table.column(named: "Timestamp") != nil { hints.clock = .columns }
    hints.rateFactor = Units.radiansPerDegree
    var picker = ColumnPicker(table, hints: hints, options: options)
    guard var plan = try picker.pick().map({ plan(of: table, $0) }) else { return nil }
    plan.decisions.append("\(rate) rows a second, as its first line says; in g")
    return plan
  }

  private static func headerless(_ rest: TextHead, _ rate: Double) -> TextPlan? {
    let table = MotionTable(headerless: rest)
    guard let first = table.rows.first, first.count >= 3 else { return nil }
    let hasTime = table.shape.number(first[0]) == nil
    var columns = first.map { _ in ColumnLayout.Column.ignored }
    guard columns.count >= (hasTime ? 4 : 3) else { return nil }
    for axis in ColumnLayout.axes {
      columns[axis + (hasTime ? 1 : 0)] = .specificForce(
        axis: axis, factor: Units.standardGravity)
    }
    return TextPlan(
      format: title,
      body: .table(
        ColumnLayout(columns: columns, shape: table.shape, clock: .even(rateHertz: rate))),
      firstRow: table.firstRow, content: [.force],
      decisions: ["\(rate) rows a second, as its first line says; in g"])
  }
}
