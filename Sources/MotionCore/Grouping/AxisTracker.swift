/// Watches the movement signal along one axis and groups what goes out and comes back along it.
///
/// Nothing is known beforehand of the mount, so several trackers, each with an axis and a scale of
/// its own, follow the same signal; the one whose movements form the best candidate set is
/// selected.
struct AxisTracker: Sendable {
  /// Reversals under this share of the expected range are ignored (0.2 to 0.3 do the same on the
  /// corpus).
  static let hysteresisRatio: Float = 0.2
  /// An extreme this close to the start of the signal, in frames, may have been interrupted there.
  static let cutFrames = 5
  /// A cycle cut at one end needs this share of the missing way (design.md, section 3).
  static let cutShare: Float = 0.5

  /// Number of this tracker within its finder.
  let id: Int
  /// Unit vector; the sign is arbitrary.
  let axis: MovementVector
  /// The range that is expected, in radians or their equivalent.
  let expectedRange: Float
  /// Frame at which it was set up.
  let birth: Int
  /// What leaves towards larger values and comes back.
  private(set) var rising = MovementGroups()
  /// What leaves towards smaller values and comes back.
  private(set) var falling = MovementGroups()
  /// Candidate sets that the newest movements do not touch, which so stay as they are.
  private(set) var closed: CandidateList
  /// The others, in both directions, as of the last `refresh`.
  private(set) var open: [CandidateSet] = []
  /// The candidate set of the highest score, as of the last `refresh`.
  private(set) var best: CandidateSet?
  /// What the open ones are together with the movement that is running, as of when that was last
  /// asked for; nil where there is none. Nothing else depends on it.
  var running: [CandidateSet]?
  /// A movement on its way back, for as long as it was not looked at.
  var unread: MovementReader.Extrema?
  /// The first frame at which what follows a group's last movement is known; asked at every frame.
  private var nextRestEnd = Int.max
  /// The first frame at which what follows the running movement is known, where it was looked at.
  var runningRestEnd = Int.max
  private var explainedByClosed: Float = 0
  private var tracker: TurningPointTracker
  private(set) var turningPoints = NewestTurningPoints()
  private var segmentStart: Int?
  /// How far back the running movement was when it was last handed on, as a share of its way out.
  private var provisionalReturn: Float = 0
  private(set) var classifiedRising = ClassifiedGroups()
  private(set) var classifiedFalling = ClassifiedGroups()

  init(
    id: Int, axis: MovementVector, expectedRange: Float, birth: Int, search: Int = 0
  ) {
    self.id = id
    self.axis = axis
    self.expectedRange = expectedRange
    self.birth = birth
    tracker = TurningPointTracker(hysteresis: Self.hysteresisRatio * expectedRange)
    closed = CandidateList(owner: .init(search: search, tracker: id))
  }

  /// Every candidate set of at least two movements, without the one that is running.
  var candidates: [CandidateSet] { closed.sets + open }

  /// How much of the signal the best candidate set explains.
  var explained: Float { max(explainedByClosed, open.explained) }

  /// Takes over what another tracker, along nearly the same axis, saw before a frame.
  mutating func inherit(_ other: AxisTracker, before frame: Int) {
    rising.inherit(other.rising, before: frame)
    falling.inherit(other.falling, before: frame)
    classifiedRising.inherit(other.classifiedRising)
    classifiedFalling.inherit(other.classifiedFalling)
  }

  /// Takes the frame at `index`, the newest of the buffer; true when a movement is over, or proves to be
  /// something else.
  mutating func process(index: Int, buffer: FrameBuffer, classifier: MovementClassifier) -> Bool {
    if segmentStart == nil { segmentStart = index }
    let value = axis.dot(buffer[index])
    if let turningPoint = tracker.process(value, at: index) {
      turn(at: turningPoint)
      return closeMovement(buffer: buffer, classifier: classifier)
    }
    noteRunning(value: value, index: index, isHold: classifier.rules.isHold)
    return index + 1 >= nextRestEnd && reconsider(buffer: buffer)
  }

  /// The signal has turned: what was on its way back is over.
  private mutating func turn(at turningPoint: TurningPoint) {
    turningPoints.append(turningPoint)
    forgetRunning()
  }

