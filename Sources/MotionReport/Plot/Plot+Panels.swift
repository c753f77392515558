import MotionCore

extension Plot {
  func shade(of panel: Panel, at top: Double, height: Double) -> [Markup] {
    guard let range = panel.shade else { return [] }
    return [
      .element(
        "rect",
        [
          "class": "asked", "x": x(range.lowerBound), "y": Self.figure(top),
          "width": width(range), "height": Self.figure(height),
        ])
    ]
  }

  func draw(_ panel: Panel, at top: Double, height: Double) -> [Markup] {
    let y = { (value: Double) in top + (1 - panel.axis.share(value)) * height }
    let title = Markup.element(
      "text",
      ["class": "title", "x": "100%", "y": Self.figure(top - 4), "text-anchor": "end"],
      panel.title)
    let curves = Markup.element(
      "svg",
      [
        "x": "0", "y": Self.figure(top), "width": "100%", "height": Self.figure(height),
        "viewBox": "0 0 \(Self.mostColumns) 1000", "preserveAspectRatio": "none",
        "class": "curves",
      ], panel.curves.enumerated().flatMap { lines($1, number: $0, of: panel) })
    let points = panel.points.map { point in
      Markup.element(
        "circle",
        ["class": "point", "cx": x(point.x), "cy": Self.figure(y(point.y)), "r": "2.5"])
    }
    return [title] + panel.axis.scale(under: points, y: y) + [curves]
      + panel.levels.map { draw($0, y: y, from: top, height: height) }
  }

  private func draw(
    _ level: Level, y: (Double) -> Double, from top: Double, height: Double
  ) -> Markup {
    let (x1, x2) = level.isUpright ? (x(level.value), x(level.value)) : ("0", "100%")
    let (y1, y2) = level.isUpright ? (top, top + height) : (y(level.value), y(level.value))
    let nearEnd = level.isUpright && axis.share(level.value) > 0.7
    return Markup([
      .element(
        "line",
        [
          "class": "level", "x1": x1, "x2": x2, "y1": Self.figure(y1), "y2": Self.figure(y2),
        ]),
      .element(
        "text",
        [
          "class": "tick level", "x": level.isUpright ? x1 : "100%",
          "dx": level.isUpright && !nearEnd ? "4" : "-4",
          "y": Self.figure(level.isUpright ? top + 11 : y1 - 3),
          "text-anchor": level.isUpright && !nearEnd ? "start" : "end",
        ], level.name),
    ])
  }

  private func lines(_ curve: Curve, number: Int, of panel: Panel) -> [Markup] {
    PlotLine.lines(curve.points, along: axis, columns: Self.mostColumns).map { line in
      let points = line.map { point in
        let x = axis.share(point.x) * Double(Self.mostColumns)
        return "\(Self.figure(x)),\(Self.figure((1 - panel.axis.share(point.y)) * 1000))"
      }
      return .element(
        "polyline",
        [
          "class": "curve axis\(number)\(curve.isMain ? " main" : "")",
          "points": points.joined(separator: " "),
        ])
    }
  }
}
