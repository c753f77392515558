/// Finds the candidate sets of one exercise in uniform samples: the movement signal of its kind,
/// and the search for movements that resemble each other.
///
/// Where the gyroscope is in doubt both readings of the samples are searched, and the one whose
/// movements are the better explained is used.
struct ExerciseDetector: Sendable {
  /// How much more of the signal the accelerometer alone must explain before the gyroscope is
  /// dropped, as a ratio: with a gyroscope that is right at least as much is.
  static let droppedGyroscopeRatio: Float = 1.1
  /// The same for a gyroscope that keeps gravity steady, and so may be noisy or loose at worst.
  static let droppedRightGyroscopeRatio: Float = 1.3

  private var searches: SearchedReadings
  /// Times the position that is held; nil for repetitions.
  private var holdWatch: HoldWatch?
  private let rules: MovementRules
  private var selector: CandidateSelector
  private let model: SetJudgement.Model
  private let rateHertz: Double
  /// The parts of each candidate set, cut into so many sets at most, when they were last asked for.
  private var known: (atMost: Int, lists: [PartedList]) = (0, [])

  /// - Parameters:
  ///   - exercise: what is looked for.
  ///   - placement: where the sensor sits.
  ///   - target: what was asked for; how many movements plays no part.
  ///   - isMarked: whether somebody said when it is done.
  ///   - longestPauseSeconds: movements further apart belong to different sets.
  ///   - rateHertz: rate of the uniform samples.
  init(
    exercise: Exercise, placement: Placement, target: Target? = nil, isMarked: Bool = false,
    longestPauseSeconds: Double, rateHertz: Double
  ) {
    self.init(
      rules: MovementRules(exercise.parameters, longestPauseSeconds: longestPauseSeconds),
      model: SetModel(exercise, placement: placement, target: target, isMarked: isMarked),
      rateHertz: rateHertz)
    if case .hold(let parameters) = exercise.parameters {
      holdWatch = HoldWatch(
        parameters: parameters, leadSeconds: exercise.leadSeconds[placement] ?? 0,
        rateHertz: rateHertz)
    }
  }

  /// A detector with rules of its own.
  init(rules: MovementRules, model: SetModel, rateHertz: Double) {
    self.rules = rules
    selector = CandidateSelector(rules: rules, model: model)
    self.rateHertz = rateHertz
    self.model = { model.judgement($0) }
    searches = SearchedReadings(rules: rules, rateHertz: rateHertz, model: self.model)
  }

  /// How the movement signal that it reads is weighed.
  var weights: MovementWeights { rules.weights }

  /// True where the gyroscope is wrong, or the movements are better explained without it.
  var ignoresGyroscope: Bool { gyroscope == .wrong || searches.ignoresGyroscope }

  /// What is known of the gyroscope.
  private(set) var gyroscope: GravitySteadiness.Finding {
    get { searches.gyroscope }
    set { searches.gyroscope = newValue }
  }

  /// The search for movements, in the reading that explains them better.
  var finder: MovementFinder { searches.finder }

  /// Every candidate set found so far.
  var candidates: CandidateSets { finder.candidates }

  /// Each movement along any axis that could be the exercise by itself, as a candidate set of one.
  var possible: [CandidateSet] { finder.possible }

  /// The confidence that a candidate set is the exercise, and what else it could be.
  func confidence(of candidate: CandidateSet) -> Confidence { selector.confidence(of: candidate) }

  /// The one set of the whole signal: the candidate set of the highest score, with all that is like
  /// it.
  ///
  /// - Parameters:
  ///   - selected: the candidate set that was selected before; at the end it has no advantage any
  ///     more.
  ///   - isFinal: true at the end, when even a single movement may be the set.
  mutating func set(selected: CandidateSet.Identity?, isFinal: Bool) -> CandidateSet? {
    selector.set(in: finder, selected: isFinal ? nil : selected, isFinal: isFinal)
  }

  /// All candidate sets, each cut at its long rests where more than one set may be in it.
  mutating func parts(atMost count: Int) -> CandidateSets {
    guard count > 1 else { return candidates }
    let before = known.atMost == count ? known.lists : []
    let lists = candidates.lists.map { list in
      // Most are what they were when they were looked at before.
      before.first { $0.version != nil && $0.version == list.version }
        ?? PartedList(list, before: before) {
          $0.parts(atMost: count, rateHertz: rateHertz, by: model)
        }
    }
    known = (count, lists)
    return CandidateSets(lists.map(\.all))
  }

  /// The parts of each candidate set of a list.
  private struct PartedList: Sendable {
    let version: CandidateList.Version?
    /// All of them, in order.
    let all: CandidateList
    private var parts: [CandidateSet.Version: [CandidateSet]] = [:]

    init(
      _ list: CandidateList, before: [PartedList], parted: (CandidateSet) -> [CandidateSet]
    ) {
      version = list.version
      var all: [CandidateSet] = []
      for position in list.sets.indices {
        let candidate = list.sets[position].version
        let own =
          before.lazy.compactMap { $0.parts[candidate] }.first ?? parted(list.sets[position])
        parts[candidate] = own
        all += own
      }
      self.all = CandidateList(all)
    }
  }

