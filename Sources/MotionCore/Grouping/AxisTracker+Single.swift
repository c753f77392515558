/// Single movements that nothing can be compared with.
extension AxisTracker {
  /// Each movement along this axis that could be the exercise by itself, as a candidate set of one.
  ///
  /// What is out and what is rest shows at its ends, as it does at those of a candidate set.
  func possible(_ classifier: MovementClassifier, buffer: FrameBuffer) -> [CandidateSet] {
    [(rising, falling, true), (falling, rising, false)].flatMap { groups, others, isRising in
      let unfinished = groups.movements.filter(\.isUnfinished)
      return groups.movements.indices.compactMap { place in
        let movement = groups.movements[place]
        var candidate = classifier.single(
          SeenMovement(movement: movement, features: groups.features(at: place)),
          unfinished: unfinished,
          identity: .init(axis: id, isRising: isRising, label: -1), buffer: buffer)
        candidate?.score *= power(Self.ambiguousPolarityFactor, Self.ends(of: movement, in: others))
        return candidate
      }
    }
  }

  /// How many ends of a movement lie within one of the other direction.
  private static func ends(of movement: Movement, in others: MovementGroups) -> Float {
    let ends = [movement.start, movement.end].count { frame in
      others.fiducials.contains { other in
        (other.canRepeat || other.isUnfinished) && !other.runsOn && other.start < frame
          && frame < other.end
      }
    }
    return Float(ends)
  }
}
