import MotionCore

/// Which of a sender's channels make up its samples, found out from the first second of them.
struct ChannelChoice: Hashable {
  /// How the specific force comes.
  enum Force: Hashable {
    case whole(Measurement.Channel)
    /// Gravity, and the acceleration without it.
    case sum
  }

  var force: Force
  /// Nil without a gyroscope.
  var rate: Measurement.Channel?
  /// Multiplies the force to m/s^2.
  var scale: Double

  /// Median sizes of specific force that are given in g: those of `PlausibilityCheck` in m/s^2.
  private static let sizesInG =
    PlausibilityCheck.expectedSize.lowerBound / Units.standardGravity..<PlausibilityCheck
    .expectedSize.upperBound / Units.standardGravity

  /// The best of what these channels allow; nil where they hold no acceleration with gravity.
  ///
  /// A watch goes before the phone that passes it on, since it is what is worn; a whole force before
  /// a sum, and both before one that was not calibrated. iPhones give some in g and Android phones
  /// in m/s^2, and none of them says so: the size tells.
  init?(_ measurements: [Measurement]) {
    let channels = Set(measurements.map(\.channel))
    guard let force = Self.force(channels) else { return nil }
    self.force = force
    let rate = force == .whole(.watchForce) ? Measurement.Channel.watchRate : .rate
    self.rate = channels.contains(rate) ? rate : nil
    let sized =
      switch force {
      case .whole(let channel): channel
      case .sum: Measurement.Channel.gravity
      }
    let sizes = measurements.filter { $0.channel == sized }.map(\.vector.length).sorted()
    scale = Self.sizesInG.contains(sizes[sizes.count / 2]) ? Units.standardGravity : 1
  }

  private static func force(_ channels: Set<Measurement.Channel>) -> Force? {
    for whole in [Measurement.Channel.watchForce, .force] where channels.contains(whole) {
      return .whole(whole)
    }
    if channels.isSuperset(of: [.gravity, .linearAcceleration]) { return .sum }
    return channels.contains(.uncalibratedForce) ? .whole(.uncalibratedForce) : nil
  }

  /// True where an acceleration with gravity is among these channels.
  static func canMeasure(_ channels: Set<Measurement.Channel>) -> Bool { force(channels) != nil }

  /// What is missing of a sender from which nothing can be measured.
  static func missing(_ channels: Set<Measurement.Channel>) -> String {
    let found =
      channels.contains(.linearAcceleration)
      ? "acceleration without gravity only"
      : channels.contains(.gravity) ? "gravity only" : "no acceleration"
    return "sends \(found); switch on its accelerometer with gravity, or 'Accelerometer' and "
      + "'Gravity' together, and 'Gyroscope' where there is one"
  }
}