  /// Calls for another look at the groups of each direction in which what follows the last movement
  /// shows that it was none of them.
  private mutating func reconsider(buffer: FrameBuffer) -> Bool {
    let isRising = classifiedRising.lookAtRests(in: buffer)
    let isFalling = classifiedFalling.lookAtRests(in: buffer)
    if isRising { rising.noteChange() }
    if isFalling { falling.noteChange() }
    // What was made of the running one goes by what these were.
    if isRising || isFalling { forgetRunning() }
    noteRests()
    return isRising || isFalling
  }

  private mutating func noteRests() {
    nextRestEnd = min(
      classifiedRising.nextRestEnd ?? .max, classifiedFalling.nextRestEnd ?? .max)
  }

  /// Ends the segment of signal: what is running is closed if enough of it was seen.
  mutating func cut(buffer: FrameBuffer, classifier: MovementClassifier) -> Bool {
    defer {
      tracker = TurningPointTracker(hysteresis: tracker.hysteresis)
      turningPoints = NewestTurningPoints()
      segmentStart = nil
      forgetRunning()
    }
    let isReconsidered = reconsider(buffer: buffer)
    guard let last = tracker.running, let rest = turningPoints.last else { return isReconsidered }
    turn(at: last)
    let isClosed = closeMovement(buffer: buffer, classifier: classifier, isEnd: true)
    return noteUnfinished(from: rest, to: last, buffer: buffer, classifier: classifier)
      || isClosed || isReconsidered
  }

  /// Keeps what was on its way out when the signal broke off: it is listed, not counted.
  private mutating func noteUnfinished(
    from rest: TurningPoint, to peak: TurningPoint, buffer: FrameBuffer,
    classifier: MovementClassifier
  ) -> Bool {
    guard buffer.indices.contains(rest.index), peak.index > rest.index else { return false }
    let reader = self.reader(isRising: peak.isMaximum, buffer: buffer, classifier: classifier)
    let extrema = MovementReader.Extrema(
      before: rest.index, peak: peak.index, after: buffer.end - 1, isCutAfter: true)
    guard let read = reader.movement(extrema) else { return false }
    var seen = reader.timed(read)
    seen.movement.isUnfinished = true
    self[isRising: peak.isMaximum].add(
      seen, rules: classifier.rules, rateHertz: classifier.rateHertz)
    return true
  }

  /// Classifies the groups anew that the newest movements touch; the others stay as they are.
  mutating func refresh(_ classifier: MovementClassifier, buffer: FrameBuffer) {
    let labels = (rising: rising.openLabels, falling: falling.openLabels)
    classifiedRising.refresh(
      rising, axis: id, isRising: true, labels: labels.rising, classifier,
      reader: reader(isRising: true, buffer: buffer, classifier: classifier))
    classifiedFalling.refresh(
      falling, axis: id, isRising: false, labels: labels.falling, classifier,
      reader: reader(isRising: false, buffer: buffer, classifier: classifier))
    noteRests()
    close(but: labels)
    var open = classifiedRising.candidates + classifiedFalling.candidates
    weigh(&open)
    self.open = open
    let all = CandidateSets([closed, CandidateList(open)])
    best = all.highest(1) { $0.score }.first.map { all[$0] }
  }

  /// Closes the candidate sets of all groups but these; what is open or part of another group is
  /// closed no more.
  private mutating func close(but labels: (rising: [Int], falling: [Int])) {
    // Read beforehand: a closure that reads the tracker while its candidate sets change copies all
    // of it.
    let absorbed = (rising: rising.absorbed, falling: falling.absorbed)
    func isGone(_ identity: CandidateSet.Identity) -> Bool {
      identity.isRising
        ? labels.rising.contains(identity.label) || absorbed.rising.contains(identity.label)
        : labels.falling.contains(identity.label) || absorbed.falling.contains(identity.label)
    }
    let before = closed.version
    closed.removeAll { isGone($0.identity) }
    for position in open.indices where !isGone(open[position].identity) {
      closed.append(open[position])
    }
    if closed.version != before { explainedByClosed = closed.explained }
  }

