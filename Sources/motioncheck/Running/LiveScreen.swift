import Foundation
import MotionCore
import MotionReport

/// The terminal's other screen, on which the live view is drawn; the first one comes back when it
/// is closed, and on every other way out.
final class LiveScreen {
  private static let entering = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"

  private struct Size: Equatable {
    var columns: Int
    var rows: Int
  }

  private let stream = TextStream.standardOutput()
  private let style: TextStyle
  private let signs: LiveSigns
  private var update = ScreenUpdate()
  private var size: Size
  private let errors: Int32?
  /// What was written to standard error meanwhile.
  private var notes = ""

  /// True unless lines are better: no terminal, one that cannot place text, or one that is too
  /// small.
  static func isPossible(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Bool {
    let terminal = environment["TERM"] ?? ""
    guard TextStream.standardOutput().isTerminal, !terminal.isEmpty, terminal != "dumb",
      let size = size()
    else { return false }
    return size.columns >= LiveLayout.smallest.columns && size.rows >= LiveLayout.smallest.rows
  }

  /// Opens it, where it is possible.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard Self.isPossible(environment: environment), let size = Self.size() else { return nil }
    self.size = size
    style = stream.style
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    signs = locale?.uppercased().contains("UTF") == true ? .unicode : .ascii
    errors = isatty(STDERR_FILENO) == 1 ? TerminalRestoration.catchErrors() : nil
    TerminalRestoration.noteScreen()
    stream.control(Self.entering)
  }

  deinit { close() }

  /// Shows a view, in one write of what has changed. A terminal that takes nothing is not waited
  /// for.
  func draw(_ view: LiveView) {
    guard isWritable, let size = Self.size() else { return }
    if size != self.size {
      self.size = size
      update.forget()
    }
    let layout = LiveLayout(columns: size.columns, rows: size.rows, style: style, signs: signs)
    let text = update.text(for: layout.lines(view))
    if !text.isEmpty { stream.control(text) }
  }

  /// What was written to standard error since the last call; the terminal's bell goes through.
  func takeNotes() -> String? {
    guard let errors else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(errors, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    if text.contains("\u{7}") { stream.control("\u{7}") }
    let note = text.replacing("\u{7}", with: "").printable
    notes += note
    return note.isEmpty ? nil : note
  }

  /// Leaves the screen; what was noted on standard error meanwhile is written there.
  func close() {
    _ = takeNotes()
    TerminalRestoration.restore()
    TextStream.standardError().note(notes)
    notes = ""
  }

  private var isWritable: Bool {
    var request = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  private static func size() -> Size? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
