import MotionCore

/// The movement signal of a set as a drawing, with the thresholds and what was counted and what was
/// not. Pointing at a bar shows why.
package struct ExplanationPlot: Sendable {
  private static let pixelsPerSecond = 12.0

  private let title: String
  private let plot: Plot

  /// A drawing of an explanation.
  ///
  /// - Parameter reason: why a movement was counted or not.
  package init(
    title: String, _ explanation: SetExplanation, reason: (ExplainedMovement) -> String
  ) {
    self.title = title
    var number = 0
    let marks = explanation.movements.map { movement in
      let isCounted = movement.verdict?.isCounted == true
      number += isCounted ? 1 : 0
      return PlotMark(
        span: movement.start...max(movement.start, movement.end),
        form: movement.verdict?.form ?? .unlisted, number: isCounted ? number : nil,
        note: "\(Wording.fixed(movement.start, decimals: 2)) to "
          + "\(Wording.fixed(movement.end, decimals: 2)) s, "
          + "\(movement.verdict?.rawValue ?? "not listed"): \(reason(movement))")
    }
    let values = explanation.signal.compactMap(\.degrees) + explanation.levels.map(\.degrees)
    let end = explanation.signal.last?.seconds ?? 1
    plot = Plot(
      title: "\(number) counted of \(Wording.count(marks.count, "movement")) looked at",
      axis: .time(0...end), rows: [Plot.Row(marks)],
      panels: [
        Plot.Panel(
          title: "movement signal, degrees or their equivalent",
          axis: .around(values, unit: "°"),
          curves: [Plot.Curve(explanation.signal.map { (x: $0.seconds, y: $0.degrees) })],
          levels: explanation.levels.map { Plot.Level($0.name, $0.degrees) })
      ])
  }

  /// The drawing as an SVG document.
  package var svg: String {
    PlotSheet(title, plots: [plot], pixelsPerUnit: Self.pixelsPerSecond).svg
  }
}
