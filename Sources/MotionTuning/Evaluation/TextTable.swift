/// Lines of text in aligned columns: words to the left, figures to the right.
package struct TextTable {
  /// What stands for a figure that there is none of.
  package static let absent = "-"

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

extension Double {
  /// The number with this many decimals.
  package func fixed(_ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    guard let steps = Int(exactly: (abs(self) * scale).rounded()) else { return "\(self)" }
    let (whole, rest) = steps.quotientAndRemainder(dividingBy: Int(scale))
    let sign = self < 0 && steps > 0 ? "-" : ""
    let digits = "\(rest)"
    let zeros = String(repeating: "0", count: max(0, places - digits.count))
    return places > 0 ? "\(sign)\(whole).\(zeros)\(digits)" : "\(sign)\(whole)"
  }
}

extension Double? {
  /// The number with this many decimals, or what stands for none.
  package func fixed(_ places: Int) -> String { map { $0.fixed(places) } ?? TextTable.absent }
}
