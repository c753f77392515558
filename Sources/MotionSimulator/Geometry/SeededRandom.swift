import Glibc
import MotionCore

/// Random numbers that are the same on every run: xoshiro256** (Blackman & Vigna 2021,
/// doi 10.1145/3460772), its state filled by SplitMix64.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator whose whole sequence follows from `seed`.
  package init(seed: UInt64) {
    var mixer = SplitMix64(seed: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number between 0 and 1, 1 left out.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number evenly spread over `range`.
  package mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A number of mean 0 and standard deviation 1 (Box & Muller 1958,
  /// doi 10.1214/aoms/1177706645).
  package mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// `mean` times a factor of standard deviation `spread` around 1, cut at two deviations.
  package mutating func varied(_ mean: Double, by spread: Double) -> Double {
    mean * (1 + spread * min(2, max(-2, normal())))
  }

  /// A number of `range` of which small ones are frequent and large ones rare: Pareto's
  /// distribution, cut at the upper bound. The smaller `shape`, the heavier the tail.
  package mutating func heavyTailed(_ range: ClosedRange<Double>, shape: Double) -> Double {
    let least = pow(range.lowerBound / range.upperBound, shape)
    return range.lowerBound * pow(1 - unit() * (1 - least), -1 / shape)
  }

  /// One of the elements.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }

  /// +1 or -1.
  package mutating func sign() -> Double { next() & 1 == 0 ? 1 : -1 }

  /// A generator of its own, so that drawing more here changes nothing there.
  package mutating func fork() -> SeededRandom { SeededRandom(seed: next()) }
}
