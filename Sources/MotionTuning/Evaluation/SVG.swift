/// The few elements that the drawings are made of.
enum SVG {
  /// A line of text; `y` is its base line.
  static func text(
    _ text: String, x: Double, y: Double, colour: String = "black", size: Int? = nil
  ) -> String {
    let size = size.map { " font-size=\"\($0)\"" } ?? ""
    return
      "<text x=\"\(x.fixed(1))\" y=\"\(y.fixed(1))\" fill=\"\(colour)\"\(size)>"
      + "\(text.escapedForXML)</text>"
  }

  /// A straight line.
  static func line(x1: Double, y1: Double, x2: Double, y2: Double, colour: String) -> String {
    "<line x1=\"\(x1.fixed(1))\" y1=\"\(y1.fixed(1))\" x2=\"\(x2.fixed(1))\" "
      + "y2=\"\(y2.fixed(1))\" stroke=\"\(colour)\"/>"
  }

  /// A line through points, each written `x,y`.
  static func polyline(_ points: [String], colour: String) -> String {
    "<polyline fill=\"none\" stroke=\"\(colour)\" points=\"\(points.joined(separator: " "))\"/>"
  }

  /// A filled rectangle, with a note that shows when it is pointed at.
  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, colour: String, note: String? = nil
  ) -> String {
    let frame =
      "<rect x=\"\(x.fixed(1))\" y=\"\(y.fixed(1))\" width=\"\(width.fixed(1))\" "
      + "height=\"\(height.fixed(1))\" fill=\"\(colour)\""
    return note.map { "\(frame)><title>\($0.escapedForXML)</title></rect>" } ?? "\(frame)/>"
  }
}

extension String {
  /// The text with what has a meaning in XML written so that it has none.
  var escapedForXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
