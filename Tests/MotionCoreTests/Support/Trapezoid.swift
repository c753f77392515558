@testable import MotionCore

/// A movement signal made of straight ways out and back, one movement after the other.
struct Trapezoid: Sendable {
  static let rateHertz = 50.0

  /// Frames of the way out and of the way back.
  var way = 40
  /// Frames at the far side, one more than the ways' ends.
  var held = 20
  /// Frames of rest before and after.
  var rest = 30
  /// Value at the far side.
  var top: Float = 1
  /// Rest level afterwards; it is 0 before.
  var restAfter: Float = 0
  /// Channel that moves.
  var channel = 4

  /// First frame of the way out, counted from the start.
  var outStart: Int { rest }
  /// The middle of the far side.
  var peak: Int { rest + way + held / 2 }
  /// Last frame of the way back.
  var backEnd: Int { rest + 2 * way + held }
  /// Length in frames.
  var length: Int { 2 * rest + 2 * way + held }

  private func value(at index: Int) -> Float {
    let out = Float(index - outStart) / Float(way)
    let back = Float(backEnd - index) / Float(way)
    return index <= peak
      ? top * min(1, max(0, out)) : restAfter + (top - restAfter) * min(1, max(0, back))
  }

  /// The frames, as values of the movement signal.
  var frames: [MovementVector] {
    (0..<length).map { .unit(channel) * value(at: $0) }
  }

  /// The movement as it is read when it begins at `frame`.
  func movement(at frame: Int = 0) -> Movement? { seen(at: frame)?.movement }

  /// The movement with what it looks like.
  func seen(at frame: Int = 0) -> SeenMovement? {
    MovementReader(frames, from: frame, axis: .unit(channel)).movement(
      .init(before: frame + outStart, peak: frame + peak, after: frame + backEnd))
  }
}

extension MovementFeatures {
  /// The same along another path.
  func along(_ way: (MovementVector) -> MovementVector) -> MovementFeatures {
    MovementFeatures(
      size: size, path: path.map(way), restPosture: restPosture, peakPosture: peakPosture)
  }
}

extension MovementReader {
  /// A reader of these frames, the first of which has the index `from`.
  init(_ frames: [MovementVector], from: Int = 0, axis: MovementVector) {
    var buffer = FrameBuffer(capacity: frames.count)
    for (offset, frame) in frames.enumerated() { buffer.append(frame, at: from + offset) }
    self.init(
      buffer: buffer, axis: axis, rateHertz: Trapezoid.rateHertz, isHold: false,
      headingWeight: 0.5, largestAsymmetry: 0.6)
  }
}
