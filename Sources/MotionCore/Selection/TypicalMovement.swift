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

  /// Natural logarithm of the size in degrees: of the sensor's turn, or of the movement signal where
  /// that is larger, and of its lift together, since the same exercise may turn the limb or lift it.
  package var logDegrees: Figure
  /// Natural logarithm of the time away from rest in seconds.
  package var logSeconds: Figure
  /// Share of that time on the plateau.
  package var plateauShare: Figure
  /// Natural logarithm of the way up and down in metres; nil for a position that is held.
  package var logLift: Figure?

  package init(
    logDegrees: Figure, logSeconds: Figure, plateauShare: Figure, logLift: Figure? = nil
  ) {
    self.logDegrees = logDegrees
    self.logSeconds = logSeconds
    self.plateauShare = plateauShare
    self.logLift = logLift
  }

  /// Sizes below this are not told apart, in degrees.
  private static let smallestDegrees = 0.3
  /// Times below this likewise, in seconds.
  private static let smallestSeconds = 0.1
  /// From elbow to wrist, in metres: 0.146 of the height (Drillis and Contini 1966, 'Body segment
  /// parameters') of a person of 1.7 m.
  private static let forearmMetres = 0.25
  /// Ways below this likewise, in metres: what a sensor's noise looks like.
  private static let smallestMetres = 0.01

  /// What is compared of a candidate, in the order of the properties.
  ///
  /// - Parameter askedRatio: how long a hold was asked for, as a multiple of the usual dose.
  package static func values(of features: SetFeatures, askedRatio: Double = 1) -> [Double] {
    [
      log(max(smallestDegrees, size(of: features))),
      log(max(smallestSeconds, features.seconds / askedRatio)), features.plateauShare,
    ]
  }

  /// How far the limb turned and was lifted, in degrees: the lift as a forearm would turn for it.
  private static func size(of features: SetFeatures) -> Double {
    let turned = max(features.turnedDegrees, features.rangeDegrees)
    let lifted = (features.liftMetres ?? 0) / forearmMetres / Units.radiansPerDegree
    return (turned * turned + lifted * lifted).squareRoot()
  }

  /// The way up and down that is compared of a candidate; nil where that is not known.
  package static func lift(of features: SetFeatures) -> Double? {
    features.liftMetres.map { log(max(smallestMetres, $0)) }
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
  /// longer its movements are, their share on the plateau, and how far they went up and down.
  /// Shorter and longer are not the same: who is slow still does the exercise, and what is quick is
  /// mostly something else.
  ///
  /// A person who was asked to hold for 3 s may do so, or for as long as is usual.
  func deviations(of features: SetFeatures, askedRatio: Double) -> [Double] {
    let (asked, usual) = (
      Self.values(of: features, askedRatio: askedRatio), Self.values(of: features)
    )
    let distances = zip([logDegrees, logSeconds, plateauShare], zip(asked, usual)).map {
      let (asked, usual) = ($0.distance(of: $1.0), $0.distance(of: $1.1))
      return abs(asked) < abs(usual) ? asked : usual
    }
    let lift = logLift.flatMap { usual in Self.lift(of: features).map(usual.distance(of:)) }
    return [distances[0], min(0, distances[1]), max(0, distances[1]), distances[2], lift ?? 0]
      .map(Figure.deviation(atDistance:))
  }
}
