import MotionCore

/// A line as boards write it for a serial plotter: `ax:0.1 ay:0.2 az:9.8`, each value with its name,
/// with spaces, commas or tabs between them (Arduino's Serial Plotter protocol); or `ax = 0.1, ...`.
struct PlotterLine {
  /// The names of the values.
  let names: [String]
  private let values: [String]

  /// The axes of the acceleration.
  private static let fewestValues = 3

  /// Nil for a line that is none.
  init?(_ text: String) {
    func isColon(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") }
    // Of other lines no more need be looked at.
    guard text.utf8.count(where: isColon) >= Self.fewestValues else { return nil }
    let parts = text.utf8.split(omittingEmptySubsequences: false, whereSeparator: isColon).map {
      Substring($0).split { " ,;\t".contains($0) }.map(String.init)
    }
    // A value and the next name stand between two colons.
    guard let first = parts.first, let last = parts.last, first.count == 1, last.count == 1,
      parts.dropFirst().dropLast().allSatisfy({ $0.count == 2 })
    else { return nil }
    names = first + parts.dropFirst().dropLast().map { $0[1] }
    values = parts.dropFirst().map { $0[0] }
    guard Set(names).count == names.count, values.allSatisfy(Self.isDecimal) else { return nil }
  }

  private static func isDecimal(_ value: String) -> Bool {
    Double(value) != nil && !value.lowercased().contains("x")
  }

  /// The names as a header.
  var header: String { names.joined(separator: ",") }

  /// The values as a row under the names of all lines, whatever their order here; nil where they
  /// are others.
  func row(under header: [String]) -> String? {
    guard names.count == header.count else { return nil }
    guard names != header else { return values.joined(separator: ",") }
    let ordered = header.map { name in names.firstIndex(of: name).map { values[$0] } }
    return ordered.contains(nil) ? nil : ordered.compactMap(\.self).joined(separator: ",")
  }
}

extension TextHead {
  /// What messages about a file of plotter lines must be read with.
  static let plotterRemark = "every line names its values, as for a serial plotter"

  /// Fewer plotter lines may be chance.
  private static let fewestPlotterLines = 8
  /// At least this share of the lines are such: others are the program's first words, or torn.
  private static let leastPlotterShare = 0.75

  /// The names in most of the lines where nearly all are those of a plotter, and the same text as a
  /// table: a header above the first line with these names, which has its number, and rows in the
  /// place of all such lines. Nil for other texts.
  var plotted: (names: [String], table: TextHead)? {
    // Mostly the first lines show that it is another text.
    guard lines.prefix(4 * Self.fewestPlotterLines).contains(where: { PlotterLine($0.text) != nil })
    else { return nil }
    let plotted = lines.map { PlotterLine($0.text) }
    let counts = Dictionary(grouping: plotted.compactMap { $0?.names }) { $0 }.mapValues(\.count)
    guard let (names, count) = counts.max(by: { $0.value < $1.value }),
      count >= Self.fewestPlotterLines,
      Double(count) >= Self.leastPlotterShare * Double(lines.count)
    else { return nil }
    let rows = plotted.map { $0?.row(under: names) }
    let begin = rows.firstIndex { $0 != nil } ?? 0
    let header = Line(number: lines[begin].number, text: names.joined(separator: ","))
    // One that is torn in front, such as the first of all, names no columns.
    let above = zip(lines, plotted).prefix(begin).filter { $1 == nil }.map(\.0)
    let below = zip(lines, rows).dropFirst(begin).map { line, row in
      Line(number: line.number, text: row ?? line.text)
    }
    return (names, TextHead(self, lines: above + [header] + below))
  }
}
