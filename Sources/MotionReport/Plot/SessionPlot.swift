import MotionCore

/// The movement signals of all sets of a session, one below the other.
package struct SessionPlot {
  private static let pixelsPerSecond = 12.0

  private let session: ReportedSession

  /// A drawing of a session whose signals are known.
  package init(_ session: ReportedSession) { self.session = session }

  /// The drawing as an SVG document.
  package var svg: String {
    let plots = session.report.sets.indices.compactMap { index -> Plot? in
      let set = session.report.sets[index]
      var plot = SetPlot(
        set, trace: session.signal(of: index), gaps: session.report.quality.gaps)?.plot
      if let title = plot?.title {
        plot?.title = "\(Wording.sentenceStart(set.plan.title)): \(title)"
      }
      return plot
    }
    let missing = session.report.sets.count - plots.count
    return PlotSheet(
      session.context.recording ?? session.context.title,
      note: missing > 0 ? "\(Wording.count(missing, "set")) without signal" : nil,
      plots: plots, pixelsPerUnit: Self.pixelsPerSecond
    ).svg
  }
}
