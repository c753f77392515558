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
    let device = Device(head.lines[start...])
    guard device.isMotionSensor, let axes = SensorAxes(resolutions: device.resolutions) else {
      throw .unusableColumns(
        path: head.path, line: head.lines[start].number,
        reason: "'\(device.name ?? "")' is no motion sensor that states how many units are 1 g; "
          + "record the node whose name ends in 'Motion Sensors' or 'IMU'")
    }
    let first = head.lines.first { $0.text.hasPrefix(EventRecords.evtestPrefix) }
    return TextPlan(
      format: title,
      body: .events(EventRecords(.evtest, axes: axes, values: device.values(of: axes))),
      firstRow: first?.number ?? 1,
      content: axes.rateCode == nil ? [.force] : [.force, .rotation],
      decisions: ["\(axes.unitsPerG) units to 1 g, as the device states"], device: device.name)
  }

  /// What is told of the device before its events.
  private struct Device {
    private(set) var name: String?
    /// Units to 1 g or 1 deg/s of an axis, by its code.
    private(set) var resolutions: [UInt16: Double] = [:]
    /// Where an axis stood before the first event: one that does not move has none.
    private var values: [UInt16: Int32] = [:]
    /// False where the kernel says what it is, and that is something else.
    private(set) var isMotionSensor = true

    init(_ lines: ArraySlice<TextHead.Line>) {
      var axis: UInt16?
      for line in lines.prefix(while: { !$0.text.hasPrefix(EventRecords.evtestPrefix) }) {
        let words = line.text.split { " \"".contains($0) }
        switch words.first {
        case "Input" where line.text.hasPrefix("Input device name:"):
          name = line.text.split(separator: "\"").last.map(String.init)
        case "Properties:": isMotionSensor = false
        case "Property" where words.last == "(INPUT_PROP_ACCELEROMETER)": isMotionSensor = true
        case "Event" where words.count >= 4:
          axis = words[3].hasPrefix("(ABS_") ? UInt16(words[2]) : nil
        case "Value" where words.count == 2: if let axis { values[axis] = Int32(words[1]) }
        case "Resolution" where words.count == 2:
          if let axis { resolutions[axis] = Double(words[1]) }
        default: break
        }
      }
    }

    func values(of axes: SensorAxes) -> [Int32] {
      var slots = [Int32](repeating: 0, count: SensorAxes.count)
      for (code, value) in values { if let slot = axes.slot(of: code) { slots[slot] = value } }
      return slots
    }
  }
}
