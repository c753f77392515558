/// Any other table whose columns can be understood.
enum GenericTable: RecordingFormat {
  static let title = "any other table"
  static let export = [
    "a header (in JSON, keys) with time, three axes of acceleration and, where there are, of rotation",
    "units in the names, such as ax [g]; else --columns, --units and --rate say what is what",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try table(head, options) else {
      return headerless(head, options)
    }
    if let column = table.sensorColumn {
      let sensors = SensorTurnsPicker(table: table, column: column, options: options)
      let (turns, picked) = try sensors.pick()
      var plan = plan(of: table, picked)
      plan.body = .turns(turns)
      return plan
    }
    let role = FileRole.of(head.name)
    var picker = ColumnPicker(
      table, hints: ColumnHints(unnamed: role == .force ? nil : role), options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }

  /// Numbers without a header, as many as the columns that are needed: their usual order is taken
  /// where the first goes up as a time does and the acceleration shows gravity in it.
  private static func headerless(_ head: TextHead, _ options: ReadingOptions) -> TextPlan? {
    let names = ["t", "ax", "ay", "az", "gx", "gy", "gz"]
    let table = MotionTable(headerless: head, names: names)
    guard [names.count, names.count - ColumnLayout.names.count].contains(table.fields.count),
      isUsual(table.rows.count { $0.allSatisfy { table.shape.number($0) != nil } }, of: table.rows),
      let size = RestingSize(table, [1, 2, 3]), ["m/s^2", "g"].contains(size.unit),
      isTime(table.numbers(0))
    else { return nil }
    var picker = ColumnPicker(table, options: options)
    guard var picked = try? picker.pick() else { return nil }
    let columns = names.prefix(table.fields.count)
    let numbered = columns.enumerated().map { "\($1)=\($0 + 1)" }
    picked.doubts.append(
      "no header: the columns are taken for \(columns.joined(separator: ", ")); where they are "
        + "others, say --columns '\(numbered.joined(separator: ","))'")
    return plan(of: table, picked)
  }

  /// True for numbers that go up by even steps, but for a few, and do not count the rows.
  private static func isTime(_ numbers: [Double]) -> Bool {
    let steps = zip(numbers.dropFirst(), numbers).map { $0 - $1 }
    guard let usual = steps.middle, usual > 0 else { return false }
    let even = steps.count { $0 > 0 && $0 < Self.longestStep * usual }
    return isUsual(even, of: steps) && !steps.allSatisfy { $0 == 1 }
  }

  /// An even step is at most this multiple of the usual one.
  private static let longestStep = 5.0
  /// Some rows may be torn, and some steps gaps; this share is as it should be.
  private static let usualShare = 0.9

  private static func isUsual(_ count: Int, of all: some Collection) -> Bool {
    Double(count) >= usualShare * Double(all.count)
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