  private mutating func closeMovement(
    buffer: FrameBuffer, classifier: MovementClassifier, isEnd: Bool = false
  ) -> Bool {
    guard let before = turningPoints.first, let peak = turningPoints.middle,
      let after = turningPoints.last
    else { return false }
    let rise = abs(peak.value - before.value)
    let fall = abs(peak.value - after.value)
    let isCutBefore =
      before.index <= (segmentStart ?? 0) + Self.cutFrames
      && rise < (1 - Movement.onsetThreshold) * fall
    let isCutAfter = isEnd && fall < (1 - Movement.onsetThreshold) * rise
    guard !(isCutBefore && rise < Self.cutShare * fall),
      !(isCutAfter && fall < Self.cutShare * rise)
    else { return true }
    var extrema = MovementReader.Extrema(
      before: before.index, peak: peak.index, after: after.index, isCutBefore: isCutBefore,
      isCutAfter: isCutAfter)
    let reader = self.reader(isRising: peak.isMaximum, buffer: buffer, classifier: classifier)
    if buffer.indices.contains(before.index), !isCutBefore, !isCutAfter {
      let trimmed = RestTrimmer(reader: reader).trimmed(extrema)
      // What looks like the rest behind a movement may be where a breath ends within a longer one.
      if trimmed != extrema,
        self[isRising: peak.isMaximum].movements.last?.restAfter == extrema.before,
        add(
          extrema, isRising: peak.isMaximum, buffer: buffer, classifier: classifier,
          ifMerged: true)
      {
        return true
      }
      extrema = trimmed
    }
    return add(extrema, isRising: peak.isMaximum, buffer: buffer, classifier: classifier)
  }

  /// Notes a movement that is on its way back where that is to be looked at (`leastReturn`,
  /// `rereadShare`), and when as much as a rest was seen after it.
  private mutating func noteRunning(value: Float, index: Int, isHold: Bool) {
    // Asked at every frame, and mostly no.
    let wayBack = turningPoints.wayBack(of: value)
    let hasRested = runningRestEnd <= index + 1
    guard
      hasRested
        || wayBack >= max(Self.leastReturn(isHold: isHold), provisionalReturn + Self.rereadShare),
      let before = turningPoints.middle, let peak = turningPoints.last
    else { return }
    if hasRested { runningRestEnd = .max }
    provisionalReturn = wayBack
    unread = .init(before: before.index, peak: peak.index, after: index, isCutAfter: true)
  }

  /// The movement that was running is over, or broke off.
  private mutating func forgetRunning() {
    provisionalReturn = 0
    (unread, running, runningRestEnd) = (nil, nil, .max)
  }

  /// Adds a movement, together with those before it with which it is one.
  ///
  /// - Parameter ifMerged: a movement by itself is not added.
  private mutating func add(
    _ extrema: MovementReader.Extrema, isRising: Bool, buffer: FrameBuffer,
    classifier: MovementClassifier, ifMerged: Bool = false
  ) -> Bool {
    let reader = self.reader(isRising: isRising, buffer: buffer, classifier: classifier)
    guard buffer.indices.contains(extrema.before), let read = reader.movement(extrema) else {
      return false
    }
    var seen = reader.timed(read)
    if let (merged, count) = Self.merged(
      seen.movement, into: self[isRising: isRising].movements, reader: reader,
      classifier: classifier)
    {
      for _ in 0..<count { self[isRising: isRising].removeLast() }
      seen = merged
    } else if ifMerged {
      return false
    }
    self[isRising: isRising].add(seen, rules: classifier.rules, rateHertz: classifier.rateHertz)
    return true
  }

  func reader(
    isRising: Bool, buffer: FrameBuffer, classifier: MovementClassifier
  ) -> MovementReader {
    MovementReader(
      buffer: buffer, axis: isRising ? axis : -axis, rateHertz: classifier.rateHertz,
      isHold: classifier.rules.isHold,
      headingWeight: Float(classifier.rules.weights.heading),
      largestAsymmetry: classifier.rules.largestAsymmetry)
  }

  /// The groups of one direction.
  subscript(isRising isRising: Bool) -> MovementGroups {
    get { isRising ? rising : falling }
    _modify {
      if isRising { yield &rising } else { yield &falling }
    }
  }
}
