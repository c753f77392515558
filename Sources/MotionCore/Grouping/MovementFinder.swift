/// Finds groups of movements that resemble each other in the movement signal of one kind, along
/// axes that it finds by itself.
///
/// Every two seconds the principal axis of the newest seconds is looked at; where it is new, a
/// tracker follows it. As soon as a tracker's movements form a candidate set, the axis and scale
/// are taken anew from those movements alone, since setting up moves the limb far more than the
/// exercise. Causal. Memory holds the newest minutes of signal, and a few hundred bytes for each
/// movement that resembles others.
struct MovementFinder: Sendable {
  /// Length of the window in which a new axis is looked for, in seconds: one to three repetitions.
  static let windowSeconds = 8.0
  /// The shortest such window, at the start.
  static let firstWindowSeconds = 3.0
  /// How often a new axis is looked for, in seconds.
  static let strideSeconds = 2.0
  /// How far back a new tracker sees, in seconds: the longest hold and its surroundings.
  static let memorySeconds = 180.0
  /// Range of a steady oscillation in standard deviations (a sine: 2.83).
  static let rangePerDeviation: Float = 2.83
  /// Axes closer than this (cosine) are the same.
  static let sameAxisCosine: Float = 0.93
  /// Axes closer than this are not worth refining.
  static let refinedAxisCosine: Float = 0.995
  /// Ranges within this ratio of each other are the same scale.
  static let sameScaleRatio: Float = 1.6
  /// Ranges within this ratio are not worth refining.
  static let refinedScaleRatio: Float = 1.25
  /// Numbers of repetitions at which axis and scale are refined.
  static let refinementCounts: Set<Int> = [3, 5, 9, 17]
  /// How many axes are followed at a time.
  static let mostTrackers = 8
  /// A tracker younger than this is not given up, in seconds.
  static let graceSeconds = 20.0
  /// A candidate set that ended longer ago than this no longer protects its tracker, in seconds.
  static let recentSeconds = 60.0
  /// How far before its candidate set a refined axis is tried: it may show repetitions that the
  /// first one did not, in seconds.
  static let refinedLeadSeconds = 40.0
  /// A signal shorter than this is looked at once more when it ends, in seconds.
  static let shortSignalSeconds = 12.0
  /// Where it is not known along which axis the next movement comes, running ones are looked at this
  /// often, in seconds: along every axis that is dear, and the first two repetitions may be held
  /// back.
  static let searchStrideSeconds = 0.3
  /// Every how many frames are looked at for an axis: smoothed to 5 Hz, they are similar in
  /// between.
  static let axisStride = 4
  /// What the score of a candidate set that is no longer recent still protects.
  static let oldShare: Float = 0.05
  let classifier: MovementClassifier
  /// Number of this search among those of its detector.
  private let number: Int
  private let rateHertz: Double
  private var buffer: FrameBuffer
  private var trackers: [AxisTracker] = []
  private var former: FormerAxes
  private var segmentStart: Int?
  private var nextID = 0
  /// How it stood when a tracker's candidate set, by the tracker's number, last called for no other
  /// axis.
  private var unrefined: [Int: Refinable] = [:]
  /// The principal axis of the movements of a tracker's candidate set, by the tracker's number.
  private var ownAxes: [Int: SpanCovariance] = [:]
  /// Axis and scale of every tracker that there ever was, by its number.
  private(set) var followed: [(axis: MovementVector, expectedRange: Float)] = []

  init(
    rules: MovementRules, rateHertz: Double, number: Int = 0,
    model: @escaping SetJudgement.Model = { _ in SetJudgement() }
  ) {
    self.rateHertz = rateHertz
    self.number = number
    former = FormerAxes(search: number, isHold: rules.isHold)
    classifier = MovementClassifier(rules: rules, rateHertz: rateHertz, model: model)
    buffer = FrameBuffer(capacity: Int(Self.memorySeconds * rateHertz))
  }

  /// How much the frames were smoothed, in seconds.
  var smoothingSeconds: Double {
    get { buffer.smoothingSeconds }
    set { buffer.smoothingSeconds = newValue }
  }

  /// Every candidate set found so far, those of trackers already given up included.
  var candidates: CandidateSets {
    // By position: a tracker is large, and dear to copy.
    CandidateSets(
      [former.candidates]
        + trackers.indices.flatMap {
          [trackers[$0].closed, CandidateList(trackers[$0].running ?? trackers[$0].open)]
        })
  }

