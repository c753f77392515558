import Glibc

/// Random numbers that follow from a seed, the same on every run and every machine: SplitMix64
/// (Steele et al. 2014, doi 10.1145/2660193.2660195).
struct SeededNumbers: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to 1, 1 left out.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of mean 0 and standard deviation 1 (Box and Muller 1958, doi 10.1214/aoms/1177706645).
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
