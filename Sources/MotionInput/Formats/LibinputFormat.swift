/// Recordings of `libinput record` (Linux): YAML with a motion sensor of a game controller.
enum LibinputFormat: RecordingFormat {
  static let title = "libinput record"
  static let export = [
    "libinput record /dev/input/eventN > session.yml",
    "N of the node whose name ends in 'Motion Sensors' or 'IMU'",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    let lines = head.lines
    guard lines.contains(where: { $0.text.hasPrefix("ndevices:") || $0.text == "libinput:" }),
      lines.contains(where: { $0.text.trimmed() == "absinfo:" || $0.text.contains("evdev:") })
    else { return nil }
    var resolutions: [UInt16: Double] = [:]
    var name: String?
    for line in lines.map({ $0.text.trimmed() }) {
      if name == nil, line.hasPrefix("name:") {
        name = line.dropFirst(5).trimmed { " \"'".contains($0) }
      }
      // `0: [-32768, 32767, 16, 0, 8192]`: minimum, maximum, fuzz, flat, resolution.
      guard let match = line.firstMatch(of: /^(\d+): \[([-\d, ]+)\]/), let code = UInt16(match.1)
      else { continue }
      let numbers = match.2.split(separator: ",").compactMap { Double($0.trimmed()) }
      if numbers.count == 5, resolutions[code] == nil { resolutions[code] = numbers[4] }
    }
    guard let axes = SensorAxes(resolutions: resolutions) else {
      throw .unusableColumns(
        path: head.path, line: 1,
        reason: "'\(name ?? "")' is no motion sensor: no axis states how many units are 1 g; "
          + "record the node whose name ends in 'Motion Sensors' or 'IMU'")
    }
    return TextPlan(
      format: title, body: .events(EventRecords(.libinput, axes: axes)),
      firstRow: lines.first { $0.text.trimmed() == "events:" }?.number ?? 1,
      content: axes.rateCode == nil ? [.force] : [.force, .rotation],
      decisions: ["\(axes.unitsPerG) units to 1 g, as the device states"], device: name)
  }
}
