import MotionCore

/// The columns that are read, and what decided.
struct PickedColumns {
  var layout: ColumnLayout
  var content: Set<TextPlan.Content>
  var decisions: [String]
}

/// What a format knows of its tables beyond the names of their columns.
struct ColumnHints {
  /// What a column measures, where its name misleads.
  var meaning: (HeaderField) -> MotionVocabulary.Quantity? = { _ in nil }
  /// Of several sensors in one table, those whose columns contain one of these words come first.
  var preferred: [String] = []
  /// The column of time and what it holds.
  var time: (column: Int, form: TimeColumn.Form)?
  var clock = ColumnLayout.Clock.columns
  /// Factors to SI where the names give no unit.
  var forceFactor: Double?
  var rateFactor: Double?
  /// What columns measure that name an axis and nothing else.
  var unnamed: MotionVocabulary.Quantity?
}

/// Chooses among the columns of a table those that are a worn sensor's.
struct ColumnPicker {
  private let table: MotionTable
  private let hints: ColumnHints
  private let options: ReadingOptions
  private var decisions: [String] = []

  /// Three columns that belong together.
  struct Triple {
    var quantity: MotionVocabulary.Quantity
    /// What their names have in common.
    var name: String
    var sensor: String
    var columns: [Int]
  }

  init(_ table: MotionTable, hints: ColumnHints = ColumnHints(), options: ReadingOptions) {
    self.table = table
    self.hints = hints
    self.options = options
  }

  /// The columns to read; nil where none measures anything that is needed.
  ///
  /// - Throws: `InputError` where the choice or a unit stays open.
  mutating func pick() throws(InputError) -> PickedColumns? {
    let triples = options.columns.isEmpty ? self.triples : try named()
    var columns = table.fields.map { _ in ColumnLayout.Column.ignored }
    var content: Set<TextPlan.Content> = []
    let force = try choose(.force, of: triples, beside: nil)
    if let force {
      content.insert(.force)
      let factor = try forceFactor(force)
      for axis in ColumnLayout.axes {
        columns[force.columns[axis]] = .specificForce(axis: axis, factor: factor)
      }
    } else {
      try pickParts(of: triples, into: &columns, &content)
    }
    let rotation = try choose(.rotation, of: triples, beside: force)
    var isRateUnitKnown = true
    if let rotation {
      content.insert(.rotation)
      let factor = try rateFactor(rotation)
      isRateUnitKnown = factor != nil
      for axis in ColumnLayout.axes {
        columns[rotation.columns[axis]] = .angularRate(axis: axis, factor: factor ?? 1)
      }
    }
    guard !content.isEmpty else { return nil }
    let clock = try pickTime(into: &columns)
    return PickedColumns(
      layout: ColumnLayout(
        columns: columns, shape: table.shape, clock: clock, isRateUnitKnown: isRateUnitKnown),
      content: content, decisions: decisions)
  }

  /// Every three columns that differ by their axis only.
  var triples: [Triple] {
    var found: [Triple] = []
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
        found.append(Triple(quantity: quantity, name: name, sensor: sensor, columns: []))
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
}

// MARK: - Which sensor

extension ColumnPicker {
  private mutating func choose(
    _ quantity: MotionVocabulary.Quantity, of triples: [Triple], beside force: Triple?
  ) throws(InputError) -> Triple? {
    var candidates = triples.filter { $0.quantity == quantity }
    if candidates.isEmpty, quantity == .force { candidates = try unnamed(of: triples) }
    guard candidates.count > 1 else { return candidates.first }
    for word in hints.preferred {
      if let preferred = candidates.first(where: { $0.name.contains(word) }) {
        decisions.append(
          "of \(candidates.count) sensors for the \(Self.noun(quantity)), '\(preferred.name)'")
        return preferred
      }
    }
    if let force {
      let beside = candidates.filter { $0.sensor == force.sensor }
      if beside.count == 1 { return beside[0] }
      if Set(candidates.map(\.sensor)).count == 1 { return candidates[0] }
    }
    // A raw and a calibrated form of one sensor, or the same one twice.
    let calibrated = candidates.filter { $0.name.contains("cal") && !$0.name.contains("uncal") }
    if calibrated.count == 1 { return calibrated[0] }
    if Set(candidates.map(\.sensor)).count == 1 { return candidates[0] }
    guard quantity == .force else {
      decisions.append("several gyroscopes and none is named as the accelerometer: none is used")
      return nil
    }
    throw ambiguous(candidates)
  }

