/// Single movements that nothing can be compared with.
extension AxisTracker {
  /// Each movement along this axis that could be the exercise by itself, as a candidate set of one.
  func possible(_ classifier: MovementClassifier, buffer: FrameBuffer) -> [CandidateSet] {
    [(rising, true), (falling, false)].flatMap { groups, isRising in
      groups.movements.compactMap {
        classifier.single(
          $0, identity: .init(axis: id, isRising: isRising, label: -1), buffer: buffer)
      }
    }
  }
}
