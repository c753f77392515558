import Glibc

extension Collection where Element: BinaryFloatingPoint {
  /// The middle value (the mean of the middle two for an even number); 0 for none.
  var median: Element {
    guard let first else { return 0 }
    if count == 1 { return first }
    let sorted = self.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

/// `base` to the power of `exponent`, for non-negative bases.
func power(_ base: Float, _ exponent: Float) -> Float { pow(base, exponent) }
