import Glibc

extension Collection where Element: BinaryFloatingPoint {
  /// The middle value (the mean of the middle two for an even number); nil for none.
  package var middle: Element? { isEmpty ? nil : median }

  /// The middle value (the mean of the middle two for an even number); 0 for none.
  var median: Element { median { $0 } }
}

extension Collection {
  /// The middle value of a figure of each element (the mean of the middle two for an even number); 0
  /// for none.
  func median<Value: BinaryFloatingPoint>(_ figure: (Element) -> Value) -> Value {
    let count = self.count
    guard count > 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: count) { values in
      var place = 0
      for element in self {
        values.initializeElement(at: place, to: figure(element))
        place += 1
      }
      let middle = count / 2
      let upper = values.select(middle)
      guard count.isMultiple(of: 2) else { return upper }
      // Nothing before the selected place is larger.
      return ((values[..<middle].max() ?? upper) + upper) / 2
    }
  }
}

extension UnsafeMutableBufferPointer where Element: Comparable {
  /// Moves values so that none before a place is larger and none after it smaller than the one
  /// there, and gives that one (Hoare 1961, doi:10.1145/366622.366647). Takes time in proportion to
  /// the number of values, mostly.
  fileprivate func select(_ place: Int) -> Element {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = self[place]
      var (up, down) = (low, high)
      while up <= down {
        while self[up] < pivot { up += 1 }
        while pivot < self[down] { down -= 1 }
        guard up <= down else { break }
        swapAt(up, down)
        up += 1
        down -= 1
      }
      if down < place { low = up }
      if place < up { high = down }
    }
    return self[place]
  }
}

/// `base` to the power of `exponent`, for non-negative bases.
func power(_ base: Float, _ exponent: Float) -> Float { pow(base, exponent) }
