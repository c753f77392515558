/// How well probabilities agree with what is so: the reliability table, and the expected
/// calibration error (Naeini et al. 2015, doi:10.1609/aaai.v29i1.9602) over bins of equal width.
package struct Reliability: Sendable {
  /// Bins of equal width.
  static let bins = 10

  /// What was said with about the same probability.
  package struct Bin: Sendable {
    package var weight = 0.0
    private var said = 0.0, so = 0.0

    /// Mean probability that was said, and share that is so; zero for an empty bin.
    package var meanSaid: Double { weight > 0 ? said / weight : 0 }
    package var share: Double { weight > 0 ? so / weight : 0 }

    fileprivate mutating func add(_ probability: Double, isTrue: Bool, weight: Double) {
      self.weight += weight
      said += weight * probability
      so += isTrue ? weight : 0
    }
  }

  /// The bins, from the least probable to the most.
  package private(set) var bins = [Bin](repeating: Bin(), count: Self.bins)

  package init() {}

  /// Adds what was said with this probability, from 0 to 1.
  package mutating func add(_ probability: Double, isTrue: Bool, weight: Double = 1) {
    let bin = min(Self.bins - 1, max(0, Int(probability * Double(Self.bins))))
    bins[bin].add(probability, isTrue: isTrue, weight: weight)
  }

  /// Mean difference of what is said and what is so; nil where nothing was said.
  package var expectedCalibrationError: Double? {
    let total = bins.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    return bins.reduce(0) { $0 + $1.weight * abs($1.meanSaid - $1.share) } / total
  }
}
