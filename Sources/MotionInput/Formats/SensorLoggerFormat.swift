import MotionCore

/// Sensor Logger for phones (a file a sensor, all with the same columns in any order) and watches
/// (one file).
enum SensorLoggerFormat: RecordingFormat {
  static let title = "Sensor Logger"
  static let export = [
    "record Accelerometer, Gravity and Gyroscope (Android: Total Acceleration), or Wrist Motion",
    "Recordings, Export, Zipped CSV; give the zip as it is",
  ]

  private static let own: Set<String> = ["time", "seconds_elapsed", "x", "y", "z", "accuracy"]
  /// A time in nanoseconds since 1970 has so many digits.
  private static let smallestTime = 1e17

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), let time = table.column(named: "time"),
      table.numbers(time).first.map({ $0 > smallestTime }) ?? true
    else { return nil }
    let names = Set(table.fields.map(\.text))
    let isWatch = names.contains("rotationRateX") && names.contains("gravityX")
    let isPhone = names.isSuperset(of: ["x", "y", "z"]) && names.isSubset(of: own)
    guard isWatch || isPhone, !table.numbers(time).isEmpty || names.contains("seconds_elapsed")
    else { return nil }
    var hints = ColumnHints(time: (time, .number(.nanoseconds)), rateFactor: 1)
    let role = isWatch ? nil : role(of: head.name)
    hints.unnamed = role?.quantity
    // The watch's acceleration is without gravity, which stands beside it.
    hints.meaning = { isWatch && $0.text.hasPrefix("acceleration") ? .linear : nil }
    var picker = ColumnPicker(table, hints: hints, options: options)
    guard let picked = try picker.pick() else {
      if role?.quantity == .other { return nil }
      throw table.unusable(
        "this Sensor Logger file could be of any sensor; give it the name that the app gave it, "
          + "such as TotalAcceleration.csv, or the whole zip")
    }
    var plan = plan(of: table, picked)
    plan.rank = role?.rank ?? 0
    plan.device = device(head)
    return plan
  }

  /// What a file is of this name; nil for a name that says nothing.
  private static func role(
    of name: String
  ) -> (quantity: MotionVocabulary.Quantity, rank: Int)? {
    let name = name.lowercased().filter(\.isLetter)
    let roles: [(String, MotionVocabulary.Quantity, Int)] = [
      ("totalacceleration", .force, 2), ("accelerometeruncalibrated", .force, 0),
      ("gyroscopeuncalibrated", .rotation, 0), ("linearacceleration", .linear, 1),
      ("accelerometer", .linear, 1), ("gravity", .gravity, 1), ("gyroscope", .rotation, 1),
      ("magnetometer", .other, 0), ("orientation", .other, 0), ("compass", .other, 0),
    ]
    return roles.first { name.contains($0.0) }.map { ($0.1, $0.2) }
  }

  private static func device(_ head: TextHead) -> String? {
    guard let text = head.neighbour("Metadata.csv") else { return nil }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.count > 1 else { return nil }
    let shape = TableShape(delimiter: UInt8(ascii: ","))
    let facts = zip(shape.fields(lines[0]), shape.fields(lines[1]))
    return facts.first { $0.0 == "device name" }?.1
  }
}
