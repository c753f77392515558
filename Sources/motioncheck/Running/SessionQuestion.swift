import Foundation
import MotionCore
import MotionReport

/// What is asked at the end of a session: how hard it was, and for a short note. Both may be left
/// out, and are when nothing is said for a while.
enum SessionQuestion {
  /// An answer is waited for so long, in milliseconds.
  private static let effortMilliseconds: Int32 = 15_000
  /// Who has said how hard it was is there, and may want to write something.
  private static let noteMilliseconds: Int32 = 30_000

  /// Asks at the terminal; nil where nothing is said.
  static func answer() -> SessionRemark? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    tcflush(STDIN_FILENO, TCIFLUSH)
    guard
      let effort = line(
        "How hard was it, 0 to 10? (Enter: say nothing) ", within: effortMilliseconds),
      !effort.isEmpty
    else { return nil }
    let note = line("A short note? (Enter: none) ", within: noteMilliseconds)
    return remark(effort: effort, note: note)
  }

  /// What two answers say; nil for nothing. Who writes words where a figure is asked for has
  /// something to say.
  private static func remark(effort: String, note: String?) -> SessionRemark? {
    let figure = Int(effort).flatMap { SessionRemark.efforts.contains($0) ? $0 : nil }
    let words = [figure == nil ? effort : "", note ?? ""].filter { !$0.isEmpty }
    let text = String(words.joined(separator: "; ").printable.prefix(SessionRemark.longestNote))
    let remark = SessionRemark(effort: figure, note: text.isEmpty ? nil : text)
    return remark.isEmpty ? nil : remark
  }

  /// A line that was typed; nil where nothing came in time, or the input ended.
  private static func line(_ question: String, within milliseconds: Int32) -> String? {
    let errors = TextStream.standardError()
    errors.note(question)
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0, let line = readLine() else {
      errors.note("\n")
      return nil
    }
    return line.trimmingCharacters(in: .whitespaces)
  }
}
