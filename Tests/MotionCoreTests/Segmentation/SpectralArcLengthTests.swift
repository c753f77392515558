import Glibc
import Testing

@testable import MotionCore

@Suite struct SpectralArcLengthTests {
  private static let metric = SpectralArcLength(rateHertz: 50)

  /// The speed of a way of least jerk, of 1 for the whole way in one second.
  private static func bell(samples: Int) -> [Double] {
    (0..<samples).map { index in
      let phase = Double(index) / Double(samples - 1)
      return 30 * phase * phase * (1 - phase) * (1 - phase)
    }
  }

  private static let shaken = bell(samples: 51).enumerated().map { index, speed in
    speed * (1 + 0.5 * sin(2 * .pi * 6 * Double(index) / 50))
  }

  private static let halting =
    bell(samples: 51) + Array(repeating: 0, count: 50) + bell(samples: 51)

  // by numpy.fft.fft of the zero-padded speeds, the padded length being 2 ** (ceil(log2(n)) + 4)
  @Test(
    arguments: [
      (bell(samples: 51), -1.4058299702292805), (shaken, -2.011782498740693),
      (halting, -4.0795746112642135), (Array(repeating: 1, count: 51), -2.523514896255323),
      ([1, 2, 3, 2, 1], -1.2407296478063499), ([1, 2, 3, 4, 5], -1.2472517003302512),
    ] as [([Double], Double)])
  func valuesAreThoseOfAnotherImplementation(speeds: [Double], expected: Double) throws {
    #expect(abs(try #require(Self.metric.value(of: speeds)) - expected) < 1e-9)
  }

  @Test func theRateOfTheSamplesDoesNotMatter() throws {
    let value = SpectralArcLength(rateHertz: 100).value(of: Self.bell(samples: 101))
    #expect(abs(try #require(value) - -1.4058293244214655) < 1e-9)
  }

  @Test(arguments: [0.001, 40])
  func neitherSizeNorUnitMatters(factor: Double) throws {
    let value = try #require(Self.metric.value(of: Self.shaken.map { $0 * factor }))
    #expect(abs(value - (try #require(Self.metric.value(of: Self.shaken)))) < 1e-9)
  }

  @Test(arguments: [16, 26, 101, 201])
  func theDurationDoesNotMatter(samples: Int) throws {
    let value = try #require(Self.metric.value(of: Self.bell(samples: samples)))
    #expect(abs(value - -1.406) < 0.02)
  }

  @Test(
    arguments: [
      [], [1], [0, 0, 0], [1, .nan, 1], [1, .infinity, 1],
    ] as [[Double]])
  func whatIsNoMovementHasNoSmoothness(speeds: [Double]) {
    #expect(Self.metric.value(of: speeds) == nil)
  }
}