  /// The position that is held; nil for none.
  var liveHold: LiveHold? { holdWatch?.running }

  /// True when more was seen of a movement that is running.
  ///
  /// - Parameters:
  ///   - axis: along which it is expected; nil, or one that is no longer followed, for any.
  ///   - seconds: how long ago somebody looked.
  func hasUnread(along axis: Int?, after seconds: Double) -> Bool {
    searches.hasUnread(along: axis, after: seconds)
  }

  /// Takes the movements that are running along an axis, or along any where that one is not
  /// followed, into the candidate sets, as far as they were seen; true where that changes these.
  mutating func readRunning(along axis: Int?) -> Bool { searches.readRunning(along: axis) }

  /// Takes what a conditioner knows of the gyroscope.
  mutating func take(_ gyroscope: GravitySteadiness.Finding) { self.gyroscope = gyroscope }

  /// Takes what a conditioner hands on of a reading; true when the candidate sets may have changed.
  mutating func take(
    _ output: MotionConditioner.Output, of reading: MotionConditioner.Reading
  ) -> Bool {
    if reading == .whole { holdWatch?.take(output) }
    return searches.take(output, of: reading)
  }
}

/// The search for movements in each reading of the samples.
private struct SearchedReadings: Sendable {
  private let rules: MovementRules
  private let rateHertz: Double
  private let model: SetJudgement.Model
  private var whole: MovementSearch
  private var accelerometer: MovementSearch?
  /// How many searches were begun.
  private var begun = 1
  var gyroscope = GravitySteadiness.Finding.unknown

  init(rules: MovementRules, rateHertz: Double, model: @escaping SetJudgement.Model) {
    self.rules = rules
    self.rateHertz = rateHertz
    self.model = model
    whole = MovementSearch(rules: rules, rateHertz: rateHertz, model: model)
  }

  private mutating func newSearch() -> MovementSearch {
    defer { begun += 1 }
    return MovementSearch(rules: rules, rateHertz: rateHertz, number: begun, model: model)
  }

  var ignoresGyroscope: Bool {
    guard let accelerometer else { return false }
    let ratio =
      gyroscope == .right
      ? ExerciseDetector.droppedRightGyroscopeRatio : ExerciseDetector.droppedGyroscopeRatio
    return accelerometer.finder.explained > ratio * whole.finder.explained
  }

  var finder: MovementFinder {
    guard let accelerometer, ignoresGyroscope else { return whole.finder }
    return accelerometer.finder
  }

  func hasUnread(along axis: Int?, after seconds: Double) -> Bool {
    whole.finder.hasUnread(along: axis, after: seconds)
      || accelerometer?.finder.hasUnread(along: axis, after: seconds) == true
  }

  mutating func readRunning(along axis: Int?) -> Bool {
    let isChanged = whole.finder.readRunning(along: axis)
    return accelerometer?.finder.readRunning(along: axis) ?? false || isChanged
  }

  /// True when the candidate sets may have changed.
  mutating func take(
    _ output: MotionConditioner.Output, of reading: MotionConditioner.Reading
  ) -> Bool {
    switch (reading, output) {
    case (.whole, .start):
      whole = newSearch()
      return true
    case (.accelerometer, .start):
      accelerometer = newSearch()
      return true
    case (.accelerometer, .end):
      accelerometer = nil
      return true
    case (.whole, _): return whole.take(output)
    case (.accelerometer, _): return accelerometer?.take(output) ?? false
    }
  }
}

/// The search for movements in one reading of the samples, across short gaps.
struct MovementSearch: Sendable {
  /// A gap up to this long is bridged, in seconds: what was away from its rest before and is back
  /// after it has come back meanwhile. In a longer one anything may have happened.
  static let longestBridgeSeconds = 5.0

  /// The search for movements.
  var finder: MovementFinder
  private var lastFrame: MovementFrame?

  /// A search that has seen nothing yet.
  init(
    rules: MovementRules, rateHertz: Double, number: Int = 0, model: @escaping SetJudgement.Model
  ) {
    finder = MovementFinder(rules: rules, rateHertz: rateHertz, number: number, model: model)
  }

  /// Takes a frame or a gap; true when the candidate sets may have changed.
  mutating func take(_ output: MotionConditioner.Output) -> Bool {
    switch output {
    case .start, .end: return false
    case .frame(let frame, let smoothingSeconds):
      finder.smoothingSeconds = smoothingSeconds
      return follow(frame)
    case .interruption(let seconds):
      guard seconds > Self.longestBridgeSeconds else { return false }
      finder.cut()
      lastFrame = nil
      return true
    }
  }

  /// Shows the finder a frame, and the straight way to it where frames are missing.
  private mutating func follow(_ frame: MovementFrame) -> Bool {
    guard frame.index > lastFrame?.index ?? -1 else { return false }
    var isChanged = false
    if let lastFrame {
      let way = (frame.value - lastFrame.value) / Float(frame.index - lastFrame.index)
      for index in lastFrame.index + 1..<frame.index {
        let value = lastFrame.value + way * Float(index - lastFrame.index)
        isChanged = finder.process(MovementFrame(index: index, value: value)) || isChanged
      }
    }
    lastFrame = frame
    return finder.process(frame) || isChanged
  }
}
