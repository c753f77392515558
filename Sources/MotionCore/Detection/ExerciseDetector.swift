/// Finds the bouts of one exercise in uniform samples: the movement signal of its kind, and the
/// search for movements that resemble each other.
struct ExerciseDetector: Sendable {
  /// A gap up to this long is bridged, in seconds: what was away from its rest before and is back
  /// after it has come back meanwhile. In a longer one anything may have happened.
  static let longestBridgeSeconds = 5.0

  private let rules: MovementRules
  private let rateHertz: Double
  private var signal: MovementSignal?
  /// The search for movements.
  private(set) var finder: MovementFinder
  private var lastFrame: MovementFrame?
  private var history: [Input]? = []
  /// True once the gyroscope has contradicted the accelerometer: it is not used.
  private(set) var ignoresGyroscope = false

  private enum Input: Sendable {
    case sample(UniformSample)
    case interruption(seconds: Double)
  }

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
      rules: MovementRules(
        exercise, placement: placement, target: target, isMarked: isMarked,
        longestPauseSeconds: longestPauseSeconds),
      rateHertz: rateHertz)
  }

  /// A detector with rules of its own.
  init(rules: MovementRules, rateHertz: Double) {
    self.rules = rules
    self.rateHertz = rateHertz
    finder = MovementFinder(rules: rules, rateHertz: rateHertz)
  }

  /// Every bout found so far.
  var bouts: [Bout] { finder.bouts }

  /// The one set of the whole signal: the bout that says most, with all that is like it.
  ///
  /// - Parameters:
  ///   - believed: the bout that was chosen before; at the end it has no advantage any more.
  ///   - isFinal: true at the end, when even a single movement may be the set.
  func set(believed: Bout.Identity?, isFinal: Bool) -> Bout? {
    finder.joined(believed: isFinal ? nil : believed, isFinal: isFinal)
  }

  /// A bout cut at its longest rests into so many sets at most.
  func parts(of bout: Bout, atMost count: Int) -> [Bout] {
    count > 1 ? bout.parts(atMost: count, model: rules.model, rateHertz: rateHertz) : [bout]
  }

  /// The frame since which the position of the believed bout has been held; nil when it is not.
  func runningHoldStart(believed: Bout.Identity) -> Int? {
    rules.isHold ? finder.runningHoldStart(believed: believed) : nil
  }

  /// Takes the next sample; true when the bouts may have changed.
  mutating func process(_ sample: UniformSample) -> Bool {
    remember(.sample(sample))
    var sample = sample
    if ignoresGyroscope { sample.angularRate = nil }
    let isChanged = show(sample)
    let isWrong = !ignoresGyroscope && signal?.isGyroscopeTrusted == false
    guard isWrong, let history else { return isChanged }
    ignoresGyroscope = true
    readAnew(history)
    return true
  }

  /// A gyroscope that is wrong was wrong from the begin, so what was read with it is read once more
  /// without it, for as long as it is remembered.
  private mutating func readAnew(_ history: [Input]) {
    self.history = nil
    finder = MovementFinder(rules: rules, rateHertz: rateHertz)
    (signal, lastFrame) = (nil, nil)
    for input in history {
      switch input {
      case .sample(let sample): _ = process(sample)
      case .interruption(let seconds): interrupt(for: seconds)
      }
    }
  }

  private mutating func remember(_ input: Input) {
    guard !ignoresGyroscope, let count = history?.count else { return }
    // no binding to the array itself, which would be copied at every append
    if count > Int(MovementFinder.memorySeconds * rateHertz) {
      history = nil
    } else {
      history?.append(input)
    }
  }

  private mutating func show(_ sample: UniformSample) -> Bool {
    var signal = self.signal ?? begin(hasGyroscope: sample.angularRate != nil)
    let frame = signal.process(sample)
    self.signal = signal
    return frame.map { follow($0) } ?? false
  }

  /// Takes the movement signal of a stretch, as it was computed before.
  mutating func process(_ frames: [MovementFrame], smoothingSeconds: Double) {
    finder.smoothingSeconds = smoothingSeconds
    for frame in frames { _ = follow(frame) }
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

  private mutating func begin(hasGyroscope: Bool) -> MovementSignal {
    let signal = MovementSignal(
      rateHertz: rateHertz, weights: rules.weights, hasGyroscope: hasGyroscope)
    finder.smoothingSeconds = signal.smoothingSeconds
    return signal
  }

  /// Goes on after a gap of this length, in seconds.
  mutating func interrupt(for seconds: Double) {
    remember(.interruption(seconds: seconds))
    if seconds <= Self.longestBridgeSeconds { endSignal() } else { cut() }
  }

  /// Ends the stretch of signal: what is running is closed.
  mutating func cut() {
    endSignal()
    finder.cut()
    lastFrame = nil
  }

  /// Lets out what the smoother still holds.
  private mutating func endSignal() {
    for frame in signal?.finish() ?? [] { _ = follow(frame) }
    signal = nil
  }
}
