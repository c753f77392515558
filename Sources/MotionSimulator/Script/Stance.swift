import MotionCore

/// A posture in which a person stays or exercises.
enum Stance: Sendable, Hashable {
  case bentOver
  case standing
  /// On a chair, the hands in the lap.
  case seated
  case kneeling
  /// On the floor.
  case sitting
  case lying(top: Side)

  /// The postures to pass through from this one, the last being `goal`.
  func route(to goal: Stance) -> [Stance] {
    var route: [Stance] = []
    var here = self
    while here != goal {
      here = here.step(toward: goal)
      route.append(here)
    }
    return route
  }

  private func step(toward goal: Stance) -> Stance {
    switch self {
    case .bentOver: .standing
    case .seated: .standing
    case .standing: goal == .bentOver || goal == .seated ? goal : .kneeling
    case .kneeling: [.standing, .bentOver, .seated].contains(goal) ? .standing : .sitting
    case .sitting: if case .lying = goal { goal } else { .kneeling }
    case .lying: .sitting
    }
  }

  /// The joint by which the posture gives way when a person tires.
  var sinkingJoint: Joint {
    if case .lying = self { .roll } else { .pitch }
  }

  /// Every joint's value in this posture, for a body of the given size.
  func levels(of body: Anthropometry) -> [(Joint, Double)] {
    var levels: [(Joint, Double)] = [(.hipHeight, hipMetres(of: body))]
    levels.append((.pitch, pitchDegrees.degrees))
    levels.append((.twist, 0))
    levels.append((.roll, rollDegrees.degrees))
    for side in Side.allCases {
      levels += [(.elevation(side), 0), (.retraction(side), 0), (.pronation(side), 0)]
      levels += arm(side).map { ($0, $1.degrees) }
    }
    return levels
  }

  private func hipMetres(of body: Anthropometry) -> Double {
    switch self {
    case .standing, .bentOver: body.standingHipMetres
    case .seated: body.seatedHipMetres
    case .kneeling: body.kneelingHipMetres
    case .sitting: 0.1
    case .lying: 0.17
    }
  }

  private var pitchDegrees: Double {
    switch self {
    case .standing: 3
    case .bentOver: 60
    case .seated: 5
    case .kneeling: 6
    case .sitting: 12
    case .lying: 0
    }
  }

  private var rollDegrees: Double {
    // lying on the right side lifts the left one
    if case .lying(let top) = self { 88 * top.sign } else { 0 }
  }

  private func arm(_ side: Side) -> [(Joint, Double)] {
    let angles: (flexion: Double, abduction: Double, rotation: Double, elbow: Double) =
      switch self {
      case .standing: (5, 7, 0, 12)
      case .bentOver: (60, 4, 0, 8)
      case .seated: (25, 8, -20, 75)
      case .kneeling: (18, 8, 0, 30)
      case .sitting: (35, 12, -10, 50)
      // both arms straight out in front, the top hand on the lower one
      case .lying(let top): (88, side == top ? -14 : 4, 0, 6)
      }
    return [
      (.flexion(side), angles.flexion), (.abduction(side), angles.abduction),
      (.rotation(side), angles.rotation), (.elbow(side), angles.elbow),
    ]
  }
}
