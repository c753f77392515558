/// Any other table whose columns can be understood.
enum GenericTable: RecordingFormat {
  static let title = "any other table"
  static let export = [
    "a header (in JSON, keys) with time, three axes of acceleration and, where there are, of rotation",
    "units in the names, such as ax [g]; else --columns, --units and --rate say what is what",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try table(head, options) else { return nil }
    if let name = table.sensorColumn {
      throw table.unusable(
        "the rows of several sensors stand in turn, as the column '\(name)' says; export each "
          + "sensor to a file of its own, or keep the rows of one accelerometer")
    }
    let role = FileRole.of(head.name)
    var picker = ColumnPicker(
      table, hints: ColumnHints(unnamed: role == .force ? nil : role), options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }

  /// Columns may be numbered where nobody named them.
  private static func table(
    _ head: TextHead, _ options: ReadingOptions
  ) throws(InputError) -> MotionTable? {
    if let table = try head.table.get() { return table }
    return options.columns.isEmpty ? nil : MotionTable(headerless: head)
  }
}

/// A text that no format knows, and what to say of it.
struct UnknownTable {
  private let head: TextHead

  init(_ head: TextHead) { self.head = head }

  /// What it is where it is no table: tracks, pages and documents of apps.
  private static func markup(_ line: String) -> String? {
    switch line.first {
    case "<": "XML or HTML (as a GPS track has it)"
    case "{", "[": "JSON"
    default: nil
    }
  }

  private static func isTrack(_ table: MotionTable) -> Bool {
    table.fields.contains { $0.text.lowercased().hasPrefix("lat") }
      && table.fields.contains { $0.text.lowercased().hasPrefix("lon") }
  }

  /// What is wrong with a text that begins like this; nil where it may be a table.
  static func error(at path: String, beginning: String) -> InputError? {
    markup(beginning).map { kind in
      .unsuitable(
        path: path, found: kind,
        expected: "a table of the sensor's rows (CSV, or a JSON object for each row); "
          + "'motioncheck formats' lists what to export from each app")
    }
  }

  /// What is wrong with it.
  var error: InputError {
    let lines = head.lines.filter { !MotionTable.isComment($0.text) }
    guard let first = lines.first else {
      return head.isWhole ? .empty(path: head.path) : .lineTooLong(path: head.path, line: 1)
    }
    if let error = Self.error(at: head.path, beginning: first.text) { return error }
    if let table = try? head.table.get(), !table.fields.isEmpty {
      return table.badColumns(
        Self.isTrack(table)
          ? "places of a GPS track and no acceleration" : "no known names of columns")
    }
    let shape = TableShape(lines.prefix(20).map(\.text))
    let fields = shape.fields(first.text)
    let isNumeric = fields.allSatisfy { shape.number($0) != nil }
    if isNumeric,
      let header = MotioncheckFormat.bareHeader(
        columns: fields.count, delimiter: shape.delimiter)
    {
      return .noHeader(path: head.path, line: first.number, header: header)
    }
    let reason =
      isNumeric
      ? "numbers where the names of the columns should be" : "no known names of columns"
    return .badColumns(path: head.path, line: first.number, found: fields, reason: reason)
  }
}
