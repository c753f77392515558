import MotionCore
import MotionInput
import MotionStudio
import MotionTuning

/// A labelled recording and what the session found in it.
struct EvaluatedRecording: Sendable {
  let entry: Manifest.Entry
  let sets: [SetComparison]
  /// True for a whole session of a programme.
  let isProgram: Bool

  /// Runs the recording through the session of live and replay; nil when nobody noted what is in
  /// it.
  init?(_ entry: Manifest.Entry, _ plan: SessionPlan) throws(InputError) {
    let truth = try RecordingTruth(entry)
    guard let truths = try truth.sets(of: plan) else { return nil }
    self.entry = entry
    if case .program = plan { isProgram = true } else { isProgram = false }
    let (report, events) = try Self.result(of: entry, plan)
    try truth.check(recordingSeconds: report.quality.seconds)
    sets = report.sets.indices.map {
      SetComparison(
        report.sets[$0], reported: events.reportedCounts(ofSet: $0), truth: truths[$0],
        gaps: report.quality.gaps)
    }
  }

  private static func result(
    of entry: Manifest.Entry, _ plan: SessionPlan
  ) throws(InputError) -> (SessionReport, [SessionEvent]) {
    let source = try RecordingSource(path: entry.path)
    var session = Session(
      plan: plan,
      placement: entry.placement ?? source.metadata.placement ?? plan.placement ?? .upperArm)
    var events: [SessionEvent] = []
    while let readings = try source.next() {
      for reading in readings { events += session.process(reading) }
    }
    events += session.finish()
    return (session.report, events)
  }
}
