extension Collection<Double> {
  /// Standard deviation as a share of the mean (coefficient of variation), the deviation being that
  /// of a sample; nil for fewer than two values and for a mean that is not positive.
  var variationFraction: Double? {
    guard count > 1 else { return nil }
    let mean = reduce(0, +) / Double(count)
    guard mean > 0 else { return nil }
    let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot() / mean
  }
}
