import MotionReport
import MotionTuning

/// How the figures depend on each threshold, as a drawing: a panel each, with the share of
/// recordings counted exactly over the values that were tried.
struct SensitivityPlot {
  private let title: String
  private let items: [Sensitivity]

  init(title: String, _ items: [Sensitivity]) {
    self.title = title
    self.items = items
  }

  /// The drawing as an SVG document.
  var svg: String {
    PlotSheet(
      title,
      note: "Share of recordings counted exactly; shaded: as right as with the value found",
      plots: items.map(plot)
    ).svg
  }

  private func plot(_ item: Sensitivity) -> Plot {
    let tried = item.points.map(\.value)
    let range = (tried.min() ?? item.value)...(tried.max() ?? item.value)
    let unit = item.parameter.unit.isEmpty ? "" : " \(item.parameter.unit)"
    let axis = PlotAxis(range, unit: unit)
    return Plot(
      title: "\(item.parameter.name): from \(axis.label(item.start)) to \(axis.label(item.value))",
      axis: axis,
      panels: [
        Plot.Panel(
          title: "recordings counted exactly", axis: PlotAxis(0...100, unit: " %"),
          curves: [Plot.Curve(item.points.map { (x: $0.value, y: $0.exactShare * 100) })],
          levels: [
            Plot.Level("before", item.start, isUpright: true),
            Plot.Level("found", item.value, isUpright: true),
          ], shade: item.steadyRange)
      ])
  }
}
