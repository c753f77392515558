import MotionCore

/// A session as every reporter takes it: what was found, and what is known around it.
package struct ReportedSession: Sendable {
  /// What was found.
  package var report: SessionReport
  /// What is known of the recording.
  package var context: ReportContext
  /// The movement signal of each set, as far as one was asked for and is there.
  package var signals: [MovementTrace?]

  /// A session from its parts.
  package init(
    _ report: SessionReport, context: ReportContext, signals: [MovementTrace?] = []
  ) {
    self.report = report
    self.context = context
    self.signals = signals
  }

  /// The signal of a set.
  func signal(of set: Int) -> MovementTrace? {
    signals.indices.contains(set) ? signals[set] : nil
  }
}

/// The movement signal around one set, along the axis that the set moves along.
package struct MovementTrace: Sendable {
  /// Seconds from the recording's first sample, with degrees from rest; nil in gaps.
  package var points: [(seconds: Double, degrees: Double?)]

  /// A trace from its points.
  package init(_ points: [(seconds: Double, degrees: Double?)]) { self.points = points }
}
