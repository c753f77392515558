import Glibc

/// How surely a group of look-alike movements is a set and not everyday movement that happens to be
/// alike, as log odds: above zero it is more likely a set.
///
/// A person who exercises repeats one movement often, alike and at an even pace, and does little
/// else meanwhile, while one who works at a desk or gets up and lies down now and then makes two or
/// three movements that resemble each other, among others that do not. No single sign tells the
/// two apart; the weights are those of a logistic regression over all groups that were found in
/// recorded sets, simulated sets and simulated everyday movement.
struct SetEvidence: Sendable {
  /// How long before and after a set other movement speaks against it, in seconds.
  static let surroundingSeconds = 15.0
  /// Log odds for each e-fold of the number of movements.
  static let countWeight = 4.0
  /// More movements than this say no more: nobody repeats an exercise more often without a rest.
  static let mostCounted = 20
  /// Log odds between twins and strangers.
  static let likenessWeight = 16.4
  /// Log odds for movements that are all that happens from the first to the last of them.
  static let purityWeight = 6.3
  /// The same for the time around the set as well.
  static let prominenceWeight = 3.9
  /// A pace that varies by less says nothing, as a logarithm.
  static let evenVariation = 0.12
  /// From so many times between two movements on their variation is known; fewer say less.
  static let knownTimes = 6.0
  /// Log odds for each e-fold by which the time from one movement to the next varies beyond that.
  static let variationWeight = -27.4
  /// Log odds for each length of a movement that is usually rested between two.
  static let restWeight = -0.82
  /// Log odds for each e-fold by which range, length and turn are off what is typical.
  static let misfitWeight = -2.5
  /// Log odds for movements all of which look like strides.
  static let strideWeight = -4.8
  /// Log odds for each e-fold by which repetitions follow each other faster than `briskSeconds`.
  static let hasteWeight = -17.0
  /// From one repetition to the next it takes this long, in seconds (recorded and simulated ones, even
  /// fast: 1.3 and more); the arms of a person who walks swing every 0.9 to 1.3 s.
  static let briskSeconds = 1.4
  /// Log odds of a set of which nothing is known.
  static let prior = -27.1

  /// Log odds of a single movement, at best a little under zero, beyond which it is a set.
  static let loneLogOdds = -1.0

  /// Log odds that a set may still lack while it can go on: three repetitions are announced that
  /// only ten would prove (the count alone makes up for this much).
  static let benefitOfDoubt = 3.5

  /// The movements that are the exercise, in order of time.
  let movements: [Movement]
  /// How many of them count.
  let countedMovements: Int
  /// How alike they are, from 0 to 1.
  let likeness: Double
  /// How far off what is typical they are: sum of the logarithms.
  let misfit: Double
  /// Rate of the frames, in hertz.
  let rateHertz: Double
  /// Path of the signal from `surroundingSeconds` before the first to as long after the last one.
  let surroundingTravel: Double

  /// The log odds.
  var logOdds: Double {
    guard let first = movements.first, let last = movements.last else { return -.infinity }
    let own = movements.reduce(0) { $0 + $1.travel.after - $1.travel.before }
    let span = last.travel.after - first.travel.before
    let periods = self.periods
    return Self.prior
      + Self.countWeight * log(Double(min(Self.mostCounted, max(1, countedMovements))))
      + Self.likenessWeight * likeness
      + Self.purityWeight * Self.share(own, of: span)
      + Self.prominenceWeight * Self.share(own, of: max(span, surroundingTravel))
      + Self.variationWeight * unevenness(of: periods)
      + Self.restWeight * rest
      + Self.misfitWeight * misfit
      + Self.strideWeight * strideShare
      + Self.hasteWeight * haste(of: periods)
  }

  /// By how much the usual period falls short of a brisk one.
  private func haste(of periods: [Double]) -> Double {
    periods.isEmpty ? 0 : max(0, log(Self.briskSeconds * rateHertz) - periods.median)
  }

  /// Logarithms of the times from one start to the next, in frames.
  private var periods: [Double] {
    zip(movements.dropFirst(), movements).map { log(Double(max(1, $0.start - $1.start))) }
  }

  private static func share(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? min(1, part / whole) : 1
  }

  /// By how much the pace is uneven, as far as so many movements can tell.
  private func unevenness(of periods: [Double]) -> Double {
    let known = min(1, Double(periods.count) / Self.knownTimes)
    return known * max(0, variation(of: periods) - Self.evenVariation)
  }

  private var strideShare: Double {
    Double(movements.count(where: \.step.isStride)) / Double(max(1, movements.count))
  }

  /// Median rest between two movements, in median lengths.
  private var rest: Double {
    let rests = zip(movements.dropFirst(), movements).map { Double($0.start - $1.end) }
    return rests.median / max(1, movements.map { Double($0.end - $0.start) }.median)
  }

  /// Median difference of the logarithm of the time from start to start, to the time before or to
  /// the usual one: a set may go on faster or slower after a pause, and every third movement may
  /// be another one.
  private func variation(of periods: [Double]) -> Double {
    let usual = periods.median
    return min(
      zip(periods.dropFirst(), periods).map { abs($0 - $1) }.median,
      periods.map { abs($0 - usual) }.median)
  }
}
