/// Plots as an SVG document of their own, one below the other, under one title and one legend.
package struct PlotSheet: Sendable {
  private static let margin = 16.0
  private static let (titleHeight, legendHeight) = (26.0, 24.0)
  private static let (plotTitleHeight, plotGap) = (20.0, 14.0)
  private static let panelHeight = 170.0
  /// Narrower and the legend has no room; wider and no program opens it.
  private static let widths = 760.0...6000.0

  private let title: String
  private let note: String?
  private let plots: [Plot]
  private let width: Double

  /// A sheet.
  ///
  /// - Parameters:
  ///   - title: what is drawn; of a sheet with one plot, its own title follows.
  ///   - note: what must be known to read it, in a sentence.
  ///   - pixelsPerUnit: how broad it is for each unit of the horizontal axis, within bounds.
  package init(_ title: String, note: String? = nil, plots: [Plot], pixelsPerUnit: Double = 0) {
    self.title = title
    self.note = note
    self.plots = plots
    let units = plots.map { $0.axis.range.upperBound - $0.axis.range.lowerBound }.max() ?? 0
    width = min(max(units * pixelsPerUnit, Self.widths.lowerBound), Self.widths.upperBound)
  }

  /// The document.
  package var svg: String {
    let heads = Self.margin + Self.titleHeight + legendHeight
    var top = heads
    var drawn: [Markup] = []
    for plot in plots {
      let height = plot.height(panel: Self.panelHeight)
      drawn.append(
        .element("text", ["class": "head", "x": "16", "y": Plot.figure(top + 12)], plot.title))
      drawn.append(
        .element(
          "svg",
          [
            "x": "16", "y": Plot.figure(top + Self.plotTitleHeight),
            "width": Plot.figure(width - 2 * Self.margin), "height": Plot.figure(height),
          ], plot.drawing(panel: Self.panelHeight)))
      top += Self.plotTitleHeight + height + Self.plotGap
    }
    let document = Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "plot sheet", "role": "img",
        "aria-label": ([title] + plots.map(\.title)).joined(separator: ". "),
        "width": Plot.figure(width), "height": Plot.figure(top),
      ],
      [
        .element("style", [:], [.plotStyle]),
        .element("rect", ["class": "ground", "width": "100%", "height": "100%"]),
        .element("text", ["class": "sheet-title", "x": "16", "y": "30"], title),
      ] + legend + drawn)
    return document.rendered + "\n"
  }

  private var legendHeight: Double {
    forms.isEmpty && names.isEmpty && note == nil ? 0 : Self.legendHeight
  }

  private var forms: [PlotMark.Form] {
    PlotMark.Form.allCases.filter { form in plots.contains { $0.forms.contains(form) } }
  }

  /// What the curves of a panel are, where it has several.
  private var names: [String] {
    plots.flatMap(\.panels).map { $0.curves.compactMap(\.name) }.first { !$0.isEmpty } ?? []
  }

  private static let legendWidth = 14.0
  /// About how wide a letter of the legend is.
  private static let letterWidth = 6.2

  private var legend: [Markup] {
    var x = Self.margin
    let y = Self.margin + Self.titleHeight
    let marks = forms.flatMap { form -> [Markup] in
      defer { x += Self.legendWidth + 22 + Double(form.meaning.count) * Self.letterWidth }
      return [
        form.bar(x: Plot.figure(x), width: Plot.figure(Self.legendWidth), y: y, height: 12),
        .element(
          "text",
          [
            "class": "tick", "x": Plot.figure(x + Self.legendWidth + 6), "y": Plot.figure(y + 10),
          ], form.meaning),
      ]
    }
    let lines = names.enumerated().flatMap { number, name -> [Markup] in
      defer { x += Self.legendWidth + 24 }
      return [
        .element(
          "line",
          [
            "class": "curve axis\(number)", "x1": Plot.figure(x),
            "x2": Plot.figure(x + Self.legendWidth), "y1": Plot.figure(y + 6),
            "y2": Plot.figure(y + 6),
          ]),
        .element(
          "text",
          [
            "class": "tick", "x": Plot.figure(x + Self.legendWidth + 4), "y": Plot.figure(y + 10),
          ], name),
      ]
    }
    let words = note.map { note in
      [
        Markup.element(
          "text", ["class": "tick", "x": Plot.figure(x), "y": Plot.figure(y + 10)], note)
      ]
    }
    return marks + lines + (words ?? [])
  }
}

extension Markup {
  /// The style sheet of every plot.
  static let plotStyle = Markup(resource: PackageResources.plot_css)
}
