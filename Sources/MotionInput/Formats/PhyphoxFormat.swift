import MotionCore

/// phyphox for Android and iPhone: its stock experiments, and own ones of several sensors.
///
/// On an iPhone accelerometer and linear accelerometer have the same header, and on Android gravity
/// has the accelerometer's; there the name of the file decides, and without it the size at rest.
enum PhyphoxFormat: RecordingFormat {
  static let title = "phyphox"
  static let export = [
    "'Acceleration (with g)', or an own experiment with accelerometer and gyroscope",
    "menu, Export Data, CSV; give the zip as it is",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), table.column(named: "Time (s)") != nil,
      table.fields.count(where: isOwn) >= 3
    else { return nil }
    let name = head.name.lowercased()
    var hints = ColumnHints()
    let plain = plainMeaning(table, name)
    hints.meaning = { field in
      if name.contains("gravity"), field.text.hasPrefix("Acceleration") { return .gravity }
      return isPlain(field) ? plain : nil
    }
    hints.time = table.column(named: "Time (s)").map { ($0, .number(.seconds)) }
    var picker = ColumnPicker(table, hints: hints, options: options)
    guard var plan = try picker.pick().map({ plan(of: table, $0) }) else { return nil }
    plan.device = device(head)
    plan.pauses = PhyphoxPauses(head).pauses
    return plan
  }

  /// `Acceleration x (m/s^2)`, `Gyroscope x (rad/s)`, `X (m/s^2)` and their kin.
  private static func isOwn(_ field: HeaderField) -> Bool {
    field.text.wholeMatch(
      of: /(?:(?:Linear )?Acceleration |Gyroscope |Gravity )?[xyzXYZ] \((?:m\/s\^2|m\/s²|rad\/s)\)/)
      != nil
  }

  private static func isPlain(_ field: HeaderField) -> Bool {
    field.words.isEmpty && field.unit.flatMap(MotionUnit.specificForce) != nil
  }

  private static func plainMeaning(
    _ table: MotionTable, _ name: String
  ) -> MotionVocabulary.Quantity {
    if name.contains("linear") { return .linear }
    let columns = table.fields.indices.filter { isPlain(table.fields[$0]) }
    let size = RestingSize(table, Array(columns.prefix(ColumnLayout.names.count)))
    return size.map { $0.median < Units.standardGravity / 2 } == true ? .linear : .force
  }

  private static func device(_ head: TextHead) -> String? {
    guard let text = head.neighbour("meta/device.csv") else { return nil }
    let rows = text.split(whereSeparator: \.isNewline).map {
      TableShape([String($0)]).fields(String($0))
    }
    let facts = ["deviceBrand", "deviceModel"].compactMap { name in
      rows.first { $0.first == name }.flatMap { $0.count > 1 ? $0[1] : nil }
    }
    return facts.isEmpty ? nil : facts.joined(separator: " ")
  }
}

/// The pauses of a phyphox recording, during which its clock stands: only `meta/time.csv` knows.
private struct PhyphoxPauses {
  private(set) var pauses: [TextPlan.Pause] = []
  private var total: Int64 = 0

  init(_ head: TextHead) {
    guard let text = head.neighbour("meta/time.csv") else { return }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let shape = TableShape(lines)
    var paused: (time: Double, system: Double)?
    for line in lines.dropFirst() {
      let fields = shape.fields(line)
      guard fields.count > 2, let time = shape.number(fields[1]),
        let system = shape.number(fields[2])
      else { continue }
      switch fields[0].uppercased() {
      case "PAUSE": paused = (time, system)
      case "START":
        guard let begin = paused, system > begin.system else { continue }
        add(from: time, seconds: system - begin.system)
        paused = nil
      default: continue
      }
    }
  }

  /// Leaves out what no clock has; together they stay within what is believed of times.
  private mutating func add(from time: Double, seconds: Double) {
    guard let start = RecordingGrid.nanoseconds(seconds: time),
      let length = RecordingGrid.nanoseconds(seconds: seconds),
      length <= RecordingGrid.latestNanoseconds - total
    else { return }
    total += length
    pauses.append(TextPlan.Pause(nanoseconds: start, length: length))
  }
}
