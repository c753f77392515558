/// Figures of a list of values.
package struct Distribution: Sendable, Hashable {
  private var sorted: [Double]

  /// The distribution of these values, which must be finite.
  package init(_ values: some Sequence<Double> = []) { sorted = values.sorted() }

  /// How many values there are.
  package var count: Int { sorted.count }
  /// Their mean; nil without values.
  package var mean: Double? {
    sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count)
  }
  /// The value in the middle; nil without values.
  package var median: Double? { percentile(50) }
  /// The largest value; nil without values.
  package var largest: Double? { sorted.last }

  /// The smallest value that at least this many percent do not exceed (nearest rank); nil without
  /// values.
  package func percentile(_ percent: Double) -> Double? {
    precondition((0...100).contains(percent), "a percentile lies between 0 and 100")
    let rank = Int((percent / 100 * Double(sorted.count)).rounded(.up))
    return sorted.isEmpty ? nil : sorted[max(rank, 1) - 1]
  }

  /// Adds values.
  package mutating func add(_ values: some Sequence<Double>) {
    sorted = (sorted + values).sorted()
  }
}

/// How many of some things were right.
package struct Share: Sendable, Hashable {
  /// How many were right.
  package var right = 0
  /// How many there were.
  package var total = 0

  /// A share of nothing.
  package init() {}

  /// The share from 0 to 1; nil where there was nothing.
  package var fraction: Double? { total > 0 ? Double(right) / Double(total) : nil }

  /// Adds one thing.
  package mutating func add(_ isRight: Bool) {
    right += isRight ? 1 : 0
    total += 1
  }
}
