/// Turns the rows of a screen into what must be written so that it shows them: the changed rows
/// only, in one piece, so that nothing flickers.
///
/// Control sequences are those of ECMA-48, which every terminal knows that is not `dumb`.
package struct ScreenUpdate: Sendable {
  private var shown: [String] = []

  /// A screen of which nothing is known.
  package init() {}

  /// What to write to show these rows; empty where nothing has changed.
  package mutating func text(for rows: [String]) -> String {
    var text = shown.count == rows.count ? "" : "\u{1B}[2J"
    for (index, row) in rows.enumerated()
    where !shown.indices.contains(index) || shown.count != rows.count || shown[index] != row {
      // Wiped first: behind a row as wide as the screen the cursor still stands on its last sign.
      text += "\u{1B}[\(index + 1);1H\u{1B}[K\(row)"
    }
    shown = rows
    return text
  }

  /// Forgets what is shown, so that all of it is written anew.
  package mutating func forget() { shown = [] }
}
