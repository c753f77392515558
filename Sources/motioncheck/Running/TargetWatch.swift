import MotionCore

/// Knows when a live session of one exercise may end by itself: once its target has stood for a
/// while, since what is told of the newest movements may still be taken back.
struct TargetWatch {
  /// How long the target must stand: two seconds.
  private static let settlingNanoseconds: Int64 = 2_000_000_000

  private let reps: Int?
  private var reached: Int64?
  private var latest: Int64?

  /// A watch for the target of a single exercise; a programme has none.
  init(_ plan: SessionPlan) {
    reps = if case .single(let set) = plan { set.target?.reps } else { nil }
  }

  /// True when the target has stood for long enough after this reading, which brought these events.
  mutating func stands(after reading: MotionReading, _ events: [SessionEvent]) -> Bool {
    guard let reps, case .sample(let sample) = reading else { return false }
    latest = sample.nanoseconds
    for count in events.compactMap(Self.count) {
      reached = count >= reps ? reached ?? sample.nanoseconds : nil
    }
    return reached.map { sample.nanoseconds - $0 >= Self.settlingNanoseconds } ?? false
  }

  /// The target stood and was not met all the same: it must stand for as long again.
  mutating func waitOnceMore() { reached = latest }

  private static func count(_ event: SessionEvent) -> Int? {
    switch event {
    case .repetition(_, _, let count), .repetitionCorrected(_, _, let count),
      .hold(_, _, let count), .holdCorrected(_, _, let count):
      count
    case .holdReached, .gap: nil
    }
  }
}
