import MotionCore

/// A JSON document whose objects keep the order of their members, so that reports of one version
/// are the same to the byte and read in the order in which their format is described.
package enum JSON: Sendable, Hashable {
  /// An absent fact.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A figure, written to three decimals; null where it is not finite.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSON])
  /// Members in the order in which they are written.
  case object([Member])

  /// One member of an object.
  package struct Member: Sendable, Hashable {
    /// The key.
    package var key: String
    /// The value.
    package var value: JSON
  }

  /// The value as JSON, or null where there is none.
  package init(_ value: Bool?) { self = value.map(JSON.bool) ?? .null }
  /// The value as JSON, or null where there is none.
  package init(_ value: Int?) { self = value.map(JSON.integer) ?? .null }
  /// The value as JSON, or null where there is none.
  package init(_ value: Double?) { self = value.map(JSON.number) ?? .null }
  /// The value as JSON, or null where there is none.
  package init(_ value: String?) { self = value.map(JSON.string) ?? .null }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object whose members are written in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON {
  /// The object without the members that are null, for formats that do not admit them.
  var withoutNulls: JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.value != .null })
  }

  /// The document on one line, without a line end.
  package var rendered: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): Self.render(value)
    case .string(let value): Self.render(value)
    case .array(let values): "[" + values.map(\.rendered).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { Self.render($0.key) + ":" + $0.value.rendered }.joined(separator: ",")
        + "}"
    }
  }

  /// Milliseconds are finer than anything that a worn sensor can time.
  private static let stepsPerUnit = 1000.0

  private static func render(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let rounded = (value * stepsPerUnit).rounded() / stepsPerUnit
    // Adding zero turns a negative zero into a plain one.
    return String(rounded + 0)
  }

  private static func render(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let control where !control.isPrintable:
        let digits = String(control.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
