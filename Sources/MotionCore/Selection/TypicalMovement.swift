import Glibc

/// What one movement of an exercise usually is like, seen from a placement: fitted to simulated and
/// recorded sets by `Tools/fit-set-model`.
package struct TypicalMovement: Sendable, Hashable {
  /// A usual value, and how much people differ in it.
  package struct Figure: Sendable, Hashable {
    /// The middle value.
    package var median: Double
    /// The standard deviation of a normal distribution with the same 10th and 90th percentiles.
    package var spread: Double

    package init(median: Double, spread: Double) {
      self.median = median
      self.spread = spread
    }

    /// How far a value is above the median, in spreads; negative below it.
    func distance(of value: Double) -> Double { (value - median) / spread }

    /// How unusual a value at this distance is: 0 for the median, growing ever less the farther it
    /// is away, as the tails of a Cauchy distribution do, so that one figure alone refuses nothing.
    static func deviation(atDistance distance: Double) -> Double {
      log(1 + distance * distance)
    }
  }

  /// Natural logarithm of the size in degrees: of the sensor's turn and its lift together, since the
  /// same exercise may turn the limb or lift it.
  package var logDegrees: Figure
  /// Natural logarithm of the time away from rest in seconds.
  package var logSeconds: Figure
  /// Share of that time on the plateau.
  package var plateauShare: Figure
  /// The usual lift in metres, which stands for one that is not known; of a position that is held it
  /// never is.
  package var liftMetres: Double

  package init(
    logDegrees: Figure, logSeconds: Figure, plateauShare: Figure, liftMetres: Double = 0
  ) {
    self.logDegrees = logDegrees
    self.logSeconds = logSeconds
    self.plateauShare = plateauShare
    self.liftMetres = liftMetres
  }

  /// Sizes below this are not told apart, in degrees.
  private static let smallestDegrees = 0.3
  /// Times below this likewise, in seconds.
  private static let smallestSeconds = 0.1
  /// The radius on which a limb that turns by a radian lifts its end by as much, in metres: forearms
  /// measure 0.25, arms 0.55 (data sets that are left out are told most surely with 0.36 to 0.45).
  private static let leverMetres = 0.4

  /// What is compared of a candidate, in the order of the first properties.
  ///
  /// - Parameters:
  ///   - askedRatio: how long a hold was asked for, as a multiple of the usual dose.
  ///   - usualLiftMetres: the lift of one that is not known.
  package static func values(
    of features: SetFeatures, askedRatio: Double = 1, usualLiftMetres: Double
  ) -> [Double] {
    let lift = (features.liftMetres ?? usualLiftMetres) / leverMetres / Units.radiansPerDegree
    return [
      log(max(smallestDegrees, hypot(features.turnedDegrees, lift))),
      log(max(smallestSeconds, features.seconds / askedRatio)), features.plateauShare,
    ]
  }

  /// How people differ in how long they hold a position, as a logarithm: the least that is fitted
  /// for any exercise.
  private static let secondsSpread = 0.4

  /// How unusually short a hold is against what was asked for, in seconds, where nothing else is
  /// known of it: the rests between holds are positions that are held, too. A longer one is as
  /// usual.
  static func shortfall(of features: SetFeatures, asked: Double) -> Double {
    let figure = Figure(median: 0, spread: secondsSpread)
    return Figure.deviation(atDistance: min(0, figure.distance(of: log(features.seconds / asked))))
  }

  /// How unusual a candidate is in each respect: its size, how much shorter than usual and how much
  /// longer its movements are, and their share on the plateau. Shorter and longer are not the same:
  /// who is slow still does the exercise, and what is quick is mostly something else.
  ///
  /// A person who was asked to hold for 3 s may do so, or for as long as is usual.
  func deviations(of features: SetFeatures, askedRatio: Double) -> [Double] {
    let (asked, usual) = (
      Self.values(of: features, askedRatio: askedRatio, usualLiftMetres: liftMetres),
      Self.values(of: features, usualLiftMetres: liftMetres)
    )
    let distances = zip([logDegrees, logSeconds, plateauShare], zip(asked, usual)).map {
      let (asked, usual) = ($0.distance(of: $1.0), $0.distance(of: $1.1))
      return abs(asked) < abs(usual) ? asked : usual
    }
    return [distances[0], min(0, distances[1]), max(0, distances[1]), distances[2]]
      .map(Figure.deviation(atDistance:))
  }
}
