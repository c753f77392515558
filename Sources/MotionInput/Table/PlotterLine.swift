import MotionCore

/// A line as boards write it for a serial plotter: `ax:0.1 ay:0.2 az:9.8`, each value with its name,
/// with spaces, commas or tabs between them (Arduino's Serial Plotter protocol); or `ax=0.1, ...`.
struct PlotterLine {
  /// The names, as a header.
  let header: String
  /// The values, as a row under it.
  let row: String

  /// Nil for a line that is none.
  init?(_ text: String) {
    // Of other lines no more need be looked at.
    guard
      text.utf8.count(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
        >= Self.fewestValues
    else { return nil }
    var text = text.replacing("=", with: ":")
    // Around what separates name and value there may be spaces.
    for separator in [" :", ": "] { text = text.replacing(separator, with: ":") }
    let words = text.split { " ,;\t".contains($0) }
    guard words.count >= Self.fewestValues else { return nil }
    let pairs = words.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
    guard pairs.allSatisfy({ $0.count == 2 && !$0[0].isEmpty && Double($0[1]) != nil }) else {
      return nil
    }
    header = pairs.map { String($0[0]) }.joined(separator: ",")
    row = pairs.map { String($0[1]) }.joined(separator: ",")
  }

  /// What messages about a file of such lines must be read with.
  static let remark =
    "every line names its values, as for a serial plotter; the first names the columns"

  /// The axes of the acceleration.
  private static let fewestValues = 3
  /// Fewer lines may be chance.
  private static let fewestLines = 8
  /// Of so many lines in a hundred at most one is none: the program's first words, or what is torn.
  private static let leastShare = 0.9

  /// The beginning of a text of such lines as that of a table, whose header stands in the place of
  /// the first of them; nil for any other text.
  static func table(_ head: TextHead) -> String? {
    // Mostly the first lines show that it is another text.
    let shown = head.lines.prefix(2 * fewestLines)
    guard shown.count > fewestLines,
      let first = shown.lazy.compactMap({ PlotterLine($0.text) }).first
    else { return nil }
    let plotted = head.lines.map { PlotterLine($0.text) }
    guard
      Double(plotted.count { $0?.header == first.header }) >= leastShare * Double(plotted.count)
    else { return nil }
    let begin = plotted.firstIndex { $0 != nil } ?? 0
    var lines = Array(repeating: "", count: head.lines.last?.number ?? 0)
    for (line, plotted) in zip(head.lines, plotted).dropFirst(begin) {
      lines[line.number - 1] = plotted?.row ?? line.text
    }
    lines[head.lines[begin].number - 1] = first.header
    return lines.joined(separator: "\n") + "\n"
  }
}
