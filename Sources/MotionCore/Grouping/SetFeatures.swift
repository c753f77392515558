import Glibc

/// What speaks for and against a candidate set being the exercise that is looked for: plain
/// figures, read once when it was classified. Detection and the fit of `SetModel` read the very
/// same.
package struct SetFeatures: Sendable, Hashable {
  /// From so many times between two movements on their variation is known; fewer say less.
  static let knownTimes = 6.0

  /// Movements that count.
  package var count: Double
  /// True where fewer than two count, so that nothing is alike: `similarity` and `unevenness` cannot
  /// say so. A part of a set is not alone.
  package var isAlone: Bool
  /// How similar they are, from 0 to 1.
  package var similarity: Double
  /// How uneven the pace is: median difference of the logarithm of the time from start to start to
  /// the one before or to the usual one, as far as so many times can tell.
  package var unevenness: Double
  /// Median rest between two movements, in median lengths.
  package var rest: Double
  /// Usual turn of the sensor, in degrees.
  package var turnedDegrees: Double
  /// Usual lift from the lowest to the highest place, in metres; nil where most cannot be said.
  package var liftMetres: Double?
  /// Usual time away from rest, in seconds.
  package var seconds: Double
  /// How much these times differ: median difference of their logarithm to the usual one, as far as
  /// so many can tell.
  package var timeSpread: Double
  /// Usual share of it on the plateau.
  package var plateauShare: Double
  /// Usual difference of the two rest levels, as a share of the size.
  package var asymmetry: Double
  /// How much they look like strides, with the bounce of two steps each: 0 to 1.
  package var strideLikeness: Double
  /// Usual shaking on the plateau, root mean square of the vertical acceleration, in g.
  package var shake: Double
  /// How long the signal was at rest before the first movement, as a share of what says anything:
  /// what is out and what is rest shows where a set begins.
  package var settled: Double
  /// Path of the signal within the movements, from the first to the last of them, and from before
  /// the set to after it, in radians or their equivalent.
  package var ownPath, spanPath, surroundingPath: Double

  /// Share of what happens from the first to the last movement that is these movements.
  package var occupancy: Double { Self.share(ownPath, of: spanPath) }
  /// The same with the time around the set.
  package var isolation: Double { Self.share(ownPath, of: max(spanPath, surroundingPath)) }

  /// How much so many steps from one movement to the next tell of how movements vary, 0 to 1.
  private static func certainty(ofVariation steps: Double) -> Double { min(1, steps / knownTimes) }

  private static func share(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? min(1, part / whole) : 1
  }
}

extension SetFeatures {
  /// The figures of those of the listed movements that are, wholly or in part, the exercise; nil
  /// where none is.
  ///
  /// - Parameters:
  ///   - listed: movements in order of time.
  ///   - count: how many of them count.
  ///   - similarity: how similar they are.
  ///   - surroundingPath: path of the signal around the set and in it.
  ///   - rateHertz: rate of the frames.
  init?(
    _ listed: [ClassifiedMovement], count: Int, similarity: Double, surroundingPath: Double,
    rateHertz: Double
  ) {
    // By place: a movement is large, and dear to copy.
    let counted = listed.indices.filter { listed[$0].verdict.isCounted }
    let span = counted.first.map { $0...(counted.last ?? $0) }
    let own = listed.indices.filter {
      listed[$0].isExercise && span?.contains($0) ?? true
    }
    guard let first = own.first, let last = own.last else { return nil }
    let whole = counted.isEmpty ? own : counted
    let lengths = whole.map { Double(max(1, listed[$0].movement.end - listed[$0].movement.start)) }
    let periods = zip(own.dropFirst(), own).map {
      log(Double(max(1, listed[$0].movement.start - listed[$1].movement.start)))
    }
    let usual = periods.median
    let length = lengths.median
    self.count = Double(count)
    isAlone = count < 2
    self.similarity = similarity
    let certainty = Self.certainty(ofVariation: Double(periods.count))
    unevenness =
      certainty
      * min(
        periods.indices.dropFirst().median { abs(periods[$0] - periods[$0 - 1]) },
        periods.median { abs($0 - usual) })
    let rests = own.indices.dropFirst().median {
      Double(listed[own[$0]].movement.start - listed[own[$0 - 1]].movement.end)
    }
    rest = rests / length
    turnedDegrees =
      whole.median { Double(listed[$0].movement.turnedRadians) } / Units.radiansPerDegree
    let lifts = whole.compactMap { listed[$0].movement.liftMetres.map(Double.init) }
    liftMetres = 2 * lifts.count < whole.count ? nil : lifts.middle
    seconds = length / rateHertz
    timeSpread = certainty * lengths.median { abs(log($0 / length)) }
    plateauShare = min(1, whole.median { listed[$0].movement.plateauShare })
    asymmetry = whole.median { abs(Double(listed[$0].movement.size.asymmetry)) }
    strideLikeness =
      whole.reduce(0) { $0 + Double(listed[$1].movement.step.strideLikeness) }
      / Double(whole.count)
    shake = whole.median { Double(listed[$0].movement.step.shake) }
    settled = Double(listed[first].movement.restSeconds) / Movement.longestRestSeconds
    ownPath = own.reduce(0) {
      $0 + listed[$1].movement.pathLength.after - listed[$1].movement.pathLength.before
    }
    spanPath = listed[last].movement.pathLength.after - listed[first].movement.pathLength.before
    self.surroundingPath = surroundingPath
  }
}

extension SetFeatures {
  /// The figures of a set that was seen in parts: each part says as much as it has movements.
  init(parts: [SetFeatures]) {
    precondition(!parts.isEmpty, "a set has a part at least")
    self = parts[0]
    let total = parts.reduce(0) { $0 + $1.count }
    // By closures, which the compiler sees through; by key paths this took a tenth of an hour's
    // replay.
    func mean(_ figure: (SetFeatures) -> Double) -> Double {
      total > 0 ? parts.reduce(0) { $0 + $1.count * figure($1) } / total : figure(parts[0])
    }
    similarity = mean { $0.similarity }
    unevenness = mean { $0.unevenness }
    rest = mean { $0.rest }
    turnedDegrees = mean { $0.turnedDegrees }
    let known = parts.filter { $0.liftMetres != nil && $0.count > 0 }
    let lifted = known.reduce(0) { $0 + $1.count * ($1.liftMetres ?? 0) }
    liftMetres = known.isEmpty ? nil : lifted / known.reduce(0) { $0 + $1.count }
    seconds = mean { $0.seconds }
    // Parts of a movement each differ from one another only.
    let between = mean { [seconds] in abs(log($0.seconds / seconds)) }
    timeSpread = max(
      mean { $0.timeSpread }, Self.certainty(ofVariation: max(0, total - 1)) * between)
    plateauShare = mean { $0.plateauShare }
    asymmetry = mean { $0.asymmetry }
    strideLikeness = mean { $0.strideLikeness }
    shake = mean { $0.shake }
    settled = mean { $0.settled }
    count = total
    isAlone = total < 2
    ownPath = parts.reduce(0) { $0 + $1.ownPath }
    spanPath = parts.reduce(0) { $0 + $1.spanPath }
    // each part's surroundings hold the others
    surroundingPath = parts.reduce(spanPath) { max($0, $1.surroundingPath) }
  }
}
