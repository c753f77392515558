import MotionCore

/// Looks at the first seconds of a stream: do the units fit what a worn sensor can read?
///
/// The median is taken, so that movement does not matter: over some seconds of exercise it stays
/// within some 10 % of gravity (measured on real recordings of lifts).
struct PlausibilityCheck {
  /// Median sizes of specific force that gravity explains, in m/s^2: half to twice its size.
  static let expectedSize = Units.standardGravity / 2...Units.standardGravity * 2

  /// No worn sensor gives more samples a second: the fastest, 6400 (TDK InvenSense, ICM-45686 data
  /// sheet). Ten, the fewest that can be measured, are more when their seconds pass for
  /// milliseconds.
  static let mostHertz = 8000.0

  private static let windowNanoseconds: Int64 = 5_000_000_000
  private static let fewestRows = 32
  private static let mostRows = 4096
  private static let fewestSteps = 8
  /// Of the times between two changes of value this share is shorter in a sensor that is itself too
  /// slow: one with coarse steps changes now and then after a long time, one that moves at once.
  private static let shortestShare = 0.1
  private static let fewestHolds = 4

  private let path: String
  private var sizes: [Double] = []
  private var stepsSeconds: [Double] = []
  private var first: Int64?
  private var previous: Int64 = 0
  private var isOver = false

  init(path: String) { self.path = path }

  /// Takes the next row; judges when the window is full.
  ///
  /// - Throws: `InputError.noGravity`, `.tooSlow` or `.tooFast`.
  @inline(__always)
  mutating func observe(_ sample: IMUSample) throws(InputError) {
    if !isOver { try collect(sample) }
  }

  /// Judges what there is, for a stream shorter than the window.
  mutating func finish() throws(InputError) {
    if !isOver { try judge() }
  }

  private mutating func collect(_ sample: IMUSample) throws(InputError) {
    let start = first ?? sample.nanoseconds
    if first != nil {
      stepsSeconds.append(
        Double(sample.nanoseconds - previous) / Units.nanosecondsPerSecond)
    }
    first = start
    previous = sample.nanoseconds
    sizes.append(sample.specificForce.length)
    let isFull = sample.nanoseconds - start >= Self.windowNanoseconds
    if isFull && sizes.count >= Self.fewestRows || sizes.count >= Self.mostRows { try judge() }
  }

  private mutating func judge() throws(InputError) {
    try judge(steps: stepsSeconds, sizes: sizes)
    sizes = []
    stepsSeconds = []
  }

  /// Judges the rows of a whole recording at once; `signal` are those of a sensor that was alive.
  mutating func judge(_ rows: [Row], signal: some Sequence<Row>) throws(InputError) {
    guard !isOver else { return }
    let steps = zip(rows, rows.dropFirst()).map {
      Double($1.nanoseconds - $0.nanoseconds) / Units.nanosecondsPerSecond
    }
    let sizes = signal.map(\.force.length)
    try judge(steps: steps, sizes: sizes.isEmpty ? rows.map(\.force.length) : sizes)
    let changes = rows.indices.dropFirst().filter { rows[$0].force != rows[$0 - 1].force }
      .map { rows[$0].nanoseconds }
    var holds = zip(changes, changes.dropFirst()).map { $1 - $0 }
    holds.sort()
    guard holds.count >= Self.fewestHolds else { return }
    let shortest = holds[Int(Double(holds.count) * Self.shortestShare)]
    if shortest > GapLimit.nanoseconds {
      let held = Double(holds[holds.count / 2]) / Units.nanosecondsPerSecond
      throw .valuesHeld(path: path, seconds: held)
    }
  }

  /// Brisk movements are far from gravity most of the time; at rest in between they are not.
  private mutating func judge(
    steps: consuming [Double], sizes: consuming [Double]
  ) throws(InputError) {
    isOver = true
    let seconds = steps.reduce(0, +)
    let count = Double(steps.count)
    // In place: copies of a long recording's would take more than what is learnt from them.
    steps.sort()
    sizes.sort()
    if steps.count >= Self.fewestSteps, seconds > 0, count > seconds * Self.mostHertz {
      throw .tooFast(path: path, rateHertz: count / seconds)
    }
    if steps.count >= Self.fewestSteps, let step = Self.median(ofSorted: steps),
      step > GapLimit.seconds
    {
      throw .tooSlow(path: path, medianStepSeconds: step)
    }
    guard let median = Self.median(ofSorted: sizes) else { return }
    let low = sizes[sizes.count / 10]
    if median < Self.expectedSize.lowerBound || low > Self.expectedSize.upperBound {
      throw .noGravity(path: path, medianSize: median)
    }
  }

  private static func median(ofSorted values: [Double]) -> Double? {
    values.isEmpty ? nil : values[values.count / 2]
  }
}
