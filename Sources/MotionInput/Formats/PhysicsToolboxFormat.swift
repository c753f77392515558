/// Physics Toolbox Sensor Suite: several sensors (`gF` is acceleration in g, `ax` is without
/// gravity, `w` in rad/s), or one.
enum PhysicsToolboxFormat: RecordingFormat {
  static let title = "Physics Toolbox"
  static let export = [
    "Multi Record with G-Force Meter and Gyroscope, or G-Force Meter alone",
    "stop, name it, share the CSV",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), table.column(named: "time") != nil else { return nil }
    let names = table.fields.map { $0.text.lowercased() }
    let isMulti = names.contains("gfx")
    let isLinear =
      names.contains { $0.hasPrefix("at (") } && names.contains { $0.hasPrefix("ax (") }
    let isGyroscope = names.contains { $0.hasPrefix("wx (") }
    guard isMulti || isLinear || isGyroscope else { return nil }
    var hints = ColumnHints(rateFactor: 1)
    hints.meaning = { field in
      let name = field.text.lowercased()
      if name.hasPrefix("gf") { return .force }
      guard ["ax", "ay", "az"].contains(where: name.hasPrefix) else { return nil }
      return isMulti ? .linear : linearOrForce(table)
    }
    if isMulti { hints.forceFactor = MotionUnit.specificForce("g") }
    var picker = ColumnPicker(table, hints: hints, options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }

  /// The same columns come from its linear accelerometer and from an accelerometer.
  private static func linearOrForce(_ table: MotionTable) -> MotionVocabulary.Quantity {
    let columns = table.fields.indices.filter { table.fields[$0].axis != nil }
    let size = RestingSize(table, Array(columns.prefix(ColumnLayout.names.count)))
    return size?.factor == nil ? .linear : .force
  }
}