  /// True when more was seen of a movement that is running along an axis, or, some time after
  /// somebody has looked, along any where that one is not followed.
  func hasUnread(along axis: Int?, after seconds: Double) -> Bool {
    let positions = tracked(axis)
    return (positions.count == 1 || seconds >= Self.searchStrideSeconds)
      && positions.contains { trackers[$0].unread != nil }
  }

  /// Takes the movements that are running along an axis, or along any where that one is not
  /// followed, into the candidate sets, as far as they were seen; true where that changes these.
  mutating func readRunning(along axis: Int?) -> Bool {
    var isChanged = false
    for position in tracked(axis) {
      isChanged = trackers[position].readRunning(classifier, buffer: buffer) || isChanged
    }
    return isChanged
  }

  /// Where the tracker of an axis is; all of them where it is not followed.
  private func tracked(_ axis: Int?) -> Range<Int> {
    guard let axis, let position = trackers.firstIndex(where: { $0.id == axis }) else {
      return trackers.indices
    }
    return position..<position + 1
  }

  /// How much of the signal is explained by a set: the time that the repetitions of the best candidate
  /// set take, in seconds, or the number of its holds, weighed by how similar they are.
  var explained: Float {
    trackers.indices.reduce(former.explained) { max($0, trackers[$1].explained) }
  }

  /// From this frame on what surrounds a set is not known yet.
  var openFrame: Int { buffer.end - frames(Movement.PathLength.surroundingSeconds) }

  /// Each movement along any axis that could be the exercise by itself, as a candidate set of one.
  var possible: [CandidateSet] {
    former.possible + trackers.flatMap { $0.possible(classifier, buffer: buffer) }
  }

  /// The candidate set of the highest score.
  private var best: CandidateSet? {
    trackers.indices.compactMap { trackers[$0].best }.max { $0.score < $1.score }
  }

  /// Takes the next frame; true when a movement is over somewhere.
  mutating func process(_ frame: MovementFrame) -> Bool {
    buffer.append(frame.value, at: frame.index)
    let start = segmentStart ?? frame.index
    segmentStart = start
    var changed: [Int] = []
    for position in trackers.indices
    where trackers[position].process(index: frame.index, buffer: buffer, classifier: classifier) {
      trackers[position].refresh(classifier, buffer: buffer)
      changed.append(position)
    }
    let refined = changed.compactMap { refinement(at: $0) }
    for axis in refined { follow(axis) }
    let age = frame.index - start
    if age >= frames(Self.firstWindowSeconds), age.isMultiple(of: frames(Self.strideSeconds)) {
      lookForAxis()
      return true
    }
    return !changed.isEmpty
  }

  /// Ends the segment of signal: nothing is joined across what follows.
  mutating func cut() {
    buffer.isEnded = true
    if let start = segmentStart, buffer.end - start < frames(Self.shortSignalSeconds) {
      lookForAxis()
    }
    for position in trackers.indices
    where trackers[position].cut(buffer: buffer, classifier: classifier) {
      trackers[position].refresh(classifier, buffer: buffer)
    }
    for position in trackers.indices {
      if let axis = refinement(at: position) { follow(axis, isCut: true) }
    }
    segmentStart = nil
  }

  private struct AxisCandidate {
    var direction: MovementVector
    var range: Float
    var parent: AxisTracker?
    /// First frame that the tracker is shown.
    var from: Int
  }

  private func frames(_ seconds: Double) -> Int { Int(seconds * rateHertz) }

  private mutating func lookForAxis() {
    let begin = max(buffer.start, buffer.end - frames(Self.windowSeconds))
    var covariance = Covariance()
    for index in stride(from: begin, to: buffer.end, by: Self.axisStride) {
      covariance.add(buffer[index])
    }
    guard let principal = covariance.principalAxis() else { return }
    let range = Self.rangePerDeviation * principal.deviation
    guard range >= classifier.rules.range.lowerBound / 2,
      !isFollowed(principal.direction, range, Self.sameAxisCosine, Self.sameScaleRatio)
    else { return }
    let from = max(buffer.start, begin - frames(Self.windowSeconds))
    follow(AxisCandidate(direction: principal.direction, range: range, from: from))
  }

