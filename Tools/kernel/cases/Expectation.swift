import MotionCore

/// What the report of a session must say.
struct Expectation {
  /// How far holds may be off, in seconds, as the README states it.
  private static let holdTolerance = 0.8
  /// How far other times may be off, in seconds, on a busy machine.
  private static let timeTolerance = 1.0

  /// Repetitions or holds that were done.
  var count: Int
  /// How long each hold was.
  var holdSeconds: [Double]
  /// Shortest and longest length of the session.
  var sessionSeconds: ClosedRange<Double>
  /// How long the signal was interrupted; nil where it was not.
  var gapSeconds: Double?
  /// Words that a warning must have.
  var warning: String?
  /// The sensor must have been silent at times, so that fewer samples than this came.
  var mostSamples = Int.max

  /// Compares a report.
  ///
  /// - Throws: `Outcome.failed` with everything that is wrong.
  func check(_ report: LiveReport) throws {
    let faults = [
      countFault(report), holdFault(report), gapFault(report.quality), lengthFault(report.quality),
      warningFault(report),
    ].compactMap(\.self)
    guard faults.isEmpty else { throw Outcome.failed(faults.joined(separator: "; ")) }
  }

  private func countFault(_ report: LiveReport) -> String? {
    let counted = report.sets.map(\.count).reduce(0, +)
    return counted == count ? nil : "\(counted) counted, \(count) done"
  }

  private func holdFault(_ report: LiveReport) -> String? {
    let held = report.heldSeconds
    let fits = zip(held, holdSeconds).allSatisfy { abs($0 - $1) <= Self.holdTolerance }
    return fits ? nil : "held \(held) s, in truth \(holdSeconds) s"
  }

  private func gapFault(_ quality: LiveReport.Quality) -> String? {
    let gaps = quality.gaps.map { $0.end - $0.start }
    let expected = gapSeconds.map { [$0] } ?? []
    let fits =
      gaps.count == expected.count
      && zip(gaps, expected).allSatisfy { abs($0 - $1) <= Self.timeTolerance }
    return fits ? nil : "gaps of \(gaps) s, expected \(expected)"
  }

  private func lengthFault(_ quality: LiveReport.Quality) -> String? {
    guard quality.samples <= mostSamples else { return "the sensor was never silent" }
    let range = sessionSeconds
    let allowed = range.lowerBound - Self.timeTolerance...range.upperBound + Self.timeTolerance
    return allowed.contains(quality.seconds)
      ? nil : "\(quality.seconds) s long, in truth \(range) s"
  }

  private func warningFault(_ report: LiveReport) -> String? {
    guard let warning, !report.warnings.contains(where: { $0.contains(warning) }) else {
      return nil
    }
    return "no warning says '\(warning)': \(report.warnings)"
  }
}
