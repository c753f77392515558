/// Figures of a list of values.
public struct Distribution: Sendable, Hashable {
  private var sorted: [Double]

  /// The distribution of these values, which must be finite.
  public init(_ values: some Sequence<Double> = []) { sorted = values.sorted() }

  /// How many values there are.
  public var count: Int { sorted.count }
  /// Their mean; nil without values.
  public var mean: Double? {
    sorted.isEmpty ? nil : sorted.reduce(0, +) / Double(sorted.count)
  }
  /// The value in the middle; nil without values.
  public var median: Double? { percentile(50) }
  /// The largest value; nil without values.
  public var largest: Double? { sorted.last }

  /// The smallest value that at least this many percent do not exceed (nearest rank); nil without
  /// values.
  public func percentile(_ percent: Double) -> Double? {
    precondition((0...100).contains(percent), "a percentile lies between 0 and 100")
    let rank = Int((percent / 100 * Double(sorted.count)).rounded(.up))
    return sorted.isEmpty ? nil : sorted[max(rank, 1) - 1]
  }

  /// Adds values.
  public mutating func add(_ values: some Sequence<Double>) {
    sorted = (sorted + values).sorted()
  }
}

/// How many of some things were right.
public struct Share: Sendable, Hashable {
  /// How many were right.
  public var right = 0
  /// How many there were.
  public var total = 0

  /// A share of nothing.
  public init() {}

  /// The share from 0 to 1; nil where there was nothing.
  public var fraction: Double? { total > 0 ? Double(right) / Double(total) : nil }

  /// Adds one thing.
  public mutating func add(_ isRight: Bool) {
    right += isRight ? 1 : 0
    total += 1
  }
}
