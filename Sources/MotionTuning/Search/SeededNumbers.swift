import Glibc
import MotionCore

/// Random numbers that follow from a seed, the same on every run and every machine.
struct SeededNumbers: Sendable {
  private var bits: SplitMix64

  init(seed: UInt64) { bits = SplitMix64(seed: seed) }

  /// The next 64 random bits.
  mutating func next() -> UInt64 { bits.next() }

  /// A number from 0 to 1, 1 left out.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of mean 0 and standard deviation 1 (Box and Muller 1958, doi
  /// 10.1214/aoms/1177706645).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// The numbers from 0 to `count` - 1 in a random order (Fisher and Yates).
  mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in order.indices.dropFirst().reversed() {
      order.swapAt(index, Int(next() % UInt64(index + 1)))
    }
    return order
  }
}
