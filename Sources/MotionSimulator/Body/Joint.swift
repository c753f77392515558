import MotionCore

/// One degree of freedom of the body: radians, or metres for the position of the hips.
package struct Joint: Sendable, Hashable {
  let index: Int

  private enum Trunk: Int, CaseIterable {
    case forward, leftward, height, heading, pitch, roll, twist
  }

  private enum Arm: Int, CaseIterable {
    case elevation, retraction, flexion, abduction, rotation, elbow, pronation
  }

  private init(_ joint: Trunk) { index = joint.rawValue }

  private init(_ side: Side, _ joint: Arm) {
    let arms = side == .left ? 0 : Arm.allCases.count
    index = Trunk.allCases.count + arms + joint.rawValue
  }

  /// How many degrees of freedom the body has.
  static let count = Trunk.allCases.count + 2 * Arm.allCases.count

  /// Position of the hips in the room, in metres.
  static let hipForward = Joint(.forward)
  static let hipLeftward = Joint(.leftward)
  static let hipHeight = Joint(.height)
  /// Turn of the whole trunk about the vertical, to the left.
  static let heading = Joint(.heading)
  /// Bend of the trunk at the hips, forward.
  static let pitch = Joint(.pitch)
  /// Tilt of the trunk about its forward axis: +90 degrees is lying on the right side.
  static let roll = Joint(.roll)
  /// Turn of the chest about the spine, to the left.
  static let twist = Joint(.twist)

  /// True where the unit is the metre.
  var isLength: Bool { [.hipForward, .hipLeftward, .hipHeight].contains(self) }

  /// True for this arm's shoulder girdle, upper arm and forearm.
  func isOfArm(_ side: Side) -> Bool {
    Arm.allCases.contains { self == Joint(side, $0) }
  }

  /// Shoulder girdle about the sternoclavicular joint, up.
  static func elevation(_ side: Side) -> Joint { Joint(side, .elevation) }
  /// Shoulder girdle about the sternoclavicular joint, back.
  static func retraction(_ side: Side) -> Joint { Joint(side, .retraction) }
  /// Upper arm against the chest, forward and up.
  static func flexion(_ side: Side) -> Joint { Joint(side, .flexion) }
  /// Upper arm against the chest, outward; outward in the horizontal plane when flexed by 90.
  static func abduction(_ side: Side) -> Joint { Joint(side, .abduction) }
  /// Upper arm about its long axis, outward.
  static func rotation(_ side: Side) -> Joint { Joint(side, .rotation) }
  /// Elbow, bending.
  static func elbow(_ side: Side) -> Joint { Joint(side, .elbow) }
  /// Forearm about its long axis, outward.
  static func pronation(_ side: Side) -> Joint { Joint(side, .pronation) }
}

extension Side {
  /// +1 on the left, where the body's y axis points.
  var sign: Double { self == .left ? 1 : -1 }

  /// The opposite arm.
  var other: Side { self == .left ? .right : .left }
}
