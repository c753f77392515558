/// A column for each movement of a set: how long a position was held against what was asked for,
/// how far a repetition went, how its time was spent.
package struct ColumnChart: Sendable {
  /// One movement.
  package struct Column: Sendable {
    /// Its number among those counted; nil for one that was not.
    package var number: Int?
    /// Values on top of each other; most charts have one.
    package var values: [Double]
    /// How it is drawn.
    package var form: PlotMark.Form
    /// What is shown when it is pointed at.
    package var note: String
  }

  /// What is drawn, in a sentence.
  package var title: String
  /// The scale, from zero.
  package var axis: PlotAxis
  /// The movements in their order.
  package var columns: [Column]
  /// What was asked for: its least and, where it has one, its greatest value.
  package var asked: (least: Double, greatest: Double?)?
  /// What is written beside the range that was asked for.
  package var askedTitle = ""

  /// A chart from its parts, with a scale that has all of them in it.
  package init(
    title: String, unit: String, columns: [Column],
    asked: (least: Double, greatest: Double?)? = nil, askedTitle: String = ""
  ) {
    self.title = title
    self.columns = columns
    self.asked = asked
    self.askedTitle = askedTitle
    let tops = columns.map { $0.values.reduce(0, +) }
    let limits = [asked?.least, asked?.greatest].compactMap(\.self)
    axis = .fromZero(tops + limits, unit: unit)
  }

  private static let numberHeight = 18.0
  /// Fewer columns do not become broader than this many would be.
  private static let fewestPlaces = 8
  /// Room between columns, as a share of one's place.
  private static let spaceFraction = 0.35

  /// How high the drawing is, in pixels, with columns of at most this height.
  func height(columns height: Double) -> Double { height + Self.numberHeight + Self.topRoom }

  /// Above the highest column, for the scale's own letters.
  private static let topRoom = 14.0

  /// What is drawn, without the element around it.
  func drawing(columns height: Double) -> [Markup] {
    let bottom = Self.topRoom + height
    let y = { (value: Double) in bottom - axis.share(value) * height }
    return askedBand(y) + axis.scale(y: y)
      + columns.indices.flatMap { draw(columns[$0], at: $0, y: y, bottom: bottom) }
  }

  private func askedBand(_ y: (Double) -> Double) -> [Markup] {
    guard let asked else { return [] }
    let greatest = asked.greatest ?? axis.range.upperBound
    return [
      .element(
        "rect",
        [
          "class": "asked", "x": "0", "y": Plot.figure(y(greatest)), "width": "100%",
          "height": Plot.figure(max(y(asked.least) - y(greatest), 1)),
        ]),
      .element(
        "line",
        [
          "class": "level", "x1": "0", "x2": "100%", "y1": Plot.figure(y(asked.least)),
          "y2": Plot.figure(y(asked.least)),
        ]),
      .element(
        "text",
        [
          "class": "tick level", "x": "100%", "dx": "-4", "y": Plot.figure(y(asked.least) - 4),
          "text-anchor": "end",
        ], askedTitle),
    ]
  }

  /// A strip at the left for the scale's letters, in percent.
  private static let scalePercent = 9.0

  private func draw(
    _ column: Column, at place: Int, y: (Double) -> Double, bottom: Double
  ) -> [Markup] {
    let room = (100 - Self.scalePercent) / Double(max(columns.count, Self.fewestPlaces))
    let left = Self.scalePercent + Double(place) * room
    let width = room * (1 - Self.spaceFraction)
    var base = 0.0
    let bars = column.values.enumerated().map { part, value -> Markup in
      defer { base += value }
      return .element(
        "rect",
        [
          "class": "column \(column.form.style) part\(part)",
          "x": Plot.figure(left) + "%", "width": Plot.figure(width) + "%",
          "y": Plot.figure(y(base + value)), "height": Plot.figure(y(base) - y(base + value)),
        ], [.element("title", [:], column.note)])
    }
    guard let number = column.number else { return bars }
    let isFine = columns.count > 16 && !number.isMultiple(of: 5) && number != 1
    return bars + [
      .element(
        "text",
        [
          "class": isFine ? "number fine" : "number", "x": Plot.figure(left + width / 2) + "%",
          "y": Plot.figure(bottom + 13), "text-anchor": "middle",
        ], "\(number)")
    ]
  }
}
