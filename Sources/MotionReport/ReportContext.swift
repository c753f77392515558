import MotionCore

/// What a report says about the recording beside what was found in it.
package struct ReportContext: Sendable, Hashable {
  /// What was checked, for a person: the title of the programme or of the exercise.
  package var title: String
  /// The recording's path as it was given; nil for a live session without one.
  package var recording: String?
  /// When it was recorded, ISO 8601; nil where the recording does not say.
  package var recordedAt: String?
  /// Which sensor it came from; nil where the recording does not say.
  package var device: String?
  /// The program's version.
  package var version: String
  /// The parameter file's path as it was given; nil where the defaults hold.
  package var parameters: String?
  /// Who exercised, as the person who asked for the report writes it; nil where nobody said.
  package var patient: String?
  /// What the person who asked for the report adds to it.
  package var note: String?
  /// What the person said who exercised.
  package var remark: SessionRemark

  /// A context from its parts.
  package init(
    title: String, recording: String? = nil, recordedAt: String? = nil, device: String? = nil,
    version: String, parameters: String? = nil, patient: String? = nil, note: String? = nil,
    remark: SessionRemark = SessionRemark()
  ) {
    self.title = title
    self.recording = recording
    self.recordedAt = recordedAt
    self.device = device
    self.version = version
    self.parameters = parameters
    self.patient = patient
    self.note = note
    self.remark = remark
  }
}
