import MotionCore

/// The project's own recordings: `t [s],ax [m/s^2],...,gx [rad/s],...`, picked by name.
enum CanonicalColumns: TableFormat {
  /// A complete header.
  static let example =
    "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2],gx [rad/s],gy [rad/s],gz [rad/s]"

  /// SI columns in canonical order, for lines without a header.
  static func bareLayout(columns: Int) -> ColumnLayout? {
    let names = ["t", "ax", "ay", "az", "gx", "gy", "gz"]
    guard columns == 4 || columns == names.count else { return nil }
    return ColumnLayout(
      columns: names.prefix(columns).compactMap { Name($0)?.column(unit: nil) },
      delimiter: UInt8(ascii: ","))
  }

  /// The header of such lines; nil where their number of columns is another.
  static func bareHeader(like row: TableHeader) -> String? {
    guard let layout = bareLayout(columns: row.fields.count) else { return nil }
    return example.split(separator: ",").prefix(layout.columns.count)
      .joined(separator: String(UnicodeScalar(row.delimiter)))
  }

  static func layout(of header: TableHeader) throws(InputError) -> ColumnLayout? {
    var columns: [ColumnLayout.Column] = []
    var seen: [String] = []
    for field in header.fields {
      let (text, unit) = split(field)
      guard let name = Name(text) else {
        columns.append(.ignored)
        continue
      }
      guard !seen.contains(text) else { throw header.badColumns("column '\(text)' twice") }
      guard let column = name.column(unit: unit) else {
        throw header.badColumns("column '\(text)' in the unknown unit '\(unit ?? "")'")
      }
      seen.append(text)
      columns.append(column)
    }
    guard !seen.isEmpty else { return nil }
    try require(seen, of: header)
    return ColumnLayout(columns: columns, delimiter: header.delimiter)
  }

  private static func require(_ seen: [String], of header: TableHeader) throws(InputError) {
    let gyroscope = ["gx", "gy", "gz"]
    let needed =
      ["t", "ax", "ay", "az"] + (gyroscope.contains(where: seen.contains) ? gyroscope : [])
    let missing = needed.filter { !seen.contains($0) }
    guard missing.isEmpty else {
      throw header.badColumns("no column \(missing.joined(separator: ", "))")
    }
  }

  /// `ax [m/s^2]` into its name and its unit.
  private static func split(_ field: String) -> (name: String, unit: String?) {
    guard let open = field.firstIndex(of: "["), field.last == "]" else {
      return (field.lowercased(), nil)
    }
    let unit = field[field.index(after: open)...].dropLast()
    return (field[..<open].trimmed().lowercased(), unit.trimmed())
  }

  /// A column's name: `t`, or quantity and axis.
  private enum Name {
    case time
    case force(axis: Int)
    case rate(axis: Int)

    init?(_ text: String) {
      guard text != "t" else {
        self = .time
        return
      }
      guard text.count == 2, let last = text.last,
        let axis = ColumnLayout.names.firstIndex(of: String(last))
      else { return nil }
      switch text.first {
      case "a": self = .force(axis: axis)
      case "g": self = .rate(axis: axis)
      default: return nil
      }
    }

    /// The column for this name and unit (SI where none is named); nil for an unknown unit.
    func column(unit: String?) -> ColumnLayout.Column? {
      switch self {
      case .time:
        TimeUnit(rawValue: unit ?? "s").map { .time($0) }
      case .force(let axis):
        MotionUnit.specificForce(unit).map { .specificForce(axis: axis, factor: $0) }
      case .rate(let axis):
        MotionUnit.angularRate(unit).map { .angularRate(axis: axis, factor: $0) }
      }
    }
  }
}

/// Units that headers name, as factors to SI.
enum MotionUnit {
  /// Factor to m/s^2; nil for an unknown unit.
  static func specificForce(_ unit: String?) -> Double? {
    switch unit {
    case nil, "m/s^2", "m/s2", "m/s²": 1
    case "g", "G": Units.standardGravity
    default: nil
    }
  }

  /// Factor to rad/s; nil for an unknown unit.
  static func angularRate(_ unit: String?) -> Double? {
    switch unit {
    case nil, "rad/s": 1
    case "deg/s", "°/s", "dps": Units.radiansPerDegree
    default: nil
    }
  }
}
