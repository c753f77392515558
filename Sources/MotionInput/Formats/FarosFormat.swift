import MotionCore

/// Bittium Faros: `X,Y,Z` in mg; the rate stands in `meta.json` beside the file.
enum FarosFormat: RecordingFormat {
  static let title = "Faros"
  static let export = [
    "export accelerometer and meta data as CSV and JSON",
    "give the folder, so that meta.json is beside the CSV",
  ]

  private static let rates = 5.0...1000.0

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), table.fields.map(\.text) == ["X", "Y", "Z"],
      let text = head.neighbour("meta.json") ?? head.neighbour(".json"),
      let rate = rate(in: text)
    else { return nil }
    let hints = ColumnHints(
      clock: .even(rateHertz: rate), forceFactor: Units.standardGravity / 1000, unnamed: .force)
    var picker = ColumnPicker(table, hints: hints, options: options)
    guard var plan = try picker.pick().map({ plan(of: table, $0) }) else { return nil }
    plan.decisions.append("\(rate) rows a second, as meta.json says; in mg")
    return plan
  }

  /// The rate of the accelerometer, under whatever key: the last one before a number that can be
  /// one.
  private static func rate(in json: String) -> Double? {
    let pairs = json.matches(of: /"([A-Za-z_ ()]+)"\s*:\s*"?([0-9.]+)/).compactMap { match in
      Double(match.2).map { (key: match.1.lowercased(), value: $0) }
    }
    let named = pairs.filter { pair in
      ["rate", "freq", "hz", "sampling"].contains { pair.key.contains($0) } || pair.key == "fs"
    }.filter { rates.contains($0.value) }
    return (named.first { $0.key.contains("acc") } ?? named.first)?.value
  }
}
