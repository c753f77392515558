import CLibevdev

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
    var device = EventDevice()
    var hasProperties = false
    for line in lines.map({ $0.text.trimmed() }) {
      if device.name == nil, line.hasPrefix("name:") {
        device.name = line.dropFirst(5).trimmed { " \"'".contains($0) }
      }
      // Of several devices the first is taken.
      if !hasProperties, let properties = line.firstMatch(of: /^properties: \[([\d, ]*)\]/) {
        hasProperties = true
        device.isMotionSensor = properties.1.split(separator: ",").contains {
          Int32($0.trimmed()) == INPUT_PROP_ACCELEROMETER
        }
      }
      // `0: [-32768, 32767, 16, 0, 8192]`: minimum, maximum, fuzz, flat, resolution.
      guard let match = line.firstMatch(of: /^(\d+): \[([-\d, ]+)\]/), let code = UInt16(match.1),
        device.resolutions[code] == nil
      else { continue }
      let numbers = match.2.split(separator: ",").compactMap { Double($0.trimmed()) }
      if numbers.count == 5 { device.resolutions[code] = numbers[4] }
    }
    return try device.plan(
      title, .libinput, in: head, firstLine: 1,
      firstEvent: lines.first { $0.text.trimmed() == "events:" }?.number)
  }
}
