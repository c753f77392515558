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
    var asked: [Markup] = []
    for panel in panels {
      asked += shade(of: panel, at: place + Size.panelTitle, height: height)
      drawn += draw(panel, at: place + Size.panelTitle, height: height)
      place += height + Size.panelTitle
    }
    return shades(from: top, to: place) + asked + grid(from: top, to: place) + drawn
  }

  func x(_ value: Double) -> String { Self.figure(axis.share(value) * 100) + "%" }

  func width(_ range: ClosedRange<Double>) -> String {
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

  /// Nearer to an end a value stands beside its line, so that it is not cut: half the width of a
  /// long one, in the narrowest plot.
  private static let edgeShare = 0.07

  // A narrow screen has less room: every second value is hidden there.
  private func grid(from top: Double, to bottom: Double) -> [Markup] {
    axis.ticks(atMost: mostTicks).enumerated().flatMap { number, value -> [Markup] in
      let fine = number.isMultiple(of: 2) ? "" : " fine"
      let share = axis.share(value)
      let anchor =
        share < Self.edgeShare ? "start" : share > 1 - Self.edgeShare ? "end" : "middle"
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
}

extension PlotMark {
  fileprivate var middle: Double { (span.lowerBound + span.upperBound) / 2 }
}
