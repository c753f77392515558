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
    let axis = PlotAxis(range, unit: Self.short(item.parameter.unit))
    let isKept = item.value == item.start
    let found = axis.label(item.value)
    return Plot(
      title: "\(item.parameter.name): "
        + (isKept ? "\(found), as before" : "\(found), before \(axis.label(item.start))"),
      axis: axis,
      panels: [
        Plot.Panel(
          title: "recordings counted exactly", axis: PlotAxis(0...100, unit: " %"),
          curves: [Plot.Curve(item.points.map { (x: $0.value, y: $0.exactShare * 100) })],
          levels: (isKept ? [] : [Plot.Level("before", item.start, isUpright: true)])
            + [Plot.Level("found", item.value, isUpright: true)], shade: item.steadyRange)
      ])
  }

  /// A unit as it stands behind a figure at an axis.
  private static func short(_ unit: String) -> String {
    switch unit {
    case "": ""
    case "degrees": "°"
    default: " \(unit)"
    }
  }
}
