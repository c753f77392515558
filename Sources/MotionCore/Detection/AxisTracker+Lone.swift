/// Single movements that nothing can be compared with.
extension AxisTracker {
  /// Each movement along this axis that could be the exercise by itself, as a bout of one.
  func possible(_ judge: MovementJudge, buffer: FrameBuffer) -> [Bout] {
    [(rising, true), (falling, false)].flatMap { groups, isRising in
      groups.movements.compactMap {
        judge.lone($0, identity: .init(axis: id, isRising: isRising, label: -1), buffer: buffer)
      }
    }
  }
}
