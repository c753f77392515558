import MotionCore

/// The text of a canonical recording as it grows.
struct CanonicalText {
  var bytes: [UInt8] = []
  private var hasHeader: Bool
  private var hasGyroscope: Bool?

  /// Digits after the point of a time in seconds.
  private static let timeDecimals = 6

  /// An empty text, or one that follows on rows under their header.
  init(hasHeader: Bool = false) { self.hasHeader = hasHeader }

  /// Appends the comment lines at the top.
  mutating func append(_ metadata: RecordingMetadata) {
    let named = [
      ("device", metadata.device), ("placement", metadata.placement?.rawValue),
      ("recorded", metadata.recordedAt),
    ]
    for (name, value) in named {
      if let value { append(comment: "\(name): \(value)") }
    }
    for comment in metadata.comments { append(comment: comment) }
    append(metadata.remark)
    for line in metadata.program?.split(whereSeparator: \.isNewline) ?? [] {
      append("\(CommentReader.programLine) \(String(line).printable)\n")
    }
  }

  /// Appends what was said of the session.
  mutating func append(_ remark: SessionRemark) {
    if let effort = remark.effort { append(comment: "\(RemarkLine.effort.rawValue): \(effort)") }
    if let note = remark.note { append(comment: "\(RemarkLine.note.rawValue): \(note)") }
  }

  /// Appends a row or a marker, before the first row the header.
  mutating func append(_ reading: MotionReading) {
    switch reading {
    case .sample(let sample): append(sample)
    case .marker(let marker):
      append("# \(MarkerLine.keyword) ")
      append(time: marker.nanoseconds)
      append(" \(MarkerLine.render(marker.kind))\n")
    }
  }

  private mutating func append(_ sample: IMUSample) {
    let withGyroscope = hasGyroscope ?? (sample.angularRate != nil)
    precondition(
      withGyroscope == (sample.angularRate != nil), "a gyroscope is in every sample or in none")
    hasGyroscope = withGyroscope
    if !hasHeader {
      hasHeader = true
      let columns = MotioncheckFormat.example.split(separator: ",").prefix(withGyroscope ? 7 : 4)
      append(columns.joined(separator: ",") + "\n")
    }
    append(time: sample.nanoseconds)
    append(sample.specificForce)
    if let rate = sample.angularRate { append(rate) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ vector: Vector3) {
    for component in [vector.x, vector.y, vector.z] {
      bytes.append(UInt8(ascii: ","))
      if abs(component) < RecordingGrid.largestValue {
        let steps = Int64((component * RecordingGrid.stepsPerUnit).rounded(.toNearestOrEven))
        append(steps, decimals: RecordingGrid.decimals)
      } else {
        append("\(component)")
      }
    }
  }

  private mutating func append(time nanoseconds: Int64) {
    let time = RecordingGrid.round(nanoseconds: nanoseconds) / RecordingGrid.nanoseconds
    append(time, decimals: Self.timeDecimals)
  }

  /// Appends `number` / 10^`decimals` with all its decimals.
  private mutating func append(_ number: Int64, decimals: Int) {
    // 19 digits, a point and a sign at most, written from the end.
    var digits = InlineArray<24, UInt8>(repeating: 0)
    var place = 24
    var rest = number.magnitude
    var count = 0
    while rest > 0 || count <= decimals {
      if count == decimals, decimals > 0 {
        place -= 1
        digits[place] = UInt8(ascii: ".")
      }
      place -= 1
      digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    }
    if number < 0 {
      place -= 1
      digits[place] = UInt8(ascii: "-")
    }
    bytes.append(copying: digits.span.extracting(place..<24))
  }

  /// Appends a comment, which stays on one line, and text: what is written must be readable.
  mutating func append(comment: String) {
    let line = comment.split(whereSeparator: \.isNewline).joined(separator: " ")
    append("# \(line.printable)\n")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
