import Glibc
import MotionCore
import MotionInput
import MotionReport

/// Where text goes: a descriptor written without a buffer, so that a live line shows at once.
struct TextStream {
  private let descriptor: Int32
  private let name: String

  /// Where results go.
  static func standardOutput() -> TextStream {
    TextStream(descriptor: STDOUT_FILENO, name: "standard output")
  }

  /// Where everything else goes.
  static func standardError() -> TextStream {
    TextStream(descriptor: STDERR_FILENO, name: "standard error")
  }

  /// True when a person may be looking at it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// How many letters a line of the terminal has; nil where there is none, or it does not say.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Colours for a terminal, unless the person asked for none (no-color.org).
  var style: TextStyle {
    let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return isTerminal && !isRefused ? .terminal : .plain
  }

  /// Writes lines, each with its end.
  func write(lines: [String]) throws(InputError) {
    try write(lines.map { $0 + "\n" }.joined())
  }

  /// Writes all of a text; whatever names are in it, nothing that a terminal would obey.
  func write(_ text: String) throws(InputError) { try write(bytes: text.printable) }

  private func write(bytes text: String) throws(InputError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .system(action: "write", path: name, code: errno)
      }
    }
  }

  /// Writes what may be lost without harm, such as progress.
  func note(_ text: String) { try? write(text) }

  /// Writes what a terminal is to obey: the program's own control sequences, and the text that is
  /// set by them.
  func control(_ text: String) { try? write(bytes: text) }
}