  private func isFollowed(
    _ direction: MovementVector, _ range: Float, _ cosine: Float, _ ratio: Float
  ) -> Bool {
    // By position: a tracker is large, and dear to copy.
    trackers.indices.contains { position in
      let expected = trackers[position].expectedRange
      return abs(trackers[position].axis.dot(direction)) > cosine
        && max(expected, range) < ratio * min(expected, range)
    }
  }

  /// By what a candidate set and its surroundings show that there is something new to refine.
  private struct Refinable: Sendable, Equatable {
    var candidate: CandidateSet.Identity
    var count: Int
    var score: Float
    var span: ClosedRange<Int>
    var trackers: Int
    var bufferStart: Int
  }

  /// The axis and scale of a tracker's own candidate set, where they differ from those it follows;
  /// looked for once for as long as nothing is new.
  private mutating func refinement(at position: Int) -> AxisCandidate? {
    guard let best = trackers[position].best, Self.refinementCounts.contains(best.count) else {
      return nil
    }
    let state = Refinable(
      candidate: best.identity, count: best.count, score: best.score,
      span: best.start...max(best.start, best.end),
      trackers: nextID, bufferStart: buffer.start)
    guard unrefined[trackers[position].id] != state else { return nil }
    let axisCandidate = refinement(at: position, of: best)
    unrefined[trackers[position].id] = axisCandidate == nil ? state : nil
    return axisCandidate
  }

  /// The axis and scale of a tracker's own candidate set, where they differ from those it follows.
  private mutating func refinement(at position: Int, of candidate: CandidateSet) -> AxisCandidate? {
    guard let principal = ownAxis(of: candidate, tracker: trackers[position].id) else { return nil }
    let sign: Float = principal.direction.dot(trackers[position].axis) < 0 ? -1 : 1
    let direction = principal.direction * sign
    guard
      !isFollowed(
        direction, candidate.usualRange, Self.refinedAxisCosine, Self.refinedScaleRatio)
    else { return nil }
    return AxisCandidate(
      direction: direction, range: candidate.usualRange, parent: trackers[position],
      from: max(buffer.start, candidate.start - frames(Self.refinedLeadSeconds)))
  }

  /// The principal axis of the movements of a tracker's candidate set.
  private mutating func ownAxis(of candidate: CandidateSet, tracker: Int) -> PrincipalAxis? {
    var spans: [Range<Int>] = []
    for classified in candidate.movements where classified.verdict.isCounted {
      let (from, to) = (classified.movement.restBefore, classified.movement.restAfter)
      if buffer.indices.contains(from) { spans.append(from..<max(from, to)) }
    }
    return ownAxes[tracker, default: SpanCovariance()].principalAxis(of: spans, in: buffer)
  }

  /// Sets up a tracker and lets it see what the buffer holds.
  private mutating func follow(_ axisCandidate: AxisCandidate, isCut: Bool = false) {
    var tracker = AxisTracker(
      id: nextID, axis: axisCandidate.direction, expectedRange: axisCandidate.range,
      birth: buffer.end, search: number)
    nextID += 1
    followed.append((axisCandidate.direction, axisCandidate.range))
    if let parent = axisCandidate.parent { tracker.inherit(parent, before: axisCandidate.from) }
    for index in axisCandidate.from..<buffer.end {
      _ = tracker.process(index: index, buffer: buffer, classifier: classifier)
    }
    if isCut { _ = tracker.cut(buffer: buffer, classifier: classifier) }
    tracker.refresh(classifier, buffer: buffer)
    if trackers.count >= Self.mostTrackers { giveUpWeakest() }
    trackers.append(tracker)
  }

  private mutating func giveUpWeakest() {
    let leader = best?.identity.axis
    func rankedScore(_ position: Int) -> Float {
      guard let candidate = trackers[position].best else { return 0 }
      let isRecent = buffer.end - candidate.end < frames(Self.recentSeconds)
      return isRecent ? candidate.score : candidate.score * Self.oldShare
    }
    let old = trackers.indices.filter {
      buffer.end - trackers[$0].birth >= frames(Self.graceSeconds)
    }
    let expendable = (old.isEmpty ? Array(trackers.indices) : old)
      .filter { trackers[$0].id != leader }
    guard
      let weakest = expendable.min(by: { rankedScore($0) < rankedScore($1) })
    else { return }
    let possible = trackers[weakest].possible(classifier, buffer: buffer)
    let givenUp = trackers.remove(at: weakest)
    ownAxes[givenUp.id] = nil
    unrefined[givenUp.id] = nil
    former.remember(givenUp, possible: possible)
  }
}
