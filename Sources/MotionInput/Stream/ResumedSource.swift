import MotionCore

/// A session that was interrupted and goes on: first its recording, as fast as it can be read, then
/// a gap as long as the pause was, then the sensor.
///
/// To whoever reads it this is one stream, so that a resumed session is what a replay of the whole
/// recording will be.
package final class ResumedSource: ReadingSource {
  /// The shortest pause that is assumed, in nanoseconds, where clocks say less: longer than
  /// `GapLimit`, so that it is a gap without its marker, too.
  static let shortestPause: Int64 = 1_000_000_000

  private let past: RecordingSource
  private let live: any ReadingSource
  private let pause: Int64
  /// The last sample of the recording; before there is one, nothing can be resumed.
  private var last: IMUSample?
  /// What is added to the sensor's own times; nil until its first sample comes.
  private var shift: Int64?

  /// True as long as readings come from the recording; the first call that gives none of them gives
  /// no others.
  package private(set) var isPast = true

  /// Goes on with a recording.
  ///
  /// - Parameters:
  ///   - past: the recording, not yet read.
  ///   - pauseNanoseconds: how long ago it broke off.
  ///   - live: the sensor that the session goes on with.
  package init(past: RecordingSource, pauseNanoseconds: Int64, live: any ReadingSource) {
    self.past = past
    self.live = live
    pause = RecordingGrid.round(nanoseconds: max(Self.shortestPause, pauseNanoseconds))
  }

  /// What the recording says of itself.
  package var metadata: RecordingMetadata { past.metadata }

  /// What had to be left out or changed so far, in the recording and since.
  package var notices: [String] { past.notices + live.notices + [otherSensor].compactMap(\.self) }

  /// The next readings: empty when none came within about 0.1 s, nil at the end of the stream.
  ///
  /// - Throws: also when the sensor's samples cannot stand in the same recording.
  package func next() throws(InputError) -> [MotionReading]? {
    if isPast {
      if let readings = try past.next() {
        note(readings)
        return readings
      }
      isPast = false
      return []
    }
    return try live.next().map(placed)
  }

  private var otherSensor: String? {
    guard let first = past.metadata.device, let second = live.metadata.device, first != second
    else { return nil }
    return "the session was begun with \(first) and resumed with \(second)"
  }

  private func note(_ readings: [MotionReading]) {
    for case .sample(let sample) in readings { last = sample }
  }

  private func placed(_ readings: [MotionReading]) throws(InputError) -> [MotionReading] {
    guard let last else { return readings }
    guard let shift else {
      guard case .sample(let first)? = readings.first(where: \.isSample) else { return [] }
      guard (first.angularRate == nil) == (last.angularRate == nil) else {
        let has = last.angularRate == nil ? "has no gyroscope" : "has a gyroscope"
        throw .notResumable(path: past.path, reason: "it \(has), unlike this sensor")
      }
      let shift = last.nanoseconds + pause - first.nanoseconds
      self.shift = shift
      let gap = Marker(nanoseconds: last.nanoseconds, kind: .gap())
      return [.marker(gap)] + readings.map { $0.shifted(by: shift) }
    }
    return readings.map { $0.shifted(by: shift) }
  }
}

extension MotionReading {
  fileprivate var isSample: Bool { if case .sample = self { true } else { false } }

  fileprivate func shifted(by nanoseconds: Int64) -> MotionReading {
    switch self {
    case .sample(var sample):
      sample.nanoseconds += nanoseconds
      return .sample(sample)
    case .marker(var marker):
      marker.nanoseconds += nanoseconds
      return .marker(marker)
    }
  }
}
