import Glibc

@testable import MotionCore

/// The way of an arm to an angle, and how long it stays there.
struct ArmWay: Sendable {
  /// From where it hangs, in degrees.
  var degrees: Double
  /// How long the way takes, in seconds.
  var seconds = 1.0
  /// How long it stays, in seconds.
  var restSeconds = 0.1

  /// What is counted of an arm that goes these ways one after the other.
  ///
  /// - Parameter stride: while it goes on somebody asks every so many frames; nil when it is over.
  static func count(_ ways: [ArmWay], askingEvery stride: Int? = nil) -> Int {
    let rateHertz = Session.rateHertz
    var finder = MovementFinder(
      rules: MovementRules(Exercise.repetition.parameters, longestPauseSeconds: .infinity),
      rateHertz: rateHertz)
    var (index, now) = (0, ways.first?.degrees ?? 0)
    func show(_ degrees: Double) {
      let angle = Float(degrees * Units.radiansPerDegree)
      let value = MovementVector.unit(0) * sin(angle) + .unit(1) * cos(angle)
      _ = finder.process(MovementFrame(index: index, value: value))
      index += 1
      if let stride, index.isMultiple(of: stride) { _ = finder.readRunning(along: nil) }
    }
    for way in ways {
      let frames = Int(way.seconds * rateHertz)
      for frame in 0..<frames {
        let share = (1 - cos(Double(frame) / Double(frames) * .pi)) / 2
        show(now + (way.degrees - now) * share)
      }
      now = way.degrees
      for _ in 0..<Int(way.restSeconds * rateHertz) { show(now) }
    }
    if stride == nil { finder.cut() } else { _ = finder.readRunning(along: nil) }
    let candidates = finder.candidates
    return candidates.highest(1) { $0.score }.first.map { candidates[$0].count } ?? 0
  }
}
