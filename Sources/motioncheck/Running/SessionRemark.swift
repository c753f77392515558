import Foundation
import MotionCore
import MotionInput
import MotionReport

/// What a person says of a session at its end: how hard it was, and a short note. Both may be left
/// out, and are when nothing is said for a while.
struct SessionRemark: Equatable {
  /// How hard it was, from 0 to 10 (the category-ratio scale of Borg, as the pain's).
  var effort: Int?
  /// A short note.
  var note: String?

  /// An answer is waited for so long, in milliseconds.
  private static let effortMilliseconds: Int32 = 15_000
  /// Who has said how hard it was is there, and may want to write something.
  private static let noteMilliseconds: Int32 = 30_000
  private static let longestNote = 200

  /// Asks at the terminal; nil where nothing is said.
  static func asked() -> SessionRemark? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    tcflush(STDIN_FILENO, TCIFLUSH)
    guard
      let effort = answer(
        "How hard was it, 0 to 10? (Enter: say nothing) ", within: effortMilliseconds),
      !effort.isEmpty
    else { return nil }
    let note = answer("A short note? (Enter: none) ", within: noteMilliseconds)
    return SessionRemark(effort: effort, note: note)
  }

  init?(effort: String, note: String?) {
    self.effort = Int(effort).flatMap { (0...10).contains($0) ? $0 : nil }
    // Who writes words where a figure is asked for has something to say.
    let words = [self.effort == nil ? effort : "", note ?? ""].filter { !$0.isEmpty }
    let text = words.joined(separator: "; ").printable
    self.note = text.isEmpty ? nil : String(text.prefix(Self.longestNote))
    if self.effort == nil, self.note == nil { return nil }
  }

  /// A line that was typed; nil where nothing came in time, or the input ended.
  private static func answer(_ question: String, within milliseconds: Int32) -> String? {
    let errors = TextStream.standardError()
    errors.note(question)
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0, let line = readLine() else {
      errors.note("\n")
      return nil
    }
    return line.trimmingCharacters(in: .whitespaces)
  }

  /// For the report's note.
  var text: String {
    [effort.map { "effort \($0) of 10" }, note].compactMap(\.self).joined(separator: "; ")
  }

  /// A note that was given beforehand, and what was said afterwards.
  static func joined(_ note: String?, _ remark: SessionRemark?) -> String? {
    let parts = [note, remark?.text].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Notes it at the end of the recording.
  func append(to recording: String) {
    let lines = [effort.map { "# effort: \($0)\n" }, note.map { "# remark: \($0)\n" }]
    guard let file = FileHandle(forWritingAtPath: recording) else { return }
    defer { try? file.close() }
    _ = try? file.seekToEnd()
    try? file.write(contentsOf: Data(lines.compactMap(\.self).joined().utf8))
  }
}
