import MotionCore

/// Why labels cannot be what truly happened.
package struct LabelFault: Error, Sendable, Hashable {
  /// Position of the label at which it shows.
  package var position: Int
  /// What was found.
  package var found: String
  /// What was expected.
  package var expected: String

  /// A recording may end this much before its last label does, in seconds: a label is drawn by hand
  /// and a cycle cut by the end still counts.
  static let toleratedSeconds = 1.0
  /// Two events that share more than this of the shorter one are one event noted twice; quick
  /// repetitions may overlap a little.
  static let toleratedOverlap = 0.5

  /// The first thing that is wrong with a recording's labels; nil where they agree.
  ///
  /// - Parameter seconds: how long the recording is.
  package static func first(in labels: [Label], recordingSeconds seconds: Double) -> LabelFault? {
    labels.indices.lazy.compactMap { position in
      outside(labels[position], at: position, seconds: seconds)
        ?? twice(labels, at: position) ?? miscounted(labels, at: position)
    }.first
  }

  private static func outside(_ label: Label, at position: Int, seconds: Double) -> LabelFault? {
    guard label.start < 0 || label.end > seconds + toleratedSeconds else { return nil }
    return LabelFault(
      position: position, found: "a label from \(label.times)",
      expected: "labels within the recording, which is \(seconds.fixed(1)) s long")
  }

  private static func twice(_ labels: [Label], at position: Int) -> LabelFault? {
    let label = labels[position]
    let earlier = labels[..<position].first { other in
      let isSameKind = other.kind == label.kind && other.exercise == label.exercise
      let isSameSide = other.side == nil || label.side == nil || other.side == label.side
      let shared = min(other.end, label.end) - max(other.start, label.start)
      let shorter = min(other.end - other.start, label.end - label.start)
      return isSameKind && isSameSide && shared > toleratedOverlap * shorter
    }
    return earlier.map { other in
      LabelFault(
        position: position,
        found: "a \(label.kind.rawValue) from \(label.times) over another from \(other.times)",
        expected: "each \(label.kind.rawValue) once")
    }
  }

  private static func miscounted(_ labels: [Label], at position: Int) -> LabelFault? {
    let set = labels[position]
    guard set.kind == .set, let count = set.count else { return nil }
    let inside = labels.filter {
      $0.kind != .set && $0.exercise == set.exercise && set.start <= $0.start && $0.end <= set.end
    }
    let counted = inside.count { $0.isCounted }
    guard !inside.isEmpty, counted != count else { return nil }
    return LabelFault(
      position: position, found: "a set of \(count) in which \(counted) events are labelled",
      expected: "as many events as the set's count (those with count 0, partial or short, left out)"
    )
  }
}

extension Label {
  fileprivate var times: String { "\(start.fixed(1)) to \(end.fixed(1)) s" }
}
