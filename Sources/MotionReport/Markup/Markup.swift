import MotionCore

/// A piece of HTML or SVG.
///
/// There is no way to make one from a string that does not escape it: names of elements and of
/// attributes are literals of the program, all else is text. Whatever a file, a device or a person
/// is called, it cannot become markup.
package struct Markup: Sendable, Hashable {
  /// The markup as it is written.
  package let rendered: String

  private init(trusted: String) { rendered = trusted }

  /// Text, escaped.
  package init(_ text: String) { rendered = Self.escaped(text) }

  /// Pieces one after the other.
  package init(_ pieces: [Markup]) { rendered = pieces.map(\.rendered).joined() }

  /// Nothing.
  package static let empty = Markup(trusted: "")

  /// A file that belongs to the program: a style sheet or a template.
  init(resource: [UInt8]) { rendered = String(decoding: resource, as: UTF8.self) }

  /// An element with its attributes and what is in it; attributes that are nil are left out.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ content: [Markup] = []
  ) -> Markup {
    let written = attributes.compactMap { key, value in
      value.map { " \(key)=\"\(escaped($0))\"" }
    }.joined()
    let isVoid = content.isEmpty && voidElements.contains("\(name)")
    let end = isVoid ? "/>" : ">\(content.map(\.rendered).joined())</\(name)>"
    return Markup(trusted: "<\(name)\(written)\(end)")
  }

  /// An element with a text in it.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ text: String
  ) -> Markup {
    element(name, attributes, [Markup(text)])
  }

  /// A name that somebody gave, kept apart from the direction of the text around it.
  package static func name(_ text: String) -> Markup { element("bdi", [:], text) }

  /// The template with each `{{placeholder}}` replaced by its piece.
  ///
  /// Pieces are not searched for placeholders, so that no name can stand for another piece.
  func filled(_ pieces: [String: Markup]) -> Markup {
    var parts = rendered.components(separatedByFirst: "{{")
    var result = parts.head
    while let rest = parts.tail {
      let place = rest.components(separatedByFirst: "}}")
      guard let piece = pieces[place.head], let tail = place.tail else {
        preconditionFailure("The template has no piece '\(place.head)'.")
      }
      parts = tail.components(separatedByFirst: "{{")
      result += piece.rendered + parts.head
    }
    return Markup(trusted: result)
  }

  /// Elements without an end of their own: HTML's, and those of SVG that are mostly empty.
  private static let voidElements: Set<String> = [
    "br", "circle", "hr", "img", "line", "link", "meta", "path", "polyline", "rect",
  ]
}

extension Markup {
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}

extension String {
  /// What stands before the first `separator`, and what after it; nil where there is none.
  fileprivate func components(
    separatedByFirst separator: String
  ) -> (head: String, tail: String?) {
    guard let place = firstRange(of: separator) else { return (self, nil) }
    return (String(self[..<place.lowerBound]), String(self[place.upperBound...]))
  }
}
