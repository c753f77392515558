/// What `evtest` prints (Linux): a motion sensor of a game controller.
enum EvtestFormat: RecordingFormat {
  static let title = "evtest"
  static let export = [
    "evtest /dev/input/eventN > session.txt",
    "N of the node whose name ends in 'Motion Sensors' or 'IMU'",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    // Where no node was named, a list of all and a question stand before what is told of one.
    guard
      let start = head.lines.firstIndex(where: { $0.text.hasPrefix("Input driver version is") })
    else { return nil }
    return try device(head.lines[start...]).plan(
      title, .evtest, in: head, firstLine: head.lines[start].number,
      firstEvent: head.lines.first { $0.text.hasPrefix(EventRecords.evtestPrefix) }?.number)
  }

  /// What is told of the device before its events.
  private static func device(_ lines: ArraySlice<TextHead.Line>) -> EventDevice {
    var device = EventDevice()
    var axis: UInt16?
    for line in lines.prefix(while: { !$0.text.hasPrefix(EventRecords.evtestPrefix) }) {
      let words = line.text.split { " \"".contains($0) }
      switch words.first {
      case "Input" where line.text.hasPrefix("Input device name:"):
        device.name = line.text.split(separator: "\"").last.map(String.init)
      case "Properties:": device.isMotionSensor = false
      case "Property" where words.last == "(INPUT_PROP_ACCELEROMETER)":
        device.isMotionSensor = true
      case "Event" where words.count >= 4:
        axis = words[3].hasPrefix("(ABS_") ? UInt16(words[2]) : nil
      case "Value" where words.count == 2: if let axis { device.values[axis] = Int32(words[1]) }
      case "Resolution" where words.count == 2:
        if let axis { device.resolutions[axis] = Double(words[1]) }
      default: break
      }
    }
    return device
  }
}
