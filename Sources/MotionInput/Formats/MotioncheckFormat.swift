/// The project's own recordings: `t [s],ax [m/s^2],...,gx [rad/s],...`, picked by name.
enum MotioncheckFormat: RecordingFormat {
  static let title = "motioncheck"
  static let export = [
    "what 'live', 'record', 'convert' and 'simulate' write", "nothing to export",
  ]
  /// A complete header.
  static let example =
    "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2],gx [rad/s],gy [rad/s],gz [rad/s]"

  private static let force = ["ax", "ay", "az"]
  private static let rotation = ["gx", "gy", "gz"]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get() else { return nil }
    let names = table.fields.map(name)
    guard names.contains("t"), names.contains(where: force.contains) else { return nil }
    try require(names, of: table)
    var picker = ColumnPicker(
      table, hints: ColumnHints(rateFactor: 1, rateUnit: .usual), options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }

  /// SI columns in canonical order, for lines of a live stream without a header.
  static func bareLayout(columns: Int) -> ColumnLayout? {
    guard columns == 4 || columns == 7 else { return nil }
    let forces = ColumnLayout.axes.map { ColumnLayout.Column.specificForce(axis: $0, factor: 1) }
    let rates = ColumnLayout.axes.map { ColumnLayout.Column.angularRate(axis: $0, factor: 1) }
    return ColumnLayout(
      columns: [.time(.seconds)] + forces + (columns == 7 ? rates : []),
      shape: TableShape(delimiter: UInt8(ascii: ",")))
  }

  /// The same without a column of time: rows are as old as their arrival.
  static func bareTimelessLayout(columns: Int) -> ColumnLayout? {
    guard var layout = bareLayout(columns: columns + 1) else { return nil }
    layout.columns.removeFirst()
    layout.clock = .arrival
    return layout
  }

  /// The header of such lines; nil where their number of columns is another.
  static func bareHeader(columns: Int, delimiter: UInt8) -> String? {
    guard let layout = bareLayout(columns: columns) else { return nil }
    return example.split(separator: ",").prefix(layout.columns.count)
      .joined(separator: String(UnicodeScalar(delimiter)))
  }

  /// Blank for a temperature, `T [C]`, which is no time.
  private static func name(_ field: HeaderField) -> String {
    let name = field.text.prefix { $0 != "[" && $0 != "(" }.trimmed().lowercased()
    return name == "t" && field.unit.map(MotionUnit.isNotOfTime) == true ? "" : name
  }

  private static func require(_ names: [String], of table: MotionTable) throws(InputError) {
    for name in ["t"] + force + rotation where names.count(where: { $0 == name }) > 1 {
      throw table.badColumns("column '\(name)' twice")
    }
    let needed = force + (rotation.contains(where: names.contains) ? rotation : [])
    let missing = needed.filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw table.badColumns("no column \(missing.joined(separator: ", "))")
    }
    guard let time = zip(table.fields, names).first(where: { $1 == "t" })?.0 else { return }
    if let unit = time.unit, MotionUnit.time(unit) == nil {
      throw table.badColumns("column 't' in the unknown unit '\(unit)'")
    }
  }
}
