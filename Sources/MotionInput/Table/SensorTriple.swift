/// Three columns of a table that belong together: the axes of one sensor.
struct SensorTriple {
  var quantity: MotionVocabulary.Quantity
  /// What their names have in common.
  var name: String
  var sensor: String
  var columns: [Int]
  /// True where its names say that it is given along the axes of the earth, and nobody else says what
  /// it is.
  var isOfEarth = false

  /// Every three columns of a table that differ by their axis only.
  static func all(in table: MotionTable, hints: ColumnHints) -> [SensorTriple] {
    var found: [SensorTriple] = []
    var axes: [[Int?]] = []
    for (column, field) in table.fields.enumerated() {
      guard let axis = field.axis else { continue }
      var (quantity, sensor) = MotionVocabulary.meaning(of: field)
      quantity = hints.meaning(field) ?? quantity
      if quantity == .unnamed { quantity = hints.unnamed ?? quantity }
      guard quantity != .other else { continue }
      let name = field.words.joined(separator: " ")
      let place = found.firstIndex { place in
        place.name == name && place.quantity == quantity
          && axes[found.firstIndex { $0.name == place.name && $0.quantity == quantity } ?? 0][axis]
            == nil
      }
      if let place {
        axes[place][axis] = column
      } else {
        found.append(
          SensorTriple(
            quantity: quantity, name: name, sensor: sensor, columns: [],
            isOfEarth: MotionVocabulary.isOfEarth(field)))
        axes.append([nil, nil, nil])
        axes[axes.count - 1][axis] = column
      }
    }
    return zip(found, axes).compactMap { triple, columns in
      let whole = columns.compactMap(\.self)
      guard whole.count == ColumnLayout.names.count else { return nil }
      var triple = triple
      triple.columns = whole
      return triple
    }
  }

  /// The columns that `--columns` names.
  static func named(
    in table: MotionTable, by options: ReadingOptions
  ) throws(InputError) -> [SensorTriple] {
    var columns: [String: Int] = [:]
    for (name, text) in options.columns.sorted(by: { $0.key < $1.key }) {
      let number = Int(text).flatMap { table.fields.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard let column = table.column(named: text) ?? number else {
        throw table.badColumns("--columns: no column '\(text)'")
      }
      if let other = columns.first(where: { $0.value == column })?.key {
        throw table.badColumns(
          "--columns: '\(text)' is both \(min(name, other)) and \(max(name, other))")
      }
      columns[name] = column
    }
    func triple(_ letter: String, _ quantity: MotionVocabulary.Quantity) -> SensorTriple? {
      let places = ColumnLayout.names.compactMap { columns[letter + $0] }
      guard places.count == ColumnLayout.names.count else { return nil }
      return SensorTriple(quantity: quantity, name: letter, sensor: "", columns: places)
    }
    guard let force = triple("a", .force) else {
      throw table.badColumns("--columns must name ax, ay and az")
    }
    return [force] + (triple("g", .rotation).map { [$0] } ?? [])
  }
}
