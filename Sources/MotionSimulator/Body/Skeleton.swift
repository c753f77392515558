import MotionCore

/// Forward kinematics: from joints to where a segment is in the room.
///
/// Trunk, shoulder girdle, upper arm and forearm are rigid. Segment frames: x forward, y left and
/// z up in the upright body with hanging arms.
struct Skeleton: Sendable {
  let body: Anthropometry

  /// The segment that carries a sensor, with its frame's origin where the sensor's strap sits
  /// on the segment's axis.
  func segment(
    under placement: Placement, _ side: Side, of motion: BodyMotion, at time: Double
  ) -> Pose {
    let trunk = trunk(of: motion, at: time)
    switch placement {
    case .upperBack: return trunk.moved(by: Vector3(0, 0, 0.95 * body.trunkMetres))
    case .shoulder: return shoulder(side, on: trunk, of: motion, at: time)
    case .upperArm:
      let arm = upperArm(side, on: trunk, of: motion, at: time)
      return arm.moved(by: Vector3(0, 0, -0.55 * body.upperArmMetres))
    case .wrist:
      let forearm = forearm(side, on: trunk, of: motion, at: time)
      return forearm.moved(by: Vector3(0, 0, -0.95 * body.forearmMetres))
    }
  }

  private func trunk(of motion: BodyMotion, at time: Double) -> Pose {
    func value(_ joint: Joint) -> Double { motion.value(of: joint, at: time) }
    return Pose(
      position: Vector3(value(.hipForward), value(.hipLeftward), value(.hipHeight)),
      orientation: .aboutZ(value(.heading)) * .aboutY(value(.pitch)) * .aboutX(value(.roll))
        * .aboutZ(value(.twist)))
  }

  private func shoulder(
    _ side: Side, on trunk: Pose, of motion: BodyMotion, at time: Double
  ) -> Pose {
    let length = body.halfShoulderWidthMetres - body.sternoclavicularMetres
    let root = trunk.moved(
      by: Vector3(0, side.sign * body.sternoclavicularMetres, body.trunkMetres))
    let turn =
      Rotation.aboutZ(side.sign * motion.value(of: .retraction(side), at: time))
      * .aboutX(side.sign * motion.value(of: .elevation(side), at: time))
    let girdle = Pose(position: root.position, orientation: root.orientation * turn)
    return girdle.moved(by: Vector3(0, side.sign * length, 0))
  }

  private func upperArm(
    _ side: Side, on trunk: Pose, of motion: BodyMotion, at time: Double
  ) -> Pose {
    let turn =
      Rotation.aboutY(-motion.value(of: .flexion(side), at: time))
      * .aboutX(side.sign * motion.value(of: .abduction(side), at: time))
      * .aboutZ(side.sign * motion.value(of: .rotation(side), at: time))
    let shoulder = shoulder(side, on: trunk, of: motion, at: time)
    return Pose(position: shoulder.position, orientation: trunk.orientation * turn)
  }

  private func forearm(
    _ side: Side, on trunk: Pose, of motion: BodyMotion, at time: Double
  ) -> Pose {
    let elbow = upperArm(side, on: trunk, of: motion, at: time)
      .moved(by: Vector3(0, 0, -body.upperArmMetres))
    let turn =
      Rotation.aboutY(-motion.value(of: .elbow(side), at: time))
      * .aboutZ(side.sign * motion.value(of: .pronation(side), at: time))
    return Pose(position: elbow.position, orientation: elbow.orientation * turn)
  }
}

extension Pose {
  /// The same orientation at a point given in this pose's own frame, in metres.
  func moved(by offset: Vector3) -> Pose {
    Pose(position: position + orientation * offset, orientation: orientation)
  }
}
