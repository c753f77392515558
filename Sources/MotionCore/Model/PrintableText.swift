extension Unicode.Scalar {
  /// False for what has no place in a text: control characters but tab and line feed, what XML does
  /// not admit, and characters that turn the direction of what follows (Unicode TR36, 3.1).
  package var isPrintable: Bool {
    switch value {
    case 0x09, 0x0A: true
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFFFE, 0xFFFF:
      false
    default: true
    }
  }
}

extension String {
  /// The text without what would do something to a terminal, which is shown as replaced.
  package var printable: String { replacing { $0.isPrintable } }

  /// The same for a text that is to stay on one line.
  package var printableLine: String { replacing { $0.isPrintable && $0.value >= 0x20 } }

  private func replacing(allBut isKept: (Unicode.Scalar) -> Bool) -> String {
    guard !unicodeScalars.allSatisfy(isKept) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { isKept($0) ? $0 : "\u{FFFD}" }))
  }
}
