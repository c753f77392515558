import MotionCore

/// Sizes in pixels.
private enum Size {
  static let number = 14.0
  static let row = 16.0
  static let rowTitle = 14.0
  static let rowGap = 8.0
  static let panelTitle = 16.0
  static let ticks = 20.0
}

extension Plot {
  /// How high the drawing is, in pixels, with panels of this height.
  func height(panel: Double) -> Double {
    rows.reduce(0) { $0 + Self.height(of: $1) }
      + Double(panels.count) * (panel + Size.panelTitle) + Size.ticks
  }

  private static func height(of row: Row) -> Double {
    (row.title.isEmpty ? 0 : Size.rowTitle) + Size.number + Size.row + Size.rowGap
  }

  /// What is drawn, without the element around it; `y` is where it begins.
  func drawing(panel height: Double, from y: Double = 0) -> [Markup] {
    var place = y
    var drawn: [Markup] = []
    for row in rows {
      drawn += draw(row, at: place)
      place += Self.height(of: row)
    }
    let top = place
    for panel in panels {
      drawn += draw(panel, at: place + Size.panelTitle, height: height)
      place += height + Size.panelTitle
    }
    return shades(from: top, to: place) + grid(from: top, to: place) + drawn
  }

  private func x(_ value: Double) -> String { Self.figure(axis.share(value) * 100) + "%" }

  private func width(_ range: ClosedRange<Double>) -> String {
    Self.figure((axis.share(range.upperBound) - axis.share(range.lowerBound)) * 100) + "%"
  }

  // MARK: - Behind everything

  private func shades(from top: Double, to bottom: Double) -> [Markup] {
    gaps.filter { $0.end > axis.range.lowerBound && $0.start < axis.range.upperBound }.map { gap in
      let note =
        "No signal from \(Wording.clock(gap.start)) to \(Wording.clock(gap.end))"
        + (gap.reason.map { ": \($0.sentence)" } ?? "")
      return .element(
        "rect",
        [
          "class": "gap", "x": x(gap.start), "y": Self.figure(top),
          "width": width(gap.start...max(gap.start, gap.end)), "height": Self.figure(bottom - top),
        ], [.element("title", [:], note)])
    }
  }

  /// More ticks than a narrow screen has room for; every second is hidden there.
  private static let ticks = 10

  private func grid(from top: Double, to bottom: Double) -> [Markup] {
    axis.ticks(atMost: Self.ticks).enumerated().flatMap { number, value -> [Markup] in
      let fine = number.isMultiple(of: 2) ? "" : " fine"
      let share = axis.share(value)
      let anchor = share < 0.03 ? "start" : share > 0.97 ? "end" : "middle"
      return [
        .element(
          "line",
          [
            "class": "grid", "x1": x(value), "x2": x(value), "y1": Self.figure(top),
            "y2": Self.figure(bottom),
          ]),
        .element(
          "text",
          [
            "class": "tick\(fine)", "x": x(value), "y": Self.figure(bottom + 14),
            "text-anchor": anchor,
          ], axis.label(value)),
      ]
    }
  }

  // MARK: - Marks

  private func draw(_ row: Row, at top: Double) -> [Markup] {
    let title =
      row.title.isEmpty
      ? []
      : [
        Markup.element(
          "text", ["class": "title", "x": "0", "y": Self.figure(top + 11)], row.title)
      ]
    let place = top + (row.title.isEmpty ? 0 : Size.rowTitle)
    let numbered = NumberSpacing(
      row.marks.filter { $0.number != nil }.map { axis.share($0.middle) })
    return title
      + row.marks.flatMap { mark -> [Markup] in
        let bar = mark.form.bar(
          x: x(mark.span.lowerBound), width: width(mark.span), y: place + Size.number,
          height: Size.row, note: mark.note)
        guard let number = mark.number, let style = numbered.style(of: number) else { return [bar] }
        return [
          bar,
          .element(
            "text",
            [
              "class": "number\(style)", "x": x(mark.middle), "y": Self.figure(place + 10),
              "text-anchor": "middle",
            ], "\(number)"),
        ]
      }
  }

  // MARK: - Panels

  private func draw(_ panel: Panel, at top: Double, height: Double) -> [Markup] {
    let y = { (value: Double) in top + (1 - panel.axis.share(value)) * height }
    let title = Markup.element(
      "text",
      ["class": "title", "x": "100%", "y": Self.figure(top - 4), "text-anchor": "end"],
      panel.title)
    let shade = panel.shade.map { range in
      Markup.element(
        "rect",
        [
          "class": "asked", "x": x(range.lowerBound), "y": Self.figure(top),
          "width": width(range), "height": Self.figure(height),
        ])
    }
    let curves = Markup.element(
      "svg",
      [
        "x": "0", "y": Self.figure(top), "width": "100%", "height": Self.figure(height),
        "viewBox": "0 0 \(Self.mostColumns) 1000", "preserveAspectRatio": "none",
        "class": "curves",
      ], panel.curves.enumerated().flatMap { lines($1, number: $0, of: panel) })
    return [shade, title].compactMap(\.self) + scale(panel.axis, y: y) + [curves]
      + panel.levels.map { draw($0, y: y, from: top, height: height) }
  }

  private func scale(_ axis: PlotAxis, y: (Double) -> Double) -> [Markup] {
    axis.ticks().flatMap { value -> [Markup] in
      [
        .element(
          "line",
          [
            "class": "grid", "x1": "0", "x2": "100%", "y1": Self.figure(y(value)),
            "y2": Self.figure(y(value)),
          ]),
        .element(
          "text", ["class": "tick scale", "x": "0", "y": Self.figure(y(value) - 3)],
          axis.label(value)),
      ]
    }
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

extension PlotMark {
  fileprivate var middle: Double { (span.lowerBound + span.upperBound) / 2 }
}

/// Which numbers of a row can be written without touching each other.
private struct NumberSpacing {
  /// Two digits with some room, as a share of a wide screen and of a phone.
  private static let (wide, narrow) = (0.022, 0.062)

  private let wideStep: Int
  private let narrowStep: Int

  init(_ places: [Double]) {
    let nearest = zip(places, places.dropFirst()).map { $1 - $0 }.sorted()
    // A tenth may lie closer, such as a movement begun twice.
    let usual = nearest.isEmpty ? 1 : nearest[nearest.count / 10]
    func step(_ room: Double) -> Int {
      [1, 2, 5, 10, 20, 50, 100].first { Double($0) * usual >= room } ?? 1000
    }
    (wideStep, narrowStep) = (step(Self.wide), step(Self.narrow))
  }

  /// The classes with which a number is written; nil where it has no room.
  func style(of number: Int) -> String? {
    let isWritten = { (step: Int) in number == 1 || number.isMultiple(of: step) }
    guard isWritten(wideStep) else { return nil }
    return isWritten(narrowStep) ? "" : " fine"
  }
}
