extension PlotAxis {
  /// A line across for each round value of an upright axis, with its value over it.
  ///
  /// - Parameters:
  ///   - y: where a value stands, in pixels from the top.
  ///   - marks: what is drawn over the lines and under their values.
  func scale(under marks: [Markup] = [], y: (Double) -> Double) -> [Markup] {
    let lines = ticks().map { value -> Markup in
      let place = Plot.figure(y(value))
      return .element(
        "line", ["class": "grid", "x1": "0", "x2": "100%", "y1": place, "y2": place])
    }
    let values = ticks().map { value -> Markup in
      .element(
        "text", ["class": "tick scale", "x": "0", "y": Plot.figure(y(value) - 3)], label(value))
    }
    return lines + marks + values
  }
}
