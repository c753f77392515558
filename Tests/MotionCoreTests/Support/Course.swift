import MotionCore

/// The course of an angle over time: smooth moves from level to level with rests between.
struct Course: Sendable {
  private struct Move {
    var start: Double
    var seconds: Double
    var from: Double
    var to: Double
  }

  private var moves: [Move] = []
  private var level = 0.0
  /// How long it is, in seconds.
  private(set) var seconds = 0.0

  /// Stays where it is.
  mutating func rest(_ seconds: Double) { self.seconds += seconds }

  /// Goes to a level, in degrees, with the least jerk.
  mutating func move(toDegrees degrees: Double, in seconds: Double) {
    let target = degrees * Units.radiansPerDegree
    moves.append(Move(start: self.seconds, seconds: seconds, from: level, to: target))
    level = target
    self.seconds += seconds
  }

  /// Angle in radians and its rate in rad/s.
  func state(at time: Double) -> (angle: Double, rate: Double) {
    guard let move = moves.last(where: { $0.start <= time }) else {
      return (moves.first?.from ?? 0, 0)
    }
    let s = min(1, (time - move.start) / move.seconds)
    let way = move.to - move.from
    let share = s * s * s * (10 + s * (6 * s - 15))
    return (move.from + way * share, way * 30 * s * s * (1 - s) * (1 - s) / move.seconds)
  }

  /// Repetitions of 1 s out and 1 s back, with rests between and around them.
  static func repetitions(
    _ count: Int, degrees: Double = 40, waySeconds: Double = 1, betweenSeconds: Double = 0.5,
    edgeSeconds: Double = 3
  ) -> Course {
    holds(
      Array(repeating: 0.2, count: count), degrees: degrees, waySeconds: waySeconds,
      betweenSeconds: betweenSeconds, edgeSeconds: edgeSeconds)
  }

  /// Positions at `degrees`, each kept for its seconds.
  static func holds(
    _ heldSeconds: [Double], degrees: Double = 40, waySeconds: Double = 1,
    betweenSeconds: Double = 4, edgeSeconds: Double = 4
  ) -> Course {
    var course = Course()
    course.rest(edgeSeconds)
    for (index, held) in heldSeconds.enumerated() {
      if index > 0 { course.rest(betweenSeconds) }
      course.move(toDegrees: degrees, in: waySeconds)
      course.rest(held)
      course.move(toDegrees: 0, in: waySeconds)
    }
    course.rest(edgeSeconds)
    return course
  }
}
