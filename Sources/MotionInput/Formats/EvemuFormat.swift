import CLibevdev

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
    var device = EventDevice(name: lines.first.map { $0.text.dropFirst(2).trimmed() })
    // The first byte of the properties has a bit for an accelerometer.
    if let properties = lines.first(where: { $0.text.hasPrefix("P:") }),
      let first = properties.text.split(separator: " ").dropFirst().first,
      let bits = UInt8(first, radix: 16)
    {
      device.isMotionSensor = bits >> UInt8(INPUT_PROP_ACCELEROMETER) & 1 == 1
    }
    for line in lines where line.text.hasPrefix("A:") {
      let words = line.text.dropFirst(2).split(separator: " ")
      guard words.count >= 6, let code = UInt16(words[0], radix: 16) else { continue }
      device.resolutions[code] = Double(words[5])
    }
    return try device.plan(
      title, .evemu, in: head, firstLine: lines.first?.number ?? 1,
      firstEvent: lines.first { $0.text.hasPrefix("E:") }?.number)
  }
}
