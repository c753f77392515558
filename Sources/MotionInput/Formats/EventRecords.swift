import MotionCore

/// Events of a motion sensor as `evemu-record`, `libinput record` and `evtest` write them, put
/// together to rows by what reads the device itself.
struct EventRecords {
  /// The lines that are events.
  enum Notation {
    /// `E: 12.345678 0003 0000 8192`, type and code in hexadecimal.
    case evemu
    /// `- [ 12, 345678, 3, 0, 8192]`, all decimal.
    case libinput
    /// `Event: time 12.345678, type 3 (EV_ABS), code 0 (ABS_X), value 8192`, and the report as
    /// `Event: time 12.345678, -------------- SYN_REPORT ------------`.
    case evtest
  }

  /// A line of `evtest` that is an event begins so.
  static let evtestPrefix = "Event: time "

  private let notation: Notation
  private var assembler: FrameAssembler
  let hasGyroscope: Bool
  private var last: Int64?
  /// A silent sensor is repeated so often, in nanoseconds.
  private static let silenceNanoseconds: Int64 = 100_000_000
  /// A longer silence is one of the recording, not of the sensor.
  private static let longestSilence: Int64 = 600_000_000_000

  /// - Parameter values: where the axes stand before the first event, where that is known.
  init(
    _ notation: Notation, axes: SensorAxes,
    values: [Int32] = Array(repeating: 0, count: SensorAxes.count)
  ) {
    self.notation = notation
    assembler = FrameAssembler(axes: axes, values: values)
    hasGyroscope = axes.rateCode != nil
  }

  /// The rows that a line completes; a sensor at rest says nothing, and its rows are repeated.
  mutating func take(_ line: Span<UInt8>, number: Int) -> [MotionReading] {
    guard let event = event(line.text) else { return [] }
    var readings: [MotionReading] = []
    if event.isReport, let last {
      var time = last + Self.silenceNanoseconds
      let end = min(event.nanoseconds, last + Self.longestSilence)
      while time < end {
        if let reading = assembler.keepAlive(nanoseconds: time) { readings.append(reading) }
        time += Self.silenceNanoseconds
      }
    }
    if let reading = assembler.take(event) { readings.append(reading) }
    if event.isReport { last = event.nanoseconds }
    return readings
  }

  private func event(_ line: String) -> InputEvent? {
    switch notation {
    case .evemu:
      guard line.hasPrefix("E:") else { return nil }
      let words = line.dropFirst(2).prefix { $0 != "#" && $0 != "\t" }.split(separator: " ")
      guard words.count >= 4, let time = Self.nanoseconds(words[0]),
        let type = UInt16(words[1], radix: 16), let code = UInt16(words[2], radix: 16),
        let value = Int32(words[3])
      else { return nil }
      return InputEvent(type: type, code: code, value: value, nanoseconds: time)
    case .libinput:
      guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"),
        line[..<open].trimmed() == "-"
      else { return nil }
      let numbers = line[line.index(after: open)..<close].split(separator: ",")
        .compactMap { Int64($0.trimmed()) }
      guard numbers.count == 5, let time = Self.nanoseconds(numbers[0], numbers[1]),
        let type = UInt16(exactly: numbers[2]),
        let code = UInt16(exactly: numbers[3]), let value = Int32(exactly: numbers[4])
      else { return nil }
      return InputEvent(
        type: type, code: code, value: value,
        nanoseconds: time)
    case .evtest:
      guard line.hasPrefix(Self.evtestPrefix) else { return nil }
      let parts = line.dropFirst(Self.evtestPrefix.count).split(separator: ",")
      guard let time = parts.first.flatMap({ Self.nanoseconds($0) }) else { return nil }
      if parts.count == 2 { return Self.synchronization(parts[1], nanoseconds: time) }
      let numbers = parts.dropFirst().compactMap { $0.split(separator: " ").dropFirst().first }
      guard numbers.count == 3, let type = UInt16(numbers[0]), let code = UInt16(numbers[1]),
        let value = Int32(numbers[2])
      else { return nil }
      return InputEvent(type: type, code: code, value: value, nanoseconds: time)
    }
  }

  private static func synchronization(_ words: Substring, nanoseconds: Int64) -> InputEvent? {
    let code: UInt16
    if words.contains("SYN_REPORT") {
      code = InputEvent.Code.report
    } else if words.contains("SYN_DROPPED") {
      code = InputEvent.Code.dropped
    } else {
      return nil
    }
    return InputEvent(
      type: InputEvent.Code.synchronization, code: code, value: 0, nanoseconds: nanoseconds)
  }

  private static func nanoseconds(_ seconds: Int64, _ microseconds: Int64) -> Int64? {
    let (whole, rest) = (Double(seconds), Double(microseconds))
    guard RecordingGrid.nanoseconds(seconds: whole + rest / 1e6) != nil,
      RecordingGrid.nanoseconds(seconds: whole) != nil
    else { return nil }
    return seconds * 1_000_000_000 + microseconds * 1000
  }

  private static func nanoseconds(_ word: Substring) -> Int64? {
    let bytes = Array(word.utf8)
    var position = 0
    let time = Decimal.scan(bytes.span, at: &position)?.nanoseconds(in: .seconds)
    return time.flatMap { $0.magnitude <= RecordingGrid.latestNanoseconds.magnitude ? $0 : nil }
  }
}

/// What a recording of a kernel's input device tells of it before its events.
struct EventDevice {
  var name: String?
  /// Units to 1 g or 1 deg/s of an axis, by its code.
  var resolutions: [UInt16: Double] = [:]
  /// Where an axis stood before the first event, by its code: one that does not move has none.
  var values: [UInt16: Int32] = [:]
  /// False where the kernel says what it is, and that is something else.
  var isMotionSensor = true

  /// How its events are read.
  ///
  /// - Parameters:
  ///   - title: what the format is called.
  ///   - firstLine: where the device is told of.
  ///   - firstEvent: where its events begin.
  /// - Throws: `InputError` where it is no motion sensor.
  func plan(
    _ title: String, _ notation: EventRecords.Notation, in head: TextHead, firstLine: Int,
    firstEvent: Int?
  ) throws(InputError) -> TextPlan {
    guard isMotionSensor, let axes = SensorAxes(resolutions: resolutions) else {
      throw .unusableColumns(
        path: head.path, line: firstLine,
        reason: "'\(name ?? "")' is no motion sensor that states how many units are 1 g; "
          + "record the node whose name ends in 'Motion Sensors' or 'IMU'")
    }
    var slots = [Int32](repeating: 0, count: SensorAxes.count)
    for (code, value) in values { if let slot = axes.slot(of: code) { slots[slot] = value } }
    return TextPlan(
      format: title, body: .events(EventRecords(notation, axes: axes, values: slots)),
      firstRow: firstEvent ?? 1, content: axes.rateCode == nil ? [.force] : [.force, .rotation],
      decisions: ["\(axes.unitsPerG) units to 1 g, as the device states"], device: name)
  }
}

extension SensorAxes {
  /// The axes of a device that states units to 1 g, and to 1 deg/s where it has a gyroscope.
  ///
  /// - Parameter resolutions: of each axis, by its code; a missing one is 0.
  init?(resolutions: [UInt16: Double]) {
    guard let force = resolutions[InputEvent.Code.x], force > 0 else { return nil }
    let rate = resolutions[InputEvent.Code.rotationX] ?? 0
    self.init(
      rateCode: rate > 0 ? InputEvent.Code.rotationX : nil, unitsPerG: force,
      unitsPerDegreePerSecond: rate > 0 ? rate : 1)
  }
}
