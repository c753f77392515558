/// Recordings of `evemu-record` (Linux): a motion sensor of a game controller.
enum EvemuFormat: RecordingFormat {
  static let title = "evemu"
  static let export = [
    "evemu-record /dev/input/eventN > session.evemu",
    "N of the node whose name ends in 'Motion Sensors' or 'IMU'",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    let lines = head.lines.filter { !$0.text.hasPrefix("#") }
    guard lines.first?.text.hasPrefix("N:") == true,
      lines.contains(where: { $0.text.hasPrefix("I:") })
    else { return nil }
    var resolutions: [UInt16: Double] = [:]
    for line in lines where line.text.hasPrefix("A:") {
      let words = line.text.dropFirst(2).split(separator: " ")
      guard words.count >= 6, let code = UInt16(words[0], radix: 16) else { continue }
      resolutions[code] = Double(words[5])
    }
    let name = lines.first.map { $0.text.dropFirst(2).trimmed() }
    guard let axes = SensorAxes(resolutions: resolutions) else {
      throw .unusableColumns(
        path: head.path, line: lines.first?.number ?? 1,
        reason: "'\(name ?? "")' is no motion sensor: no axis states how many units are 1 g; "
          + "record the node whose name ends in 'Motion Sensors' or 'IMU'")
    }
    return TextPlan(
      format: title, body: .events(EventRecords(.evemu, axes: axes)),
      firstRow: lines.first { $0.text.hasPrefix("E:") }?.number ?? 1,
      content: axes.rateCode == nil ? [.force] : [.force, .rotation],
      decisions: ["\(axes.unitsPerG) units to 1 g, as the device states"], device: name)
  }
}
