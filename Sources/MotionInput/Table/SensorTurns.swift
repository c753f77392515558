import MotionCore

/// Rows of several sensors that stand in turn in one table: a column says which sensor each is of.
struct SensorTurns: Equatable {
  /// Where the name of the sensor stands.
  var column: Int
  /// How the rows of each sensor that is needed are read, by its name.
  var layouts: [String: ColumnLayout]
  var shape: TableShape
}

/// Turns lines of such a table into rows, each with what its own sensor measured.
struct SensorTurnsParser {
  private let turns: SensorTurns
  private var parsers: [String: RowParser]

  init(_ turns: SensorTurns) {
    self.turns = turns
    parsers = turns.layouts.mapValues(RowParser.init)
  }

  /// The row on this line; nil where it is of a sensor that is not needed.
  ///
  /// - Throws: `BadRow` where it has no name of a sensor, or cannot be read.
  mutating func parse(_ line: Span<UInt8>, number: Int) throws(BadRow) -> Row? {
    let fields = turns.shape.fields(line.text)
    guard fields.indices.contains(turns.column) else { throw BadRow(.fieldCount) }
    return try parsers[fields[turns.column]]?.parse(line, number: number)
  }
}

/// The sensors whose rows stand in turn, and how each is read.
struct SensorTurnsPicker {
  let table: MotionTable
  let column: Int
  let options: ReadingOptions

  /// How the table is read.
  ///
  /// - Throws: `InputError` where it leaves open which sensors there are, or what they measured.
  func pick() throws(InputError) -> (turns: SensorTurns, picked: PickedColumns) {
    guard let wanted, let axes else { throw refusal }
    let names = [wanted.force] + (wanted.rotation.map { [$0] } ?? [])
    let time = try self.time(of: wanted.force)
    var turns = SensorTurns(column: column, layouts: [:], shape: table.shape)
    var all: PickedColumns?
    for (name, quantity) in zip(names, [MotionVocabulary.Quantity.force, .rotation]) {
      let hints = ColumnHints(
        meaning: { axes.contains($0.text) ? quantity : nil }, time: time)
      var picker = ColumnPicker(table.rows(of: name, in: column), hints: hints, options: options)
      guard let picked = try picker.pick() else { throw refusal }
      turns.layouts[name] = picked.layout
      all?.join(picked)
      all = all ?? picked
    }
    guard var picked = all, turns.layouts.values.allSatisfy({ $0.clock == .columns }) else {
      throw refusal
    }
    picked.decisions.append(
      "the rows of \(names.map { "'\($0)'" }.joined(separator: " and ")) stand in turn, as the "
        + "column '\(table.fields[column].text)' says")
    return (turns, picked)
  }

  private var refusal: InputError {
    table.unusable(
      "the rows of several sensors stand in turn, as the column '\(table.fields[column].text)' "
        + "says; export each sensor to a file of its own, or keep the rows of one accelerometer")
  }

  /// The names of the three axes that the sensors share; nil where there are others beside them, or
  /// a unit that cannot be that of all.
  private var axes: Set<String>? {
    let fields = table.fields.filter { $0.axis != nil }
    guard fields.count == ColumnLayout.names.count, fields.allSatisfy({ $0.unit == nil }) else {
      return nil
    }
    return Set(fields.map(\.text))
  }

  /// One accelerometer with gravity and at most one gyroscope, among sensors of other kinds; nil
  /// where a name may be anything.
  private var wanted: (force: String, rotation: String?)? {
    var (forces, rotations): ([String], [String]) = ([], [])
    for name in Set(table.texts(column)).sorted() {
      let text = name.lowercased()
      func has(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
      // What is not calibrated is there a second time.
      if has("uncal", "mag", "lin", "grav", "orient", "baro", "press", "light", "temp", "prox") {
        continue
      } else if has("acc"), !has("gyr", "rot") {
        forces.append(name)
      } else if has("gyr"), !has("acc") {
        rotations.append(name)
      } else {
        return nil
      }
    }
    guard forces.count == 1, rotations.count < 2 else { return nil }
    return (forces[0], rotations.first)
  }

  /// The column of time, which all share; nil where several make it up.
  private func time(
    of force: String
  ) throws(InputError) -> (column: Int, form: TimeColumn.Form)? {
    var chooser = TimeChooser(table.rows(of: force, in: column), options: options)
    let columns = try chooser.choose(beside: [])
    return columns.count == 1 ? columns[0] : nil
  }
}

extension MotionTable {
  /// The column that says which sensor each row is of, where there are several.
  var sensorColumn: Int? {
    fields.indices.first { column in
      let values = cells(column)
      let sensors = Set(values)
      guard sensors.count > 1, sensors.allSatisfy({ Double($0) == nil }) else { return false }
      let names = sensors.map { $0.lowercased() }
      return names.contains { $0.contains("acc") }
        && names.contains { name in ["gyr", "rot", "mag"].contains(where: name.contains) }
        && Self.turns(in: values).count * Self.longestTurn > values.count
    } ?? unnamedSensorColumn
  }

  /// What stands in a column, row by row; nothing where a row is too short.
  private func cells(_ column: Int) -> [String] {
    rows.map { $0.indices.contains(column) ? $0[column] : "" }
  }

  /// Where another sensor begins.
  private static func turns(in values: [String]) -> [Int] {
    values.indices.dropFirst().filter { values[$0] != values[$0 - 1] }
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
  private var unnamedSensorColumn: Int? {
    let triples = SensorTriple.all(in: self, hints: ColumnHints())
    let force = triples.first { $0.quantity == .force } ?? triples.first { $0.quantity == .unnamed }
    guard let force else { return nil }
    let vectors = vectors(force.columns)
    return fields.indices.first { column in
      guard fields[column].axis == nil, TimeColumn.named(fields[column]) == nil else {
        return false
      }
      let values = cells(column)
      let sensors = Set(values)
      guard (2...Self.mostSensors).contains(sensors.count) else { return false }
      // Each has its share of the rows: a value that is rare is none.
      let fewest = values.count / (2 * sensors.count)
      let turns = Self.turns(in: values)
      guard turns.count >= Self.fewestTurns, turns.count * Self.longestTurn > values.count,
        sensors.allSatisfy({ sensor in values.count { $0 == sensor } >= fewest })
      else { return false }
      let between = turns.map { (vectors[$0] - vectors[$0 - 1]).length }.filter(\.isFinite)
      let within = sensors.flatMap { sensor in
        let own = values.indices.filter { values[$0] == sensor }.map { vectors[$0] }
        return zip(own.dropFirst(), own).map { ($0 - $1).length }.filter(\.isFinite)
      }
      return Self.mean(between) > Self.sensorRatio * Self.mean(within)
    }
  }

  private static func mean(_ sizes: [Double]) -> Double {
    sizes.reduce(0, +) / Double(max(1, sizes.count))
  }
}
