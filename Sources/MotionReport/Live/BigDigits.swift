/// Digits so large that they are read from across the room.
enum BigDigits {
  /// Rows of a digit at scale 1.
  static let rows = 5
  /// A character of a terminal is about twice as high as wide.
  private static let columnsPerPixel = 2
  private static let gap = 1

  /// Five rows of three pixels each, from the top.
  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    "-": ["   ", "   ", "###", "   ", "   "],
    "/": ["  #", "  #", " # ", "#  ", "#  "],
  ]

  /// How many columns a figure takes.
  static func columns(of text: String, scale: Int) -> Int {
    let pixels = text.count * 3 + max(0, text.count - 1) * gap
    return pixels * columnsPerPixel * scale
  }

  /// The rows of a figure, all of the same length; what is no digit is left blank.
  static func lines(_ text: String, scale: Int, block: Character) -> [String] {
    (0..<rows).flatMap { row in
      let pixels = text.map { shapes[$0]?[row] ?? "   " }.joined(
        separator: String(repeating: " ", count: gap))
      let line = pixels.map { pixel in
        String(
          repeating: pixel == "#" ? block : " ", count: columnsPerPixel * scale)
      }.joined()
      return Array(repeating: line, count: scale)
    }
  }
}
