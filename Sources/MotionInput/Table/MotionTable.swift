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
    guard let place = Self.header(in: searched, of: lines) else { return nil }
    try self.init(head, lines: lines, header: place)
  }

  /// Takes apart a text without a header.
  init(headerless head: TextHead, firstRow place: Int = 0) {
    path = head.path
    let lines = head.lines.filter { !Self.isComment($0.text) }.dropFirst(place)
    shape = TableShape(lines.map(\.text))
    rows = lines.prefix(Self.mostRows).map { [shape] in shape.fields($0.text) }
    fields = (rows.first ?? []).map { _ in HeaderField("") }
    headerLine = lines.first?.number ?? 1
    firstRow = headerLine
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
    if lines[..<place].contains(where: { !Self.isSeparator($0.text) }) {
      remarks.append("lines 1 to \(headerLine - 1) are a preamble, the columns are named below it")
    }
  }

  /// Lines that stand beside rows: `# device: x`, `// Update Rate: 100.0Hz`.
  static func isComment(_ line: String) -> Bool {
    line.hasPrefix("#") || line.hasPrefix("//")
      || line.hasPrefix("%") && !line.hasPrefix("%time,")
  }

  /// `sep=,` says to spreadsheet programs what separates the fields.
  private static func isSeparator(_ line: String) -> Bool {
    line.trimmed { "\"".contains($0) }.lowercased().hasPrefix("sep=")
  }

  /// The first line that names axes, or else the first that names anything above numbers.
  private static func header(
    in searched: ArraySlice<TextHead.Line>, of lines: [TextHead.Line]
  ) -> Int? {
    // Mostly the first of them is it, and no more need be looked at.
    let candidates = searched.indices.lazy.filter { index in
      guard !isSeparator(lines[index].text) else { return false }
      let shape = shape(
        header: lines[index].text, rows: lines[(index + 1)...].prefix(8).map(\.text))
      let fields = shape.fields(lines[index].text)
      return fields.count > 2 && fields.count { shape.number($0) != nil } * 2 < fields.count
        && !fields.contains(where: TimeText.matches)
    }
    let naming = candidates.first { index in
      let shape = shape(
        header: lines[index].text, rows: lines[(index + 1)...].prefix(8).map(\.text))
      return shape.fields(lines[index].text).map(HeaderField.init).count { $0.axis != nil } >= 3
    }
    return naming
      ?? candidates.first { index in
        guard lines.indices.contains(index + 1) else { return true }
        let shape = TableShape([lines[index].text, lines[index + 1].text])
        return shape.fields(lines[index + 1].text).contains { shape.number($0) != nil }
      }
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

  /// The name of a column that says which sensor each row is of, where there are several.
  var sensorColumn: String? {
    fields.indices.first { column in
      let sensors = Set(rows.compactMap { $0.indices.contains(column) ? $0[column] : nil })
      guard sensors.count > 1, sensors.allSatisfy({ Double($0) == nil }) else { return false }
      let names = sensors.map { $0.lowercased() }
      return names.contains { $0.contains("acc") }
        && names.contains { name in ["gyr", "rot", "mag"].contains(where: name.contains) }
    }.map { fields[$0].text } ?? unnamedSensorColumn
  }

  /// Rows of so many sensors stand in one file at most.
  private static let mostSensors = 8
  /// One in so many rows, at least, is of another sensor than the one before: nothing that a person
  /// does changes so often.
  private static let longestTurn = 4
  /// Fewer turns may be chance.
  private static let fewestTurns = 10
  /// From one sensor to another the values change more than from row to row of one, by this factor.
  private static let sensorRatio = 3.0

  /// The same where nothing but the rows says so: with the value of the column they jump, and from
  /// row to row of one value they do not. A temperature that flickers, or what a person does, goes
  /// along with no such jumps.
  private var unnamedSensorColumn: String? {
    let triples = SensorTriple.all(in: self, hints: ColumnHints())
    let force = triples.first { $0.quantity == .force } ?? triples.first { $0.quantity == .unnamed }
    guard let force else { return nil }
    let vectors = vectors(force.columns)
    return fields.indices.first { column in
      guard fields[column].axis == nil, TimeColumn.named(fields[column]) == nil else {
        return false
      }
      let values = rows.map { $0.indices.contains(column) ? $0[column] : "" }
      let sensors = Set(values)
      guard (2...Self.mostSensors).contains(sensors.count) else { return false }
      // Each has its share of the rows: a value that is rare is none.
      let fewest = values.count / (2 * sensors.count)
      let turns = values.indices.dropFirst().filter { values[$0] != values[$0 - 1] }
      guard turns.count >= Self.fewestTurns, turns.count * Self.longestTurn > values.count,
        sensors.allSatisfy({ sensor in values.count { $0 == sensor } >= fewest })
      else { return false }
      let between = turns.map { (vectors[$0] - vectors[$0 - 1]).length }.filter(\.isFinite)
      let within = sensors.flatMap { sensor in
        let own = values.indices.filter { values[$0] == sensor }.map { vectors[$0] }
        return zip(own.dropFirst(), own).map { ($0 - $1).length }.filter(\.isFinite)
      }
      return Self.mean(between) > Self.sensorRatio * Self.mean(within)
    }.map { fields[$0].text }
  }

  private static func mean(_ sizes: [Double]) -> Double {
    sizes.reduce(0, +) / Double(max(1, sizes.count))
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
