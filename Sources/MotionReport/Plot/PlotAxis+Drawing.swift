extension PlotAxis {
  /// A line across with its value for each round value of an upright axis.
  ///
  /// - Parameter y: where a value stands, in pixels from the top.
  func scale(y: (Double) -> Double) -> [Markup] {
    ticks().flatMap { value -> [Markup] in
      let place = Plot.figure(y(value))
      return [
        .element("line", ["class": "grid", "x1": "0", "x2": "100%", "y1": place, "y2": place]),
        .element(
          "text", ["class": "tick scale", "x": "0", "y": Plot.figure(y(value) - 3)], label(value)),
      ]
    }
  }
}
