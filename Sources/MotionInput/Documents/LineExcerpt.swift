/// A line of a document with a mark under one place in it.
package struct LineExcerpt: Sendable, Hashable {
  /// Longer lines are cut, in characters.
  private static let longest = 72

  /// The place, from 1.
  package let column: Int
  /// The line and the mark under it.
  package let lines: String

  /// An excerpt of a line's text; its control characters are shown as spaces.
  init(_ text: some StringProtocol, column: Int) {
    self.column = column
    let shown = text.prefix(Self.longest).map { character in
      character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? " " : String(character)
    }
    let indent = String(repeating: " ", count: max(0, min(column - 1, shown.count)))
    lines = "  \(shown.joined())\n  \(indent)^"
  }
}
