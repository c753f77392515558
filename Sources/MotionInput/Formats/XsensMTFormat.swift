/// Xsens MT Manager and MTw: `// Key: value` lines, then tabs; most columns of time are empty, so
/// that it comes from the counter of packets and the rate.
enum XsensMTFormat: RecordingFormat {
  static let title = "Xsens MT Manager"
  static let export = [
    "File, Export as TXT with calibrated acceleration (Acc) and rate of turn (Gyr)",
    "keep the lines at the top, which hold the rate",
  ]

  /// The counter has 16 bits.
  private static let modulus = 65_536.0

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard head.lines.first?.text.hasPrefix("//") == true, let table = try head.table.get(),
      let counter = table.column(named: "PacketCounter")
    else { return nil }
    let rate = head.lines.lazy.compactMap {
      $0.text.firstMatch(of: /Update Rate:\s*([0-9.]+)\s*Hz/).flatMap { Double($0.1) }
    }.first
    guard let rate else {
      throw table.unusable(
        "no line '// Update Rate:' says how many rows a second there are; "
          + "say --rate HZ")
    }
    let hints = ColumnHints(
      time: (counter, .number(.seconds)), clock: .counter(rateHertz: rate, modulus: modulus),
      forceFactor: 1)
    var picker = ColumnPicker(table, hints: hints, options: options)
    guard let picked = try picker.pick() else {
      throw table.unusable("no acceleration in this export; export Acc with gravity")
    }
    var plan = plan(of: table, picked)
    plan.decisions.append("\(rate) rows a second, as its lines at the top say")
    return plan
  }
}
