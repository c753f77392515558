/// Lines of text in aligned columns: words to the left, figures to the right.
package struct TextTable {
  /// What stands for a figure that there is none of.
  package static let absent = "-"

  /// The heads and the rule under them.
  static let headLines = 2

  private let columnGap = "  "
  private let header: [String]
  private let leftColumns: Int
  private var rows: [[String]] = []

  /// A table with these columns, the first few of which hold words.
  package init(words: [String], figures: [String]) {
    header = words + figures
    leftColumns = words.count
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// The same with all its rows.
  init(words: [String], figures: [String], rows: [[String]]) {
    self.init(words: words, figures: figures)
    for row in rows { add(row) }
  }

  package mutating func add(_ row: [String]) {
    precondition(row.count == header.count, "a row has a field for each column")
    rows.append(row)
  }

  package var lines: [String] {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([header, rule] + rows).map { line($0, widths) }
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let fields = row.indices.map { column in
      let space = String(repeating: " ", count: widths[column] - row[column].count)
      return column < leftColumns ? row[column] + space : space + row[column]
    }
    let text = fields.joined(separator: columnGap)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
