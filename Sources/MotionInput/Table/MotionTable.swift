import MotionCore

/// The beginning of a text taken apart as a table: header, units and the first rows.
struct MotionTable {
  /// Where the text is, for messages.
  let path: String
  let shape: TableShape
  /// The names of the columns; empty names where there is no header.
  let fields: [HeaderField]
  /// Where the names stand, or the first row where there are none.
  let headerLine: Int
  /// The line of the first row.
  let firstRow: Int
  /// The fields of the first rows, as they stand.
  private(set) var rows: [[String]]
  /// What stands above the rows.
  private let preamble: [TextHead.Line]
  /// What must be said of what stands before the rows.
  private(set) var remarks: [String] = []

  private static let mostRows = 2000
  /// A header stands within so many lines.
  private static let mostPreambleLines = 200

  /// Takes apart a text with the names of its columns at the top, or behind a preamble; nil where
  /// no line names columns.
  init?(_ head: TextHead) throws(InputError) {
    let lines = head.lines.filter { !Self.isComment($0.text) }
    let searched = lines.prefix(Self.mostPreambleLines)
    if let place = Self.header(in: searched, of: lines) {
      try self.init(head, lines: lines, header: place)
    } else if let header = Self.commentedHeader(of: head, above: lines) {
      try self.init(head, lines: [header] + lines, header: 0)
    } else {
      return nil
    }
  }

  /// Takes apart a text without a header.
  ///
  /// - Parameter names: what its columns would be called.
  init(headerless head: TextHead, firstRow place: Int = 0, names: [String] = []) {
    path = head.path
    let lines = head.lines.filter { !Self.isComment($0.text) }.dropFirst(place)
    shape = TableShape(lines.map(\.text))
    rows = lines.prefix(Self.mostRows).map { [shape] in shape.fields($0.text) }
    fields = (rows.first ?? []).indices.map {
      HeaderField(names.indices.contains($0) ? names[$0] : "")
    }
    headerLine = lines.first?.number ?? 1
    firstRow = headerLine
    preamble = []
  }

  private init(_ head: TextHead, lines: [TextHead.Line], header place: Int) throws(InputError) {
    path = head.path
    let following = lines[(place + 1)...].prefix(Self.mostRows + 1)
    shape = Self.shape(header: lines[place].text, rows: following.map(\.text))
    try Self.refuseMixture(head, lines[place], following, shape)
    var fields = shape.fields(lines[place].text).map(HeaderField.init)
    var rows = following.map { [shape] in shape.fields($0.text) }
    var first = following.first?.number ?? lines[place].number + 1
    if let units = rows.first, Self.areUnits(units) {
      fields =
        zip(fields, units).map { $0.unit == nil ? HeaderField("\($0.text) [\($1)]") : $0 }
        + fields.dropFirst(units.count)
      rows.removeFirst()
      first = following.dropFirst().first?.number ?? first + 1
    }
    self.fields = fields
    self.rows = rows
    headerLine = lines[place].number
    firstRow = first
    preamble = Array(head.lines.prefix { $0.number < first })
    if lines[..<place].contains(where: { !Self.isSeparator($0.text) }) {
      remarks.append("lines 1 to \(headerLine - 1) are a preamble, the columns are named below it")
    }
  }

  /// Lines that stand beside rows: `# device: x`, `// Update Rate: 100.0Hz`.
  static func isComment(_ line: String) -> Bool {
    line.hasPrefix("#") || line.hasPrefix("//")
      || line.hasPrefix("%") && !line.hasPrefix("%time,")
  }

  /// What stands in a comment.
  static func uncommented(_ line: String) -> String { line.trimmed { "#/% ".contains($0) } }

  /// The comment that names as many columns as the numbers right below it are, axes among them: so
  /// the table of a numerical program begins.
  private static func commentedHeader(
    of head: TextHead, above rows: [TextHead.Line]
  ) -> TextHead.Line? {
    guard let first = rows.first else { return nil }
    return head.lines.prefix { $0.number < first.number }.reversed().lazy.compactMap { comment in
      var header = comment
      header.text = uncommented(comment.text)
      let shape = shape(header: header.text, rows: rows.prefix(shownRows).map(\.text))
      let (names, numbers) = (shape.fields(header.text), shape.fields(first.text))
      let axes = names.map(HeaderField.init).count { $0.axis != nil }
      let isHeader =
        names.count == numbers.count && axes >= ColumnLayout.names.count
        && numbers.allSatisfy { shape.number($0) != nil || TimeText.matches($0) }
      return isHeader ? header : nil
    }.first
  }

  /// Rows that show what separates their fields.
  private static let shownRows = 8

  /// `sep=,` says to spreadsheet programs what separates the fields.
  private static func isSeparator(_ line: String) -> Bool {
    line.trimmed { "\"".contains($0) }.lowercased().hasPrefix("sep=")
  }

