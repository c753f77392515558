import MotionCore

/// Reads the lines that begin with `#`: metadata at the top, markers and what was said of the
/// session anywhere.
struct CommentReader {
  private(set) var metadata = RecordingMetadata()
  /// The first of each kind, with how many there are.
  private var complaints: [Complaint: (line: Int, text: String, count: Int)] = [:]

  private enum Complaint {
    case placement
    case marker
    case effort
  }

  /// Comments kept at most, so that memory does not grow with a file of comments.
  private static let mostComments = 100

  /// Takes a comment line, and returns the marker if it is one.
  mutating func read(_ line: Span<UInt8>, number: Int, isAtTop: Bool) -> Marker? {
    if isAtTop, readProgram(line) { return nil }
    let text = line.text.printable.drop { $0 == "#" }.trimmed()
    let words = text.split(separator: " ")
    if words.first == MarkerLine.keyword[...] {
      if let marker = MarkerLine.parse(words: Array(words.dropFirst())) { return marker }
      noteUnknownMarker(text, line: number)
    } else if !readRemark(text, line: number), isAtTop {
      readMetadata(text, line: number)
    }
    return nil
  }

  /// What was said last holds: of a session that was resumed that is the whole of it.
  private mutating func readRemark(_ text: String, line: Int) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed() }
    guard parts.count == 2, let kind = RemarkLine(rawValue: parts[0]) else { return false }
    switch kind {
    case .note: metadata.remark.note = String(parts[1].prefix(SessionRemark.longestNote))
    case .effort:
      if let effort = Int(parts[1]), SessionRemark.efforts.contains(effort) {
        metadata.remark.effort = effort
      } else {
        complain(
          .effort, line, "effort '\(parts[1])' ignored; allowed: a whole number from 0 to 10")
      }
    }
    return true
  }

  /// The lines of a programme keep their spaces, by which YAML tells what belongs together.
  private mutating func readProgram(_ line: Span<UInt8>) -> Bool {
    guard line.has(Self.programMark, at: 0) else { return false }
    let text = metadata.program ?? ""
    guard text.utf8.count <= Self.longestProgramBytes else { return true }
    let rest = line.text(Self.programMark.count..<line.count).printable
    metadata.program = text + (rest.hasPrefix(" ") ? String(rest.dropFirst()) : rest) + "\n"
    return true
  }

  /// What a line of an embedded programme begins with.
  static let programLine = "# program|"
  private static let programMark = Array(programLine.utf8)
  private static let longestProgramBytes = 1 << 18

  /// What could not be understood.
  func notices(path: String) -> [String] {
    complaints.values.sorted { $0.line < $1.line }.map { complaint in
      let others = complaint.count > 1 ? " (\(complaint.count) such lines, the first here)" : ""
      return "\(path):\(complaint.line): \(complaint.text)\(others)"
    }
  }

  private mutating func readMetadata(_ text: String, line: Int) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed() }
    guard parts.count == 2, !parts[1].isEmpty else {
      keep(text)
      return
    }
    switch parts[0].lowercased() {
    case "device": metadata.device = parts[1]
    case "recorded": metadata.recordedAt = parts[1]
    case "placement": readPlacement(parts[1], line: line)
    default: keep(text)
    }
  }

  private mutating func keep(_ text: String) {
    guard metadata.comments.count < Self.mostComments else { return }
    metadata.comments.append(text)
  }

  private mutating func readPlacement(_ name: String, line: Int) {
    metadata.placement = Placement(rawValue: name)
    if metadata.placement == nil {
      let allowed = Placement.allCases.map(\.rawValue).joined(separator: ", ")
      complain(.placement, line, "unknown placement '\(name)' ignored; allowed: \(allowed)")
    }
  }

  private mutating func noteUnknownMarker(_ text: String, line: Int) {
    complain(
      .marker, line,
      "unknown '\(text)' ignored; known: marker SECONDS set-start ID [left|right] [NUMBER], "
        + "set-end, pain [0-10], gap")
  }

  private mutating func complain(_ kind: Complaint, _ line: Int, _ text: String) {
    complaints[kind, default: (line, text, 0)].count += 1
  }
}

/// What a comment begins with that says something of the session.
enum RemarkLine: String {
  case effort
  case note = "remark"
}
