import MotionSimulator
import Testing

@Suite struct SeededRandomTests {
  /// Values of an independent implementation of SplitMix64 and xoshiro256**.
  @Test func givesThePublishedSequence() {
    var random = SeededRandom(seed: 1)
    let first = (0..<4).map { _ in random.next() }
    #expect(
      first == [
        0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514,
        0x642e_1c7b_c266_a3a7,
      ])
  }

  @Test func normalNumbersHaveMeanZeroAndDeviationOne() {
    var random = SeededRandom(seed: 7)
    let values = (0..<20_000).map { _ in random.normal() }
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
  }

  @Test func uniformNumbersFillTheirRangeAndStayInIt() {
    var random = SeededRandom(seed: 3)
    let values = (0..<2_000).map { _ in random.uniform(-2...5) }
    #expect(values.allSatisfy { (-2...5).contains($0) })
    #expect((values.min() ?? 0) < -1.9)
    #expect((values.max() ?? 0) > 4.9)
  }

  @Test func heavyTailedNumbersStayInTheirRangeAndAreMostlySmall() {
    var random = SeededRandom(seed: 5)
    let values = (0..<4_000).map { _ in random.heavyTailed(2...200, shape: 1) }.sorted()
    #expect(values.allSatisfy { (2...200).contains($0) })
    // half of Pareto's distribution of shape 1 lies below twice the least, cut at 200 a bit less
    #expect(abs(values[2_000] - 2 / (1 - 0.5 * 0.99)) < 0.15)
    #expect((values.last ?? 0) > 150)
  }

  @Test func drawingFromAForkChangesNothingInItsParent() {
    var (one, other) = (SeededRandom(seed: 9), SeededRandom(seed: 9))
    var fork = one.fork()
    _ = other.fork()
    _ = (0..<5).map { _ in fork.next() }
    #expect(one.next() == other.next())
  }
}
