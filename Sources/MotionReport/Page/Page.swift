/// One self-contained HTML document: no script, nothing fetched, opens from disk.
struct Page {
  /// The title in the window and the print's head.
  let title: String
  /// What stands in the page.
  let content: [Markup]
  /// The program's version.
  let version: String

  /// The document.
  var html: String {
    Markup(resource: PackageResources.report_html).filled([
      "title": Markup(title),
      "style": Markup([Markup(resource: PackageResources.page_css), .plotStyle]),
      "content": Markup(content),
      "version": Markup(version),
    ]).rendered
  }
}

extension Markup {
  /// A table with a caption for those who cannot see where it stands, and heads for its columns.
  ///
  /// - Parameter rows: the first cell of each is its head.
  static func table(
    caption: String, heads: [String], rows: [[Markup]], style: String? = nil
  ) -> Markup {
    let columns = heads.map { Markup.element("th", ["scope": "col"], $0) }
    let body = rows.map { row in
      Markup.element(
        "tr", [:],
        row.enumerated().map { place, cell in
          place == 0
            ? .element("th", ["scope": "row"], [cell])
            : .element("td", ["data-label": heads[place]], [cell])
        })
    }
    return .element(
      "table", ["class": style],
      [
        .element("caption", [:], caption),
        .element("thead", [:], [.element("tr", [:], columns)]),
        .element("tbody", [:], body),
      ])
  }

  /// Terms with what they are.
  static func facts(_ facts: [(String, Markup?)]) -> Markup {
    .element(
      "dl", [:],
      facts.compactMap { term, value in
        value.map { .element("div", [:], [.element("dt", [:], term), .element("dd", [:], [$0])]) }
      })
  }

  /// A drawing under its name, with a legend of the marks that are in it.
  ///
  /// - Parameters:
  ///   - height: of the drawing, in pixels; it is as wide as the page.
  ///   - table: which table has the figures, for those who cannot see the drawing.
  static func figure(
    _ name: String, caption: String, height: Double, drawing: [Markup], table: String,
    legend: [PlotMark.Form] = []
  ) -> Markup {
    let items = legend.map { form in
      Markup.element(
        "li", [:],
        [
          .element(
            "svg", ["class": "plot", "width": "14", "height": "12", "aria-hidden": "true"],
            [form.bar(x: "1", width: "12", y: 0, height: 12)]),
          Markup(" \(form.meaning)"),
        ])
    }
    let list = items.isEmpty ? [] : [Markup.element("ul", ["class": "legend"], items)]
    return .element(
      "figure", [:],
      [
        .element("figcaption", [:], [.element("strong", [:], name), Markup(" " + caption)]),
        .element(
          "svg",
          [
            "class": "plot", "role": "img", "width": "100%", "height": Plot.figure(height),
            "aria-label": "\(name): \(caption). \(table)",
          ], drawing),
      ] + list)
  }
}
