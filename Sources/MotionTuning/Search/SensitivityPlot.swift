/// How the figures depend on each threshold, as a drawing: a panel each, with the share of
/// recordings counted exactly over the values that were tried.
package struct SensitivityPlot: Sendable {
  private static let columns = 2
  private static let (panelWidth, panelHeight) = (360.0, 170.0)
  private static let (left, top, width, height) = (44.0, 34.0, 290.0, 96.0)
  private static let (curve, steady, found, before) = ("#1b6ca8", "#dceaf5", "#c4461f", "#888888")

  private let title: String
  private let items: [Sensitivity]

  /// A drawing of these.
  package init(title: String, _ items: [Sensitivity]) {
    self.title = title
    self.items = items
  }

  /// The drawing as an SVG document.
  package var svg: String {
    let rows = (items.count + Self.columns - 1) / Self.columns
    let (width, height) = (
      Self.panelWidth * Double(Self.columns), 54 + Self.panelHeight * Double(rows)
    )
    let legend =
      "blue: share of recordings counted exactly; shaded: as right as with the value found; "
      + "red: found; grey: before"
    let panels = items.enumerated().map { index, item in
      let x = Double(index % Self.columns) * Self.panelWidth
      let y = 54 + Double(index / Self.columns) * Self.panelHeight
      return """
        <g transform="translate(\(x.fixed(0)) \(y.fixed(0)))">
        \(panel(item).joined(separator: "\n"))
        </g>
        """
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width.fixed(0))" \
      height="\(height.fixed(0))" font-family="sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      \(SVG.text(title, x: 10, y: 20, size: 14))
      \(SVG.text(legend, x: 10, y: 38, colour: "#555"))
      \(panels.joined(separator: "\n"))
      </svg>

      """
  }

  private func panel(_ item: Sensitivity) -> [String] {
    func x(_ value: Double) -> Double {
      Self.left + item.parameter.position(of: value) * Self.width
    }
    func y(_ share: Double) -> Double { Self.top + (1 - share) * Self.height }
    let bottom = Self.top + Self.height
    let unit = item.parameter.unit.isEmpty ? "" : ", \(item.parameter.unit)"
    let range = item.steadyRange
    let line = item.points.map { "\(x($0.value).fixed(1)),\(y($0.exactShare).fixed(1))" }
    let (low, high) = (item.parameter.range.lowerBound, item.parameter.range.upperBound)
    return [
      SVG.text(item.parameter.name + unit, x: Self.left, y: Self.top - 10),
      SVG.rectangle(
        x: x(range.lowerBound), y: Self.top,
        width: max(1, x(range.upperBound) - x(range.lowerBound)), height: Self.height,
        colour: Self.steady),
      SVG.line(x1: Self.left, y1: bottom, x2: Self.left + Self.width, y2: bottom, colour: "#333"),
      SVG.line(x1: Self.left, y1: Self.top, x2: Self.left, y2: bottom, colour: "#333"),
      SVG.line(x1: x(item.start), y1: Self.top, x2: x(item.start), y2: bottom, colour: Self.before),
      SVG.line(x1: x(item.value), y1: Self.top, x2: x(item.value), y2: bottom, colour: Self.found),
      SVG.polyline(line, colour: Self.curve),
      SVG.text("100 %", x: 6, y: Self.top + 8, colour: "#555"),
      SVG.text("0 %", x: 18, y: bottom, colour: "#555"),
      SVG.text(Self.plain(low), x: Self.left, y: bottom + 16, colour: "#555"),
      SVG.text(Self.plain(high), x: Self.left + Self.width - 16, y: bottom + 16, colour: "#555"),
      SVG.text(
        Self.plain(item.value), x: x(item.value) + 3, y: bottom - 4, colour: Self.found),
    ]
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? value.fixed(0) : value.fixed(value < 10 ? 2 : 1)
  }
}
