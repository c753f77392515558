/// The movement that is running: looked at when somebody asks, and forgotten when it is over.
///
/// What is found in the end so does not depend on how often it was asked for.
extension AxisTracker {
  /// A movement on its way back is looked at anew each time another share of its way is done.
  static let rereadShare: Float = 0.05

  /// Looks at the movement that is running, where more of it was seen since the last time.
  mutating func readRunning(_ classifier: MovementClassifier, buffer: FrameBuffer) {
    guard let extrema = unread else { return }
    unread = nil
    guard buffer.indices.contains(extrema.before) else { return }
    let isRising = axis.dot(buffer[extrema.peak]) > axis.dot(buffer[extrema.after])
    let reader = self.reader(isRising: isRising, buffer: buffer, classifier: classifier)
    guard let movement = reader.movement(extrema, isProvisional: true) else { return }
    self[isRising: isRising].provisional = timed(movement, reader: reader, classifier: classifier)
    defer { self[isRising: isRising].provisional = nil }
    var (own, groups) =
      isRising ? (classifiedRising, rising) : (classifiedFalling, falling)
    let others = (isRising ? classifiedFalling : classifiedRising).candidates
    own.refresh(
      groups, axis: id, isRising: isRising, labels: groups.openLabels, classifier, buffer: buffer)
    var candidates = isRising ? own.candidates + others : others + own.candidates
    weigh(&candidates)
    running = candidates
  }
}
