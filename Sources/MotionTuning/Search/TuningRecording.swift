import MotionCore

/// A labelled recording in memory, ready to be measured with any thresholds.
package struct TuningRecording: Sendable {
  /// What it is called in reports.
  package let name: String
  /// Who did it; nil where it is not said.
  package let subject: String?
  /// How long it is, in seconds.
  package var seconds: Double { recording.quality.seconds }
  /// Whether turns come from a gyroscope.
  package var usesGyroscope: Bool { recording.usesGyroscope }

  private let recording: ConditionedRecording
  /// What truly happened in it.
  package let truth: SetTruth
  /// What was asked for in it.
  package let target: Target?

  /// A recording from its parts.
  package init(
    name: String, subject: String?, recording: ConditionedRecording, truth: SetTruth,
    target: Target?
  ) {
    self.name = name
    self.subject = subject
    self.recording = recording
    self.truth = truth
    self.target = target
  }

  /// What an exercise's detector finds in it, compared with the truth.
  package func comparison(with exercise: Exercise) -> SetComparison {
    comparison(of: recording.report(for: PlannedSet(exercise: exercise, target: target)))
  }

  /// What was found in it already, compared with the truth.
  package func comparison(of report: SessionReport) -> SetComparison {
    SetComparison(report.sets[0], reported: [], truth: truth, gaps: report.quality.gaps)
  }
}
