/// The movement that is running: looked at when somebody asks, and forgotten when it is over.
///
/// What is found in the end so does not depend on how often it was asked for.
extension AxisTracker {
  /// A movement on its way back is looked at anew when another such share of its way is done: a
  /// repetition so once, and a position three times (at a quarter of that no repetition of a set is
  /// told sooner, `Tools/accuracy-trials announcements`).
  static let rereadShare: Float = 0.2

  /// From this share of its way back on a running movement is looked at: a repetition is over there,
  /// and of a position it is no breath any more. One that is taken up again at once is still joined.
  static func leastReturn(isHold: Bool) -> Float {
    isHold ? localMinimumRatio : 1 - Movement.onsetThreshold
  }

  /// Looks at the movement that is running, where more of it was seen since the last time; true
  /// where the candidate sets are others now.
  mutating func readRunning(_ classifier: MovementClassifier, buffer: FrameBuffer) -> Bool {
    guard let extrema = unread else { return false }
    unread = nil
    let before = running != nil
    running = together(with: extrema, classifier, buffer: buffer)
    return before || running != nil
  }

  /// The open candidate sets together with a movement that is running; nil where it is none, or
  /// changes nothing that is told.
  ///
  /// It may change that before it is over where the newest movements could be a set that is asked
  /// for, or where it is the second one of its like. All others, as when walking or at a desk, change
  /// nothing until then.
  private mutating func together(
    with extrema: MovementReader.Extrema, _ classifier: MovementClassifier, buffer: FrameBuffer
  ) -> [CandidateSet]? {
    guard buffer.indices.contains(extrema.before) else { return nil }
    let isRising = axis.dot(buffer[extrema.peak]) > axis.dot(buffer[extrema.after])
    let reader = self.reader(isRising: isRising, buffer: buffer, classifier: classifier)
    // The cheap questions first: mostly nobody waits for it, and nothing could be like it.
    let isExpected = isExpected(isRising: isRising)
    guard isExpected || hasLoneMovement(isRising: isRising),
      let seen = reader.movement(extrema, isProvisional: true),
      isExpected || isSecond(seen.features, isRising: isRising, classifier)
    else { return nil }
    self[isRising: isRising].provisional = reader.timed(seen)
    defer { self[isRising: isRising].provisional = nil }
    var (own, groups) =
      isRising ? (classifiedRising, rising) : (classifiedFalling, falling)
    let others = (isRising ? classifiedFalling : classifiedRising).candidates
    own.refresh(
      groups, axis: id, isRising: isRising, labels: groups.openLabels, classifier, reader: reader)
    runningRestEnd = own.nextRestEnd ?? .max
    var candidates = isRising ? own.candidates + others : others + own.candidates
    weigh(&candidates)
    return candidates
  }

  /// True where the newest movements of a direction could be a set that is asked for.
  private func isExpected(isRising: Bool) -> Bool {
    (isRising ? classifiedRising : classifiedFalling).candidates.contains {
      $0.judgement.logOddsOfLongest > -SetJudgement.benefitOfDoubt
    }
  }

  /// True where one of the newest movements of a direction has none of its like yet.
  private func hasLoneMovement(isRising: Bool) -> Bool {
    self[isRising: isRising].newestLabels.contains { isLone($0, isRising: isRising) }
  }

  /// True where a movement is the second one of its like.
  private func isSecond(
    _ features: MovementFeatures, isRising: Bool, _ classifier: MovementClassifier
  ) -> Bool {
    let label = self[isRising: isRising].label(
      like: features, within: MovementClassifier.rejectedDistance, by: classifier.rules.distance)
    return label.map { isLone($0, isRising: isRising) } ?? false
  }

  /// True where what has this label is no candidate set yet.
  private func isLone(_ label: Int, isRising: Bool) -> Bool {
    !(isRising ? classifiedRising : classifiedFalling).candidates.contains {
      $0.identity.label == label
    }
  }
}
