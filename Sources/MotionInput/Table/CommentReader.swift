import MotionCore

/// Reads the lines that begin with `#`: metadata at the top, markers anywhere.
struct CommentReader {
  private(set) var metadata = RecordingMetadata()
  private var complaints: [(line: Int, text: String)] = []
  private var unknownMarkers = 0

  /// Comments kept at most, so that memory does not grow with a file of comments.
  private static let mostComments = 100

  /// Takes a comment line, and returns the marker if it is one.
  mutating func read(_ line: Span<UInt8>, number: Int, isAtTop: Bool) -> Marker? {
    if isAtTop, readProgram(line) { return nil }
    let text = line.text.drop { $0 == "#" }.trimmed()
    let words = text.split(separator: " ")
    if words.first == MarkerLine.keyword[...] {
      if let marker = MarkerLine.parse(words: Array(words.dropFirst())) { return marker }
      noteUnknownMarker(text, line: number)
    } else if isAtTop {
      readMetadata(text, line: number)
    }
    return nil
  }

  /// The lines of a programme keep their spaces, by which YAML tells what belongs together.
  private mutating func readProgram(_ line: Span<UInt8>) -> Bool {
    guard line.has(Self.programMark, at: 0) else { return false }
    let text = metadata.program ?? ""
    guard text.utf8.count <= Self.longestProgramBytes else { return true }
    let rest = line.text(Self.programMark.count..<line.count)
    metadata.program = text + (rest.hasPrefix(" ") ? String(rest.dropFirst()) : rest) + "\n"
    return true
  }

  /// What a line of an embedded programme begins with.
  static let programLine = "# program|"
  private static let programMark = Array(programLine.utf8)
  private static let longestProgramBytes = 1 << 18

  /// What could not be understood.
  func notices(path: String) -> [String] {
    complaints.map { "\(path):\($0.line): \($0.text)" }
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
      complaints.append((line, "unknown placement '\(name)' ignored; allowed: \(allowed)"))
    }
  }

  private mutating func noteUnknownMarker(_ text: String, line: Int) {
    unknownMarkers += 1
    guard unknownMarkers == 1 else { return }
    complaints.append(
      (
        line,
        "unknown '\(text)' ignored; known: marker SECONDS set-start ID [left|right] [NUMBER], "
          + "set-end, pain [0-10], gap"
      ))
  }
}
