import MotionCore

/// The values of one channel as they come, asked for in between by straight lines.
///
/// The counterpart of `ChannelJoiner` for a stream: nothing is joined over more than a gap, and
/// what is asked for must come in order of time.
struct ChannelLine {
  /// What is known of a moment.
  enum Value: Hashable {
    case known(Vector3)
    /// Later measurements may tell.
    case waiting
    /// Nothing was measured near it.
    case unknown
  }

  private var points: [(time: Int64, vector: Vector3)] = []

  /// Time of the newest; nil before there is one.
  var newest: Int64? { points.last?.time }

  mutating func append(_ vector: Vector3, at time: Int64) { points.append((time, vector)) }

  mutating func removeAll() { points.removeAll() }

  /// The value at this time, which is not before one that was asked for.
  mutating func value(at time: Int64) -> Value {
    let passed = points.lastIndex { $0.time <= time } ?? 0
    points.removeFirst(min(passed, points.count))
    guard let first = points.first else { return .waiting }
    if first.time == time { return .known(first.vector) }
    guard first.time < time else { return .unknown }
    guard points.count > 1 else { return .waiting }
    let step = points[1].time - first.time
    guard step <= GapLimit.nanoseconds else { return .unknown }
    let share = Double(time - first.time) / Double(step)
    return .known(first.vector + (points[1].vector - first.vector) * share)
  }
}
