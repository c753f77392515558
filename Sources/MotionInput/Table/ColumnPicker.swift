import MotionCore

/// The columns that are read, and what decided.
struct PickedColumns {
  var layout: ColumnLayout
  var content: Set<TextPlan.Content>
  /// What was found out and why, for `inspect`.
  var decisions: [String]
  /// What may be otherwise, and what to do then, for everybody.
  var doubts: [String]

  /// Adds what was found out of another sensor of the same table.
  mutating func join(_ other: PickedColumns) {
    content.formUnion(other.content)
    decisions += other.decisions.filter { !decisions.contains($0) }
    doubts += other.doubts.filter { !doubts.contains($0) }
    if other.layout.hasGyroscope { layout.rateUnit = other.layout.rateUnit }
  }
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
  /// What says that of rates.
  var rateUnit = ColumnLayout.RateUnit.named
  /// What columns measure that name an axis and nothing else.
  var unnamed: MotionVocabulary.Quantity?
}

/// Chooses among the columns of a table those that are a worn sensor's: which sensor, in which unit,
/// on which clock.
struct ColumnPicker {
  private let table: MotionTable
  private let hints: ColumnHints
  private let options: ReadingOptions
  private var sensors: SensorChooser
  private var units: UnitChooser
  private var decisions: [String] = []
  private var doubts: [String] = []

  init(_ table: MotionTable, hints: ColumnHints = ColumnHints(), options: ReadingOptions) {
    self.table = table
    self.hints = hints
    self.options = options
    sensors = SensorChooser(table, preferred: hints.preferred)
    units = UnitChooser(table, hints: hints, options: options)
  }

  /// The columns to read; nil where none measures anything that is needed.
  ///
  /// - Throws: `InputError` where the choice or a unit stays open.
  mutating func pick() throws(InputError) -> PickedColumns? {
    let triples =
      options.columns.isEmpty
      ? SensorTriple.all(in: table, hints: hints) : try SensorTriple.named(in: table, by: options)
    var columns = table.fields.map { _ in ColumnLayout.Column.ignored }
    var content: Set<TextPlan.Content> = []
    let force = try sensors.choose(.force, of: triples, beside: nil)
    if let force {
      content.insert(.force)
      let factor = try units.forceFactor(force)
      for axis in ColumnLayout.axes {
        columns[force.columns[axis]] = .specificForce(axis: axis, factor: factor)
      }
    } else {
      try pickParts(of: triples, into: &columns, &content)
    }
    let rotation = try sensors.choose(.rotation, of: triples, beside: force)
    var rateUnit = ColumnLayout.RateUnit.named
    if let rotation {
      content.insert(.rotation)
      noteEmptyGyroscope(rotation)
      let factor: Double
      (factor, rateUnit) = try units.rateFactor(rotation)
      for axis in ColumnLayout.axes {
        columns[rotation.columns[axis]] = .angularRate(axis: axis, factor: factor)
      }
    } else {
      noteUnreadGyroscope(beside: columns)
    }
    guard !content.isEmpty else { return nil }
    let clock = try pickTime(into: &columns, beside: force?.columns ?? [])
    return PickedColumns(
      layout: ColumnLayout(
        columns: columns, shape: table.shape, clock: clock, rateUnit: rateUnit),
      content: content, decisions: sensors.decisions + units.decisions + decisions, doubts: doubts)
  }

  /// Says so where a gyroscope has columns and no values.
  private mutating func noteEmptyGyroscope(_ rotation: SensorTriple) {
    let columns = ColumnLayout.axes.map { rotation.columns[$0] }
    guard !table.rows.isEmpty, columns.allSatisfy({ table.numbers($0).isEmpty }) else { return }
    doubts.append(
      "no gyroscope so far: \(names(columns)) hold no number in the first \(table.rows.count) rows")
  }

  /// Says so where columns look like those of a gyroscope and are not understood.
  private mutating func noteUnreadGyroscope(beside columns: [ColumnLayout.Column]) {
    let unread = table.fields.indices.filter { column in
      columns[column] == .ignored && MotionVocabulary.maybeRotation(table.fields[column])
    }
    guard unread.count >= ColumnLayout.names.count else { return }
    doubts.append(
      "no gyroscope: \(names(unread)) are not read; where they are one, name all "
        + "columns with --columns 't=...,ax=...,ay=...,az=...,gx=...,gy=...,gz=...'")
  }

  private func names(_ columns: [Int]) -> String {
    columns.map { "'\(table.fields[$0].text)'" }.joined(separator: ", ")
  }

  /// Gravity and the acceleration without it, which together are the specific force.
  private mutating func pickParts(
    of triples: [SensorTriple], into columns: inout [ColumnLayout.Column],
    _ content: inout Set<TextPlan.Content>
  ) throws(InputError) {
    let parts = [MotionVocabulary.Quantity.gravity, .linear].compactMap { quantity in
      triples.first { $0.quantity == quantity }
    }
    for part in parts {
      let factor = try units.partFactor(part, beside: parts)
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

  private mutating func pickTime(
    into columns: inout [ColumnLayout.Column], beside axes: [Int]
  ) throws(InputError) -> ColumnLayout.Clock {
    if let rate = options.rateHertz {
      guard rate * GapLimit.seconds >= 1 else {
        throw table.unusable(
          "--rate says that a row came every \(1 / rate) s; over \(GapLimit.seconds) s nothing "
            + "can be measured")
      }
      // A clock that stands is none.
      var chooser = TimeChooser(table, options: options)
      let named = hints.time?.column ?? (try? chooser.choose(beside: axes))?.first?.column
      let times = named.map(table.texts) ?? []
      if let time = named, 2 * Set(times).count > times.count {
        throw table.unusable(
          "--rate is for rows without a time, and the column '\(table.fields[time].text)' holds "
            + "one; leave --rate out")
      }
      decisions.append("\(rate) rows a second, as --rate says")
      return .even(rateHertz: rate)
    }
    if let time = hints.time, options.columns["t"] == nil {
      columns[time.column] = time.form.column
      return hints.clock
    }
    if case .even = hints.clock { return hints.clock }
    var chooser = TimeChooser(table, options: options)
    if options.columns["t"] == nil, chooser.isWithoutTime, let stated = table.statedRate {
      doubts.append(
        "no column of time: \(stated.hertz) rows a second, as line \(stated.line) says; where that "
          + "is not so, say --rate HZ")
      return .even(rateHertz: stated.hertz)
    }
    for (column, form) in try chooser.choose(beside: axes) { columns[column] = form.column }
    decisions += chooser.decisions
    doubts += chooser.doubts
    return .columns
  }
}
