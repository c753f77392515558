import Glibc
import MotionCore

/// A threshold that tuning may move.
package struct SearchParameter: Sendable, Hashable {
  /// How the steps of a search lie.
  package enum Scale: Sendable, Hashable {
    /// Evenly.
    case linear
    /// In even ratios: from 1 to 2 is as far as from 10 to 20.
    case logarithmic
  }

  /// Its name in parameter files.
  package var name: String
  /// Its unit; empty for a share.
  package var unit: String
  /// Values that are tried.
  package var range: ClosedRange<Double>
  /// How the steps lie within.
  package var scale: Scale

  /// Where a value lies in the range: 0 at its start, 1 at its end.
  package func position(of value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    return switch scale {
    case .linear: (value - low) / (high - low)
    case .logarithmic: log(value / low) / log(high / low)
    }
  }

  /// The value at a position; with three digits, so that a file holds what was tried.
  package func value(at position: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let share = min(1, max(0, position))
    let exact =
      switch scale {
      case .linear: low + share * (high - low)
      case .logarithmic: low * pow(high / low, share)
      }
    return min(high, max(low, Self.rounded(exact)))
  }

  /// So many values over the whole range, in rising order.
  func grid(_ count: Int) -> [Double] {
    (0..<count).map { value(at: Double($0) / Double(count - 1)) }
  }

  private static let digits = 3.0

  private static func rounded(_ value: Double) -> Double {
    guard value > 0 else { return value }
    let decimals = digits - 1 - log10(value).rounded(.down)
    // Whole powers of ten are exact, their inverses are not.
    return decimals >= 0
      ? (value * pow(10, decimals)).rounded() / pow(10, decimals)
      : (value / pow(10, -decimals)).rounded() * pow(10, -decimals)
  }
}

/// One set of values for the parameters of a space, in their order.
package struct Candidate: Sendable, Hashable {
  /// The values.
  package var values: [Double]

  /// The same with one of them changed.
  func with(_ value: Double, at index: Int) -> Candidate {
    var changed = self
    changed.values[index] = value
    return changed
  }
}

/// What tuning may move of an exercise, and how far.
///
/// Only what decides what is seen is searched. What is asked of the person stays as it is: when a
/// repetition is too fast, by how much a hold may be shorter, what a slow repetition takes, and a
/// person's own range, which is measured.
package struct SearchSpace: Sendable {
  /// The parameters, in the order in which a person should read them.
  package let parameters: [SearchParameter]
  /// The thresholds from which a search starts, and from which it goes away only for a reason.
  package let start: DetectionParameters

  /// The space of an exercise.
  ///
  /// - Parameter needsSmoothing: whether some recording has no gyroscope, so that
  ///   `accelerometerSmoothingSeconds` matters.
  package init(_ exercise: Exercise, needsSmoothing: Bool) {
    start = exercise.parameters
    let known = Dictionary(uniqueKeysWithValues: start.described.map { ($0.name, $0) })
    parameters = Self.ranges(exercise.kind, needsSmoothing: needsSmoothing)
      .compactMap { name, range, scale in
        known[name].map { field in
          let low = min(range.lowerBound, field.value)
          let high = max(range.upperBound, field.value)
          return SearchParameter(name: name, unit: field.unit, range: low...high, scale: scale)
        }
      }
  }

  /// The values at the start.
  package var startCandidate: Candidate {
    Candidate(values: parameters.map { start[$0.name] ?? $0.range.lowerBound })
  }

  /// The thresholds with a candidate's values.
  package func parameters(of candidate: Candidate) -> DetectionParameters {
    var result = start
    for (parameter, value) in zip(parameters, candidate.values) {
      // Every range lies within what is allowed, which a test holds.
      try? result.set(parameter.name, to: value)
    }
    return result
  }

  /// How far a candidate lies from the start: the sum over its parameters, each as a share of its
  /// range.
  package func distance(of candidate: Candidate) -> Double {
    zip(parameters, zip(candidate.values, startCandidate.values)).reduce(0) { sum, item in
      let (parameter, (value, start)) = item
      return sum + abs(parameter.position(of: value) - parameter.position(of: start))
    }
  }

  private typealias Range = (name: String, range: ClosedRange<Double>, scale: SearchParameter.Scale)

  private static func ranges(_ kind: ExerciseKind, needsSmoothing: Bool) -> [Range] {
    switch kind {
    case .cycle:
      [
        ("minimumRangeDegrees", 1...30, .logarithmic),
        ("maximumRangeDegrees", 30...360, .logarithmic),
        ("minimumRepSeconds", 0.2...3, .logarithmic),
        ("maximumRepSeconds", 3...30, .logarithmic),
        ("partialRangeRatio", 0.3...0.85, .linear),
      ]
    case .hold:
      [
        ("minimumRangeDegrees", 0.5...30, .logarithmic),
        ("maximumRangeDegrees", 30...180, .logarithmic),
        ("minimumHoldSeconds", 0.5...10, .logarithmic),
        ("maximumHoldSeconds", 10...600, .logarithmic),
        ("partialRangeRatio", 0.3...0.85, .linear),
        ("longestBreakSeconds", 0.2...5, .logarithmic),
      ] + (needsSmoothing ? [("accelerometerSmoothingSeconds", 0.1...2, .logarithmic)] : [])
    }
  }
}
