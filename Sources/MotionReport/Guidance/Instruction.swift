import MotionCore

/// How an exercise is done, in a few short sentences that can be heard while lying down.
package enum Instruction {
  /// What a person does for this exercise, from the position on; what a programme of one's own says
  /// of it where the product does not know it.
  package static func text(for exercise: Exercise, side: Side?) -> String {
    [position(for: exercise, side: side), steps[exercise.id] ?? exercise.summary]
      .compactMap(\.self).joined(separator: " ")
  }

  /// The position to take, where it depends on the side: `Lie on your right side, left arm on top`.
  package static func position(for exercise: Exercise, side: Side?) -> String? {
    guard lying.contains(exercise.id) else { return nil }
    return side.map {
      "Lie on your \($0.opposite.rawValue) side, \($0.rawValue) arm on top, knees bent, both arms "
        + "straight ahead."
    } ?? "Lie on your side with bent knees and both arms straight ahead."
  }

  private static let lying: Set = ["open-book", "open-book-hold"]

  private static let steps = [
    "shoulder-roll": """
    Sit or stand with loose arms. Lift both shoulders, slowly take them back, and let them sink. \
    Let every circle come to rest before the next one.
    """,
    "childs-pose": """
    Kneel and sit on your heels. Slowly lean forward and reach out with both arms until your \
    forehead is down. Stay there and breathe. Come up slowly in between.
    """,
    "open-book": """
    Breathe in and slowly take the top arm up and over to the far side; breathe out and bring it \
    back.
    """,
    "open-book-hold": """
    Slowly take the top arm up and over to the far side, stay there and breathe, then bring it \
    back.
    """,
    "scapular-squeeze": """
    Sit or stand upright with loose arms and low shoulders. Slowly draw the shoulder blades \
    together, keep them there, and let go all the way.
    """,
    "bent-over-row": """
    Bend forward at the hips with a straight back, a weight in each hand, arms hanging. Slowly \
    pull the weights up to your body and let them down again just as slowly.
    """,
  ]
}

extension Side {
  /// The other one.
  fileprivate var opposite: Side { self == .left ? .right : .left }
}

extension Placement {
  /// Where the sensor sits, with the arm where one is meant: `on the outside of the left upper
  /// arm`.
  package func phrase(arm: Side?) -> String {
    let side = arm.map { "\($0.rawValue) " } ?? ""
    return switch self {
    case .upperArm: "on the outside of the \(side)upper arm"
    case .wrist: "on the \(side)wrist"
    case .shoulder: "on top of the \(side)shoulder"
    case .upperBack: "between the shoulder blades"
    }
  }
}
