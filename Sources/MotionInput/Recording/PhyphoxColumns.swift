/// Exports of the app phyphox: `Time (s)`, `Acceleration x (m/s^2)`, ... between commas, semicolons
/// or tabs, as the person chose.
enum PhyphoxColumns: TableFormat {
  private static let time = "Time (s)"

  static func layout(of header: TableHeader) throws(InputError) -> ColumnLayout? {
    guard header.fields.contains(time) else { return nil }
    let columns = header.fields.map(column)
    if header.fields.contains(where: { $0.hasPrefix("Linear Acceleration ") }) {
      throw header.unusable(
        """
        phyphox recorded the linear acceleration, from which gravity is removed: tilt and holds \
        cannot be measured from it; record 'Acceleration (with g)' instead
        """)
    }
    guard ColumnLayout.axes.allSatisfy({ columns.contains(.specificForce(axis: $0, factor: 1)) })
    else {
      throw header.unusable(
        "no acceleration in this phyphox export; record 'Acceleration (with g)' and take its file")
    }
    return ColumnLayout(columns: columns, delimiter: header.delimiter)
  }

  private static func column(_ name: String) -> ColumnLayout.Column {
    if name == time { return .time(.seconds) }
    for axis in ColumnLayout.axes where name == "Acceleration \(ColumnLayout.names[axis]) (m/s^2)" {
      return .specificForce(axis: axis, factor: 1)
    }
    return .ignored
  }
}