  /// `x,y,z` and nothing more: acceleration, where it has its size at rest.
  private mutating func unnamed(of triples: [Triple]) throws(InputError) -> [Triple] {
    guard !triples.contains(where: { [.linear, .gravity].contains($0.quantity) }) else { return [] }
    let candidates = triples.filter { $0.quantity == .unnamed }
    guard candidates.count == 1, let size = RestingSize(table, candidates[0].columns),
      size.factor != nil
    else { return [] }
    decisions.append(
      "nothing says what x, y and z are; their size, \(size.text), is that of acceleration")
    return candidates
  }

  private static func noun(_ quantity: MotionVocabulary.Quantity) -> String {
    quantity == .rotation ? "gyroscope" : "accelerometer"
  }

  private func ambiguous(_ candidates: [Triple]) -> InputError {
    let names = candidates.map { triple in "'\(table.fields[triple.columns[0]].text)' and so on" }
    let first = candidates[0].columns.map { table.fields[$0].text }
    let choice = zip(["ax", "ay", "az"], first).map { "\($0)=\($1)" }.joined(separator: ",")
    return table.unusable(
      "\(candidates.count) accelerometers stand side by side, \(names.joined(separator: ", ")); "
        + "choose one: --columns '\(choice)'")
  }

  /// Gravity and the acceleration without it, which together are the specific force.
  private mutating func pickParts(
    of triples: [Triple], into columns: inout [ColumnLayout.Column],
    _ content: inout Set<TextPlan.Content>
  ) throws(InputError) {
    let parts = [MotionVocabulary.Quantity.gravity, .linear].compactMap { quantity in
      triples.first { $0.quantity == quantity }
    }
    for part in parts {
      let factor = try partFactor(part, beside: parts)
      for axis in ColumnLayout.axes {
        columns[part.columns[axis]] = .specificForce(axis: axis, factor: factor)
      }
    }
    if parts.count == 2 {
      content.insert(.force)
      decisions.append("gravity and the acceleration without it were added")
    } else if let part = parts.first {
      content.insert(part.quantity == .gravity ? .gravity : .linear)
    }
  }

  /// The columns that `--columns` names.
  private func named() throws(InputError) -> [Triple] {
    var columns: [String: Int] = [:]
    for (name, text) in options.columns {
      let number = Int(text).flatMap { table.fields.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard let column = table.column(named: text) ?? number else {
        throw table.badColumns("--columns: no column '\(text)'")
      }
      columns[name] = column
    }
    func triple(_ letter: String, _ quantity: MotionVocabulary.Quantity) -> Triple? {
      let places = ColumnLayout.names.compactMap { columns[letter + $0] }
      guard places.count == ColumnLayout.names.count else { return nil }
      return Triple(quantity: quantity, name: letter, sensor: "", columns: places)
    }
    guard let force = triple("a", .force) else {
      throw table.badColumns("--columns must name ax, ay and az")
    }
    return [force] + (triple("g", .rotation).map { [$0] } ?? [])
  }
}

// MARK: - Units

extension ColumnPicker {
  private mutating func forceFactor(_ triple: Triple) throws(InputError) -> Double {
    if let unit = options.accelerationUnit {
      if let factor = MotionUnit.specificForce(unit) { return factor }
      if let counts = Double(unit), counts > 0 { return Units.standardGravity / counts }
      throw table.badColumns("--units: the acceleration in the unknown unit '\(unit)'")
    }
    if let unit = table.fields[triple.columns[0]].unit, !Self.isCounts(unit) {
      if let factor = MotionUnit.specificForce(unit) {
        decisions.append("acceleration in \(unit), as its columns say")
        return factor
      }
      guard MotionUnit.isKnown(unit) || hints.forceFactor != nil else {
        throw table.badColumns(
          "column '\(table.fields[triple.columns[0]].name)' in the unknown unit '\(unit)'")
      }
    }
    if let factor = hints.forceFactor { return factor }
    return try factorBySize(triple)
  }

