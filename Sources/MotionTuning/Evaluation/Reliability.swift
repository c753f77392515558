/// Predicted probabilities against what was true: a reliability diagram and the expected calibration
/// error over bins of equal width (Naeini, Cooper and Hauskrecht 2015, 'Obtaining well calibrated
/// probabilities using Bayesian binning', AAAI).
package struct Reliability: Sendable, Hashable {
  /// A predicted probability from 0 to 1, and whether what it predicts was true.
  package struct Prediction: Sendable, Hashable {
    package var probability: Double
    package var isTrue: Bool

    package init(probability: Double, isTrue: Bool) {
      self.probability = probability
      self.isTrue = isTrue
    }
  }

  /// The predictions of like probability.
  package struct Bin: Sendable, Hashable {
    package let range: ClosedRange<Double>
    package private(set) var count = 0
    private var trueCount = 0
    private var sum = 0.0

    fileprivate init(range: ClosedRange<Double>) { self.range = range }

    /// The mean predicted probability; nil without predictions.
    package var meanProbability: Double? { count > 0 ? sum / Double(count) : nil }
    /// The share that was true; nil without predictions.
    package var trueFraction: Double? { count > 0 ? Double(trueCount) / Double(count) : nil }

    fileprivate mutating func add(_ prediction: Prediction) {
      count += 1
      trueCount += prediction.isTrue ? 1 : 0
      sum += prediction.probability
    }
  }

  private static let binCount = 10

  /// From the smallest probabilities to the largest; those of a border belong to the upper bin.
  package private(set) var bins: [Bin]

  /// The reliability of these predictions, whose probabilities must lie between 0 and 1.
  package init(_ predictions: some Sequence<Prediction>) {
    let borders = (0...Self.binCount).map { Double($0) / Double(Self.binCount) }
    bins = zip(borders, borders.dropFirst()).map { Bin(range: $0...$1) }
    for prediction in predictions {
      precondition((0...1).contains(prediction.probability), "a probability is between 0 and 1")
      let place = bins.lastIndex { $0.range.lowerBound <= prediction.probability }
      bins[place ?? 0].add(prediction)
    }
  }

  /// The mean distance between predicted and true shares, each bin weighted by how many predictions
  /// it has; nil without predictions.
  package var expectedCalibrationError: Double? {
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return bins.reduce(0) { error, bin in
      guard let mean = bin.meanProbability, let share = bin.trueFraction else { return error }
      return error + abs(mean - share) * Double(bin.count) / Double(count)
    }
  }
}
