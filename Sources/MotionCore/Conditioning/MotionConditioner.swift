/// Turns uniform samples and gaps into movement frames, and reads them a second way where the
/// gyroscope is in doubt.
///
/// What is learned late holds from the start: a bias that stillness shows, a gyroscope that is
/// wrong or has another unit, and the doubt that it agrees with the accelerometer. So the newest
/// minutes are remembered, and are read anew when one of these comes up.
struct MotionConditioner: Sendable {
  /// How much is remembered, in seconds: a long set and what was before it.
  static let memorySeconds = 180.0
  /// A bias that differs by more from the one that was used makes everything be read anew, in rad/s
  /// (2 degrees per second: less is learned in passing).
  static let smallestSurpriseRadiansPerSecond = 0.035

  /// A way to read the samples.
  enum Reading: Sendable {
    /// As the sensor gives them.
    case whole
    /// From the accelerometer alone, begun where the gyroscope is in doubt.
    case accelerometer
  }

  /// What is known of a reading now.
  enum Output: Sendable {
    /// It begins, or begins anew: what was read before is void.
    case start
    /// It is not needed any more.
    case end
    /// The next frame, smoothed by two windows of so many seconds.
    case frame(MovementFrame, smoothingSeconds: Double)
    /// The signal is interrupted for so many seconds; infinite where it ends.
    case interruption(seconds: Double)
  }

  private enum Input: Sendable {
    case sample(UniformSample)
    case interruption(seconds: Double)
  }

  private let rateHertz: Double
  private let weights: MovementWeights
  private let memory: Int
  private var history: [Input] = []
  private var hasWholeHistory = true
  private var whole: MovementSignal?
  private var accelerometer: MovementSignal?
  /// What is known of the gyroscope's bias while no signal runs.
  private var bias: GyroscopeBias
  private var check: GyroscopeCheck
  private var steadiness: GravitySteadiness
  /// What is known of the gyroscope; final once it is right or wrong.
  private(set) var gyroscope = GravitySteadiness.Finding.unknown
  /// True where the samples are read from the accelerometer alone, too.
  private var isDoubted = false

  /// - Parameters:
  ///   - weights: how the movement signal is weighed.
  ///   - rateHertz: rate of the uniform samples.
  init(weights: MovementWeights, rateHertz: Double) {
    self.weights = weights
    self.rateHertz = rateHertz
    memory = Int(Self.memorySeconds * rateHertz)
    bias = GyroscopeBias(rateHertz: rateHertz)
    check = GyroscopeCheck(rateHertz: rateHertz)
    steadiness = GravitySteadiness(rateHertz: rateHertz)
  }

  /// Takes the next sample and hands on what it brings.
  mutating func process(_ sample: UniformSample, _ emit: (Reading, Output) -> Void) {
    // A stream without a gyroscope has nothing that could be learned late.
    if sample.angularRate != nil || !history.isEmpty {
      remember(.sample(sample))
    } else {
      hasWholeHistory = false
    }
    read(sample, emit)
    guard let rate = sample.angularRate else { return }
    if !bias.isKnown { learnBias(emit) }
    let turning = rate - (whole?.bias.estimate ?? .zero)
    if gyroscope == .unknown,
      steadiness.process(force: sample.specificForce, rate: turning)
    {
      conclude(emit)
    }
    guard !isDoubted, gyroscope == .unknown || gyroscope == .right else { return }
    check.process(force: sample.specificForce, rate: turning)
    if check.isDoubted {
      isDoubted = true
      readAnew(.accelerometer, emit)
    }
  }

  /// Draws the conclusion from how steady gravity is: a gyroscope that is wrong is not used, from
  /// the begin on if all is remembered, else from now on.
  private mutating func conclude(_ emit: (Reading, Output) -> Void) {
    gyroscope = steadiness.finding
    guard gyroscope != .unknown, gyroscope != .right else { return }
    guard hasWholeHistory else {
      cut(.whole, for: .infinity, emit)
      bias = GyroscopeBias(rateHertz: rateHertz)
      return
    }
    if isDoubted {
      isDoubted = false
      self[.accelerometer] = nil
      emit(.accelerometer, .end)
    }
    bias = GyroscopeBias(rateHertz: rateHertz)
    readAnew(.whole, emit)
  }