  private static func isCounts(_ unit: String) -> Bool {
    ["counts", "count", "lsb", "raw", "adc", "digits"].contains(unit.lowercased())
  }

  /// No unit is named: what a sensor at rest reads says which it is.
  private mutating func factorBySize(_ triple: Triple) throws(InputError) -> Double {
    // Too few rows, or none: as the canonical form has it.
    guard let size = RestingSize(table, triple.columns) else { return 1 }
    guard let factor = size.factor else {
      // Too small for gravity: what that means is said where the whole recording is known.
      guard size.median > Units.standardGravity else { return 1 }
      throw table.unusable(
        "the acceleration has no unit and is about \(size.text) in size, which is no unit's "
          + "gravity; say --units acceleration=g (or m/s^2, mg, or the counts of 1 g such as 16384)"
      )
    }
    decisions.append("acceleration in \(size.unit): its size is \(size.text)")
    return factor
  }

  private func partFactor(_ part: Triple, beside parts: [Triple]) throws(InputError) -> Double {
    let unit = options.accelerationUnit ?? table.fields[part.columns[0]].unit
    if let unit, let factor = MotionUnit.specificForce(unit) { return factor }
    if let factor = hints.forceFactor { return factor }
    guard let gravity = parts.first(where: { $0.quantity == .gravity }),
      let size = RestingSize(table, gravity.columns), let factor = size.factor
    else { return 1 }
    return factor
  }

  /// Nil where nothing says it.
  private mutating func rateFactor(_ triple: Triple) throws(InputError) -> Double? {
    if let unit = options.rotationUnit {
      guard let factor = MotionUnit.angularRate(unit) else {
        throw table.badColumns("--units: rotation in the unknown unit '\(unit)'")
      }
      return factor
    }
    guard let unit = table.fields[triple.columns[0]].unit else { return hints.rateFactor }
    if let factor = MotionUnit.angularRate(unit) {
      decisions.append("rotation in \(unit), as its columns say")
      return factor
    }
    guard Self.isCounts(unit) || MotionUnit.isKnown(unit) || hints.rateFactor != nil else {
      throw table.badColumns(
        "column '\(table.fields[triple.columns[0]].name)' in the unknown unit '\(unit)'")
    }
    return hints.rateFactor
  }
}

// MARK: - Time

extension ColumnPicker {
  private mutating func pickTime(
    into columns: inout [ColumnLayout.Column]
  ) throws(InputError) -> ColumnLayout.Clock {
    if let rate = options.rateHertz {
      decisions.append("\(rate) rows a second, as --rate says")
      return .even(rateHertz: rate)
    }
    if let time = hints.time, options.columns["t"] == nil {
      columns[time.column] = Self.column(time.form)
      return hints.clock
    }
    if case .even = hints.clock { return hints.clock }
    var chooser = TimeChooser(table, options: options)
    for (column, form) in try chooser.choose() { columns[column] = Self.column(form) }
    decisions += chooser.decisions
    return .columns
  }

  private static func column(_ form: TimeColumn.Form) -> ColumnLayout.Column {
    switch form {
    case .number(let unit): .time(unit)
    case .text: .timeText
    }
  }
}
