/// Columns under headings, as wide as they need be.
struct TextTable {
  private static let space = 2

  let lines: [String]

  init(_ head: [String], rows: [[String]]) {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    lines = all.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count + Self.space)
      }
      let line = cells.joined()
      return String(
        line.prefix(
          (line.lastIndex { $0 != " " }).map {
            line.distance(from: line.startIndex, to: $0) + 1
          } ?? 0))
    }
  }
}
