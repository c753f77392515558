import ArgumentParser
import MotionInput

/// A condition that a row of a manifest must fulfil: `column=value` or `column!=value`.
struct RowFilter: ExpressibleByArgument {
  let text: String
  private let column: String
  private let value: String
  private let isWanted: Bool

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    let name = argument[..<sign]
    text = argument
    isWanted = name.last != "!"
    column = String(isWanted ? name : name.dropLast())
    value = String(argument[argument.index(after: sign)...])
    guard !column.isEmpty else { return nil }
  }

  /// True for a row that fulfils it.
  func admits(_ entry: Manifest.Entry) -> Bool { (entry[column] == value) == isWanted }
}

extension Manifest.Entry {
  /// The value in a column, by its name in the manifest; nil where it is empty.
  subscript(column: String) -> String? {
    switch column {
    case "file": file
    case "subject": subject
    case "check_as": checkAs
    case "placement": placement?.rawValue
    default: others[column]
    }
  }

  /// The columns that are filled in, by name.
  var columns: [String] {
    ["file", "subject", "check_as", "placement"].filter { self[$0] != nil } + others.keys
  }
}
