/// The count of a set as a screen shows it: it does not flicker while the detector makes up its
/// mind.
struct ShownCount: Sendable {
  /// A lower count is shown once it has stood for this long, in seconds.
  static let standingSeconds = 2.0

  private var count = 0
  private var isJudged = false
  /// Holds that were long enough as they were timed live.
  private var presumed = 0
  private var shown = 0
  private var loweredAt = 0.0

  /// Takes what the session counts.
  mutating func take(count: Int, at now: Double) {
    change(at: now) {
      $0.count = count
      $0.isJudged = true
    }
  }

  /// Takes how many holds seem to have been done; it is shown until the session counts.
  mutating func take(presumed: Int, at now: Double) {
    guard !isJudged, presumed > self.presumed else { return }
    change(at: now) { $0.presumed = presumed }
  }

  private mutating func change(at now: Double, _ change: (inout ShownCount) -> Void) {
    let before = (shown: value(at: now).count, known: known)
    change(&self)
    shown = before.shown
    if known < before.known { loweredAt = now }
  }

  private var known: Int { isJudged ? count : presumed }

  /// What is shown now, and whether the session is not sure of it. What was seen is never shown as
  /// nothing while the set may still go on.
  func value(at now: Double) -> (count: Int, isUnsure: Bool) {
    if known >= shown { return (known, false) }
    if known > 0, now - loweredAt >= Self.standingSeconds { return (known, false) }
    return (shown, true)
  }
}
