/// How words are set off in a text: plainly, or with the colours of a terminal.
package enum TextStyle: Sendable, Hashable {
  /// No escape sequences at all.
  case plain
  /// ANSI escape sequences (ECMA-48, select graphic rendition).
  case terminal

  func strong(_ text: String) -> String { wrap(text, code: 1) }
  func good(_ text: String) -> String { wrap(text, code: 32) }
  func caution(_ text: String) -> String { wrap(text, code: 33) }
  func absent(_ text: String) -> String { wrap(text, code: 36) }

  private func wrap(_ text: String, code: Int) -> String {
    switch self {
    case .plain: text
    case .terminal: "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
  }
}
