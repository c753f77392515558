/// How the fields of a table are separated, and how its numbers are written.
struct TableShape: Equatable {
  static let space = UInt8(ascii: " ")
  private static let comma = UInt8(ascii: ",")

  /// What stands between two fields; a space stands for any number of spaces.
  var delimiter: UInt8
  /// What stands before a fraction.
  var decimalPoint = UInt8(ascii: ".")

  /// Recognises the shape of the first lines of a table.
  ///
  /// A tab or a semicolon is never part of a number or a name, so they go before commas, and commas
  /// before spaces. Where the delimiter is no comma, a comma between digits is a decimal one.
  init(_ lines: some Sequence<String>) {
    let shown = Array(lines.prefix(Self.shownLines))
    let candidates: [Character] = ["\t", ";", ",", "|"]
    let found = candidates.first { candidate in
      let having = shown.count { $0.contains(candidate) }
      return having * 2 > shown.count
    }
    delimiter = found?.asciiValue ?? Self.space
    if delimiter != Self.comma, shown.contains(where: Self.hasDecimalComma) {
      decimalPoint = Self.comma
    }
  }

  init(delimiter: UInt8, decimalPoint: UInt8 = UInt8(ascii: ".")) {
    self.delimiter = delimiter
    self.decimalPoint = decimalPoint
  }

  private static let shownLines = 20

  /// True where a number such as `-1,5e-3` stands between spaces, quotes or semicolons.
  private static func hasDecimalComma(_ line: String) -> Bool {
    line.split { $0.isWhitespace || $0 == ";" || $0 == "\"" }.contains { word in
      let parts = word.drop { $0 == "-" || $0 == "+" }
        .split(separator: ",", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { $0.first?.isNumber == true }
        && parts[0].allSatisfy(\.isNumber) && Double("0.\(parts[1])") != nil
    }
  }

  /// The fields of a line, without quotes and surrounding spaces.
  func fields(_ line: String) -> [String] {
    guard delimiter != Self.space else { return words(line) }
    // By bytes: no part of a longer character looks like a delimiter or a quote.
    let bytes = line.utf8
    var fields: [String] = []
    var (start, isQuoted) = (bytes.startIndex, false)
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard bytes[place] == delimiter, !isQuoted else { continue }
      fields.append(Self.field(line[start..<place]))
      start = bytes.index(after: place)
    }
    return fields + [Self.field(line[start...])]
  }

  /// A field without quotes and surrounding spaces.
  private static func field(_ text: Substring) -> String {
    func isKept(_ byte: UInt8) -> Bool {
      byte > space && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
    // Most fields have neither.
    if let first = text.utf8.first, let last = text.utf8.last, isKept(first), isKept(last),
      first < 0x80, last < 0x80
    {
      return String(text)
    }
    return String(text).trimmed { $0.isWhitespace || "\"'".contains($0) }
  }

  /// Fields between spaces; a unit in brackets belongs to the name before it.
  private func words(_ line: String) -> [String] {
    var fields: [String] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      let text = word.trimmed { "\"'".contains($0) }
      if let last = fields.last, "[(".contains(text.first ?? " ") {
        fields[fields.count - 1] = "\(last) \(text)"
      } else {
        fields.append(text)
      }
    }
    return fields
  }

  /// The number in a field; nil where there is none.
  func number(_ field: String) -> Double? {
    let text = decimalPoint == Self.comma ? field.replacing(",", with: ".") : field
    return Double(text)
  }

  /// The delimiter in words, for messages.
  var name: String {
    switch UnicodeScalar(delimiter) {
    case ",": "commas"
    case ";": "semicolons"
    case "\t": "tabs"
    case " ": "spaces"
    default: "'\(UnicodeScalar(delimiter))'"
    }
  }
}
