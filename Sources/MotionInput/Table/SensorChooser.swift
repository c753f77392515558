/// Chooses among the sensors of a table the one that is measured from.
struct SensorChooser {
  private let table: MotionTable
  /// Of several, those whose columns contain one of these words come first.
  private let preferred: [String]
  /// What was chosen and why, one sentence each.
  private(set) var decisions: [String] = []

  init(_ table: MotionTable, preferred: [String]) {
    self.table = table
    self.preferred = preferred
  }

  /// The sensor of this quantity; nil where there is none.
  ///
  /// - Parameter force: the accelerometer that was chosen, beside which a gyroscope stands.
  /// - Throws: `InputError` where several accelerometers stand side by side, or what they read was
  ///   turned into the frame of the earth.
  mutating func choose(
    _ quantity: MotionVocabulary.Quantity, of triples: [SensorTriple], beside force: SensorTriple?
  ) throws(InputError) -> SensorTriple? {
    var candidates = triples.filter { $0.quantity == quantity }
    let worn = candidates.filter { !$0.isOfEarth }
    if quantity == .force, worn.isEmpty, let turned = candidates.first {
      throw table.unusable(
        "'\(table.fields[turned.columns[0]].text)' is turned into the frame of the earth, in which "
          + "no tilt is left to measure; export the acceleration as the sensor's own axes read it")
    }
    candidates = worn
    if candidates.isEmpty, quantity == .force { candidates = try unnamed(of: triples) }
    guard candidates.count > 1 else { return candidates.first }
    for word in preferred {
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
  private mutating func unnamed(of triples: [SensorTriple]) throws(InputError) -> [SensorTriple] {
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

  private func ambiguous(_ candidates: [SensorTriple]) -> InputError {
    let names = candidates.map { triple in "'\(table.fields[triple.columns[0]].text)' and so on" }
    let first = candidates[0].columns.map { table.fields[$0].text }
    let choice = zip(["ax", "ay", "az"], first).map { "\($0)=\($1)" }.joined(separator: ",")
    return table.unusable(
      "\(candidates.count) accelerometers stand side by side, \(names.joined(separator: ", ")); "
        + "choose one: --columns '\(choice)'")
  }
}
