/// What stands between two commas (RFC 4180); what is not known stays empty.
enum CSVCell {
  case empty
  case written(String)

  static func text(_ value: String?) -> CSVCell {
    value.map { .written(quoted($0.printable)) } ?? .empty
  }
  static func bool(_ value: Bool?) -> CSVCell { json(JSON(value)) }
  static func integer(_ value: Int?) -> CSVCell { json(JSON(value)) }
  static func number(_ value: Double?) -> CSVCell { json(JSON(value)) }

  /// Figures are written as in the JSON report, so that both say the same.
  private static func json(_ value: JSON) -> CSVCell {
    value.rendered == "null" ? .empty : .written(value.rendered)
  }

  private var rendered: String {
    switch self {
    case .empty: ""
    case .written(let text): text
    }
  }

  /// One line, without its end.
  static func line(_ cells: [CSVCell]) -> String { cells.map(\.rendered).joined(separator: ",") }

  /// Spreadsheets take a cell that begins with one of these for a formula, whatever its quotes say:
  /// a name could then run one. An apostrophe makes it text (OWASP, CSV injection).
  private static let formulaStarts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

  private static func quoted(_ text: String) -> String {
    let safe = text.first.map(formulaStarts.contains) == true ? "'\(text)" : text
    let needsQuotes = safe.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
  }
}
