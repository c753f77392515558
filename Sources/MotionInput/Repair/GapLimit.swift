import MotionCore

/// How far apart rows of one stream stand at most; beyond it the core sees a gap.
enum GapLimit {
  /// The limit of the canonical recording, in seconds.
  static let seconds = Gap.limitSeconds
  /// The same in nanoseconds.
  static let nanoseconds = Int64(seconds * Units.nanosecondsPerSecond)
}
