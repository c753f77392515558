import MotionCore

/// Finds the unit of a sensor's columns: what a person says, else the columns, else the format, else
/// the size of gravity.
struct UnitChooser {
  private let table: MotionTable
  private let hints: ColumnHints
  private let options: ReadingOptions
  /// What was found and why, one sentence each.
  private(set) var decisions: [String] = []

  init(_ table: MotionTable, hints: ColumnHints, options: ReadingOptions) {
    self.table = table
    self.hints = hints
    self.options = options
  }

  /// Factor of an accelerometer to m/s^2.
  mutating func forceFactor(_ triple: SensorTriple) throws(InputError) -> Double {
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
  private mutating func factorBySize(_ triple: SensorTriple) throws(InputError) -> Double {
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

  /// Factor of gravity, or of the acceleration without it, to m/s^2.
  func partFactor(_ part: SensorTriple, beside parts: [SensorTriple]) throws(InputError) -> Double {
    let unit = options.accelerationUnit ?? table.fields[part.columns[0]].unit
    if let unit, let factor = MotionUnit.specificForce(unit) { return factor }
    if let factor = hints.forceFactor { return factor }
    guard let gravity = parts.first(where: { $0.quantity == .gravity }),
      let size = RestingSize(table, gravity.columns), let factor = size.factor
    else { return 1 }
    return factor
  }

  /// Factor of a gyroscope to rad/s, and what says so.
  mutating func rateFactor(
    _ triple: SensorTriple
  ) throws(InputError) -> (Double, ColumnLayout.RateUnit) {
    if let unit = options.rotationUnit {
      if let factor = MotionUnit.angularRate(unit) { return (factor, .named) }
      if let counts = Double(unit), counts > 0 { return (Units.radiansPerDegree / counts, .named) }
      throw table.badColumns("--units: rotation in the unknown unit '\(unit)'")
    }
    let hinted = hints.rateFactor.map { ($0, hints.rateUnit) } ?? (1, .open)
    guard let unit = table.fields[triple.columns[0]].unit else { return hinted }
    if let factor = MotionUnit.angularRate(unit) {
      decisions.append("rotation in \(unit), as its columns say")
      return (factor, .named)
    }
    guard Self.isCounts(unit) || MotionUnit.isKnown(unit) || hints.rateFactor != nil else {
      throw table.badColumns(
        "column '\(table.fields[triple.columns[0]].name)' in the unknown unit '\(unit)'")
    }
    return hinted
  }
}
