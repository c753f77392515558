/// Finds the bouts of one exercise in uniform samples: the movement signal of its kind, and the
/// search for movements that resemble each other.
struct ExerciseDetector: Sendable {
  private let rules: MovementRules
  private let rateHertz: Double
  private var signal: MovementSignal?
  private var finder: MovementFinder
  private var last: UniformSample?

  /// - Parameters:
  ///   - exercise: what is looked for.
  ///   - longestPauseSeconds: movements further apart belong to different sets.
  ///   - rateHertz: rate of the uniform samples.
  init(exercise: Exercise, longestPauseSeconds: Double, rateHertz: Double) {
    rules = MovementRules(exercise.parameters, longestPauseSeconds: longestPauseSeconds)
    self.rateHertz = rateHertz
    finder = MovementFinder(rules: rules, rateHertz: rateHertz)
  }

  /// Every bout found so far.
  var bouts: [Bout] { finder.bouts }

  /// The one set of the whole signal: the bout that says most, with all that is like it.
  ///
  /// - Parameters:
  ///   - believed: the bout that was chosen before.
  ///   - isFinal: true at the end, when a single movement in an otherwise still signal is a set too.
  func set(believed: Bout.Identity?, isFinal: Bool) -> Bout? {
    finder.joined(believed: believed) ?? (isFinal ? finder.lone : nil)
  }

  /// The frame since which the position of the believed bout has been held; nil when it is not.
  func runningHoldStart(believed: Bout.Identity) -> Int? {
    rules.isHold ? finder.runningHoldStart(believed: believed) : nil
  }

  /// Takes the next sample; true when the bouts may have changed.
  mutating func process(_ sample: UniformSample) -> Bool {
    var signal = self.signal ?? begin(hasGyroscope: sample.angularRate != nil)
    let frame = signal.process(sample)
    self.signal = signal
    last = sample
    return frame.index >= 0 && finder.process(frame)
  }

  private mutating func begin(hasGyroscope: Bool) -> MovementSignal {
    let signal = MovementSignal(
      rateHertz: rateHertz, weights: rules.weights, hasGyroscope: hasGyroscope)
    finder.smoothingSeconds = signal.smoothingSeconds
    return signal
  }

  /// Ends the stretch of signal, at a gap or at the end: what the smoother still holds is let out
  /// and what is running is closed.
  mutating func cut() {
    guard let signal, var last else { return }
    let latency = Int((signal.latencySeconds * rateHertz).rounded())
    for _ in 0..<latency {
      last.index += 1
      _ = process(last)
    }
    finder.cut()
    self.signal = nil
    self.last = nil
  }
}