  /// The first line that names axes, or else the first that names anything above numbers.
  private static func header(
    in searched: ArraySlice<TextHead.Line>, of lines: [TextHead.Line]
  ) -> Int? {
    var aboveNumbers: Int?
    for index in searched.indices where !isSeparator(lines[index].text) {
      let rows = lines[(index + 1)...].prefix(shownRows).map(\.text)
      let shape = shape(header: lines[index].text, rows: rows)
      let names = shape.fields(lines[index].text)
      let named = names.count { !$0.isEmpty && shape.number($0) == nil }
      guard names.count > 2, named * 2 > names.count,
        !names.contains(where: TimeText.matches)
      else { continue }
      // Mostly the first of them is it, and no more need be looked at.
      if names.map(HeaderField.init).count(where: { $0.axis != nil }) >= 3 { return index }
      if aboveNumbers == nil, isAboveNumbers(lines[index].text, rows.first) { aboveNumbers = index }
    }
    return aboveNumbers
  }

  /// True for names at the end of a text, too: its rows may still come.
  private static func isAboveNumbers(_ names: String, _ row: String?) -> Bool {
    guard let row else { return true }
    let shape = TableShape([names, row])
    return shape.fields(row).contains { shape.number($0) != nil }
  }

  /// The delimiter by which header and rows have as many fields.
  private static func shape(header: String, rows: [String]) -> TableShape {
    let shown = rows.prefix(20)
    let usual = TableShape(shown.isEmpty ? [header] : Array(shown))
    for delimiter in ["\t", ";", ",", "|", " "].compactMap({ Character($0).asciiValue }) {
      var shape = TableShape(delimiter: delimiter)
      let count = shape.fields(header).count
      let isShared =
        !shown.isEmpty
        && shown.count { abs(shape.fields($0).count - count) <= 1 } * 4 > shown.count * 3
      guard count > 2, isShared || shown.isEmpty else { continue }
      shape.decimalPoint =
        delimiter == usual.delimiter
        ? usual.decimalPoint : TableShape(shown.map { $0.replacing(";", with: "\t") }).decimalPoint
      return shape
    }
    return TableShape([header])
  }

  private static func refuseMixture(
    _ head: TextHead, _ header: TextHead.Line, _ rows: ArraySlice<TextHead.Line>,
    _ shape: TableShape
  ) throws(InputError) {
    let shown = rows.prefix(20)
    guard shape.fields(header.text).count > 2 else { return }
    let others = shown.filter { line in
      let own = TableShape([line.text])
      return own.delimiter != shape.delimiter && shape.fields(line.text).count < 3
        && own.fields(line.text).count > 2
    }
    guard let row = others.first, others.count * 4 >= shown.count else { return }
    let other = TableShape([row.text])
    throw .unusableColumns(
      path: head.path, line: row.number,
      reason:
        "the columns are named between \(shape.name) and "
        + "\(others.count == shown.count ? "the" : "some") rows are between \(other.name); "
        + "write all alike")
  }

  /// True for a row of units under the names.
  private static func areUnits(_ row: [String]) -> Bool {
    let named = row.filter { !$0.isEmpty }
    return !named.isEmpty && named.allSatisfy { Double($0) == nil }
      && named.count { MotionUnit.isKnown($0) || $0.uppercased() == "CAL" } * 2 > named.count
  }

  /// The numbers of a column, as far as it has any.
  func numbers(_ column: Int) -> [Double] {
    rows.compactMap { row in
      row.indices.contains(column)
        ? shape.number(row[column]).flatMap { $0.isFinite ? $0 : nil } : nil
    }
  }

  /// The texts of a column that are not blank.
  func texts(_ column: Int) -> [String] {
    rows.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
  }

  /// Rows a second, as a line above the rows says.
  var statedRate: StatedRate? { StatedRate(in: preamble) }

  /// The same table with those of its rows that have this text in a column.
  func rows(of text: String, in column: Int) -> MotionTable {
    var table = self
    table.rows = rows.filter { $0.indices.contains(column) && $0[column] == text }
    return table
  }

  /// What three columns hold, row by row; not a number where one of them holds none.
  func vectors(_ columns: [Int]) -> [Vector3] {
    rows.map { row in
      let values = columns.map { row.indices.contains($0) ? shape.number(row[$0]) ?? .nan : .nan }
      return Vector3(values[0], values[1], values[2])
    }
  }

  /// Where a column of this name is, whatever its capitals.
  func column(named name: String) -> Int? {
    fields.firstIndex { $0.text == name }
      ?? fields.firstIndex { $0.text.lowercased() == name.lowercased() }
  }

  /// The error for columns that cannot be used.
  func badColumns(_ reason: String) -> InputError {
    .badColumns(path: path, line: headerLine, found: fields.map(\.text), reason: reason)
  }

  /// The error for columns that are known and mean something that cannot be measured from.
  func unusable(_ reason: String) -> InputError {
    .unusableColumns(path: path, line: headerLine, reason: reason)
  }
}
