import MotionCore

/// Exports of the app MetaBase (MbientLab sensors): one file for each of its sensors,
/// `epoch (ms),time (01:00),elapsed (s),x-axis (g),...`. Only the accelerometer's is read.
enum MetaBaseColumns: TableFormat {
  private static let time = "elapsed (s)"

  static func layout(of header: TableHeader) throws(InputError) -> ColumnLayout? {
    guard header.fields.contains(time), header.fields.contains(where: { $0.hasPrefix("x-axis (") })
    else { return nil }
    let columns = header.fields.map(column)
    guard
      ColumnLayout.axes.allSatisfy({
        columns.contains(.specificForce(axis: $0, factor: Units.standardGravity))
      })
    else {
      throw header.unusable(
        """
        this MetaBase file holds no acceleration; take the one whose name has '_Accelerometer_' \
        (its gyroscope file cannot be used by itself)
        """)
    }
    return ColumnLayout(columns: columns, delimiter: header.delimiter)
  }

  private static func column(_ name: String) -> ColumnLayout.Column {
    if name == time { return .time(.seconds) }
    for axis in ColumnLayout.axes where name == "\(ColumnLayout.names[axis])-axis (g)" {
      return .specificForce(axis: axis, factor: Units.standardGravity)
    }
    return .ignored
  }
}