  /// A sample as it is read: without a gyroscope that is wrong, with its rate in the right unit.
  private func corrected(_ sample: UniformSample) -> UniformSample {
    var sample = sample
    switch gyroscope {
    case .unknown, .right: break
    case .mistakenUnit(let factor): sample.angularRate = sample.angularRate.map { $0 * factor }
    case .wrong: sample.angularRate = nil
    }
    return sample
  }

  /// Goes on after a gap of this length, in seconds; infinite at the end.
  mutating func interrupt(for seconds: Double, _ emit: (Reading, Output) -> Void) {
    if !history.isEmpty { remember(.interruption(seconds: seconds)) }
    steadiness.cut()
    cut(.whole, for: seconds, emit)
    if isDoubted { cut(.accelerometer, for: seconds, emit) }
  }

  private mutating func remember(_ input: Input) {
    let mayLearn = !bias.isKnown && hasWholeHistory
    let mayDoubt = gyroscope == .unknown || gyroscope == .right && !isDoubted
    guard mayLearn || mayDoubt else {
      history = []
      hasWholeHistory = false
      return
    }
    history.append(input)
    // Forgets in chunks, so that each input is moved once at the most.
    if history.count > 2 * memory {
      history.removeFirst(history.count - memory)
      hasWholeHistory = false
    }
  }

  /// Stillness has shown the bias: what was read with another one is read anew, if all of it is
  /// remembered.
  private mutating func learnBias(_ emit: (Reading, Output) -> Void) {
    guard let learned = whole?.bias, learned.isKnown else { return }
    bias = learned
    guard hasWholeHistory, learned.surprise.length > Self.smallestSurpriseRadiansPerSecond
    else { return }
    check = GyroscopeCheck(rateHertz: rateHertz)
    steadiness = GravitySteadiness(rateHertz: rateHertz)
    bias = learned.fromTheBegin
    readAnew(.whole, emit)
  }

  private mutating func readAnew(_ reading: Reading, _ emit: (Reading, Output) -> Void) {
    emit(reading, .start)
    self[reading] = nil
    for input in history {
      switch input {
      case .sample(let sample): read(sample, as: reading, emit)
      case .interruption(let seconds): cut(reading, for: seconds, emit)
      }
    }
  }

  private mutating func read(_ sample: UniformSample, _ emit: (Reading, Output) -> Void) {
    read(sample, as: .whole, emit)
    if isDoubted { read(sample, as: .accelerometer, emit) }
  }

  private mutating func read(
    _ sample: UniformSample, as reading: Reading, _ emit: (Reading, Output) -> Void
  ) {
    let sample = reading == .whole ? corrected(sample) : sample
    let hasGyroscope = reading == .whole && sample.angularRate != nil
    switch reading {
    case .whole:
      if whole == nil { whole = signal(hasGyroscope: hasGyroscope) }
      Self.read(sample, into: &whole) { emit(reading, $0) }
    case .accelerometer:
      if accelerometer == nil { accelerometer = signal(hasGyroscope: hasGyroscope) }
      Self.read(sample, into: &accelerometer) { emit(reading, $0) }
    }
  }

  /// In place: a signal is large, and dear to move.
  private static func read(
    _ sample: UniformSample, into signal: inout MovementSignal?, _ emit: (Output) -> Void
  ) {
    guard let smoothing = signal?.smoothingSeconds else { return }
    signal?.process(sample) { emit(.frame($0, smoothingSeconds: smoothing)) }
  }

  private func signal(hasGyroscope: Bool) -> MovementSignal {
    MovementSignal(
      rateHertz: rateHertz, weights: weights, hasGyroscope: hasGyroscope,
      bias: hasGyroscope ? bias : nil)
  }

  private mutating func cut(
    _ reading: Reading, for seconds: Double, _ emit: (Reading, Output) -> Void
  ) {
    if var signal = self[reading].take() {
      let smoothing = signal.smoothingSeconds
      signal.finish { emit(reading, .frame($0, smoothingSeconds: smoothing)) }
      if reading == .whole { bias = signal.bias }
    }
    emit(reading, .interruption(seconds: seconds))
  }

  /// The running signal of a reading.
  private subscript(reading: Reading) -> MovementSignal? {
    get { reading == .whole ? whole : accelerometer }
    _modify {
      if reading == .whole { yield &whole } else { yield &accelerometer }
    }
  }
}
