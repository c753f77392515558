import MotionCore

/// Anything that hands out readings in stream order: a recording, a pipe, a serial port, a device.
///
/// Guaranteed of every source: components are finite, sample times strictly increase, and readings
/// lie on the `RecordingGrid`, so that writing and reading them again changes nothing. A gyroscope
/// is there in every sample or in none.
package protocol ReadingSource: AnyObject {
  /// What is known of the recording; complete once the first reading has been handed out, for a
  /// regular file as soon as it is open.
  var metadata: RecordingMetadata { get }
  /// What had to be left out or changed so far, one sentence each, for the report's warnings.
  var notices: [String] { get }
  /// Samples that came in another order than that of time.
  var reorderedSamples: Int { get }
  /// What came and could not be used, as long as nothing could; for live sources.
  var unreadable: String? { get }
  /// The next readings: empty when none came within about 0.1 s, nil at the end of the stream.
  ///
  /// A call may throw after earlier ones returned readings: a recording without gravity is only
  /// known for one after its first seconds.
  func next() throws(InputError) -> [MotionReading]?
}

extension ReadingSource {
  /// None, for sources that cannot come out of order.
  package var reorderedSamples: Int { 0 }
  /// None, for sources that cannot be taken for another kind.
  package var unreadable: String? { nil }

  /// The next readings, as `next()`; of a source that is to end anyway a failure is its end.
  ///
  /// - Parameter isLast: whether an end was asked for. Ask for that before the readings: what came
  ///   until then is taken, however late it is looked at.
  package func next(isLast: Bool) throws(InputError) -> [MotionReading]? {
    do {
      return try next()
    } catch {
      guard isLast else { throw error }
      return nil
    }
  }
}

/// What a recording says of itself.
package struct RecordingMetadata: Sendable, Hashable {
  /// The sensor, such as its name with vendor and product id.
  package var device: String?
  /// Where on the body it was worn.
  package var placement: Placement?
  /// When recording began, as an ISO 8601 time.
  package var recordedAt: String?
  /// When its own clock says that it began, where nobody noted it: a clock may never have been set,
  /// and two sensors may have begun at once.
  package var clockStart: String?
  /// When it began, as far as anybody or anything says.
  package var start: String? { recordedAt ?? clockStart }
  /// The programme that it was recorded under, whole, as a YAML text.
  package var program: String?
  /// Other comment lines at the top of the recording, without their `#`.
  package var comments: [String]
  /// What the person said of the session at its end.
  package var remark = SessionRemark()

  /// Metadata from its parts.
  package init(
    device: String? = nil, placement: Placement? = nil, recordedAt: String? = nil,
    program: String? = nil, comments: [String] = []
  ) {
    self.device = device
    self.placement = placement
    self.recordedAt = recordedAt
    self.program = program
    self.comments = comments
  }
}
