import Glibc
import Testing

@testable import MotionCore

@Suite struct MovingAverageTests {
  private static func filtered(_ values: [Double], length: Int) -> [Double] {
    var average = MovingAverage(length: length)
    return values.map { average.filter(.first($0))[0] }
  }

  @Test(
    arguments: [
      (1, [1, 4, 2, 8], [1.0, 4, 2, 8]),
      (2, [1, 4, 2, 8], [1, 2.5, 3, 5]),
      (3, [1, 2, 3, 4, 5], [1, 4.0 / 3, 2, 3, 4]),
      (4, [0, 4, 0, 0, 0, 0, 4], [0, 1, 1, 1, 1, 0, 1]),
    ] as [(Int, [Double], [Double])])
  func givesTheMeanOfTheLastSamples(length: Int, values: [Double], expected: [Double]) {
    let outputs = Self.filtered(values, length: length)
    #expect(zip(outputs, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(outputs.count == expected.count)
  }

  @Test func aConstantPassesFromTheFirstSampleOn() {
    #expect(Self.filtered(Array(repeating: 3.5, count: 20), length: 7).allSatisfy { $0 == 3.5 })
  }

  @Test func aStepBecomesARampOfItsLength() {
    let outputs = Self.filtered([0] + Array(repeating: 1, count: 9), length: 5)
    let expected = [0, 0.2, 0.4, 0.6, 0.8, 1, 1, 1, 1, 1]
    #expect(zip(outputs, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func theChannelsDoNotMix() {
    var average = MovingAverage(length: 2)
    _ = average.filter(SIMD8(0, 1, 2, 3, 4, 5, 6, 7))
    #expect(average.filter(SIMD8(2, 1, 4, 3, 6, 5, 8, 7)) == SIMD8(1, 1, 3, 3, 5, 5, 7, 7))
  }

  @Test(arguments: [(1, 0), (2, 0.5), (5, 2), (10, 4.5)] as [(Int, Double)])
  func latencyIsHalfTheWindow(length: Int, latency: Double) {
    #expect(MovingAverage(length: length).latency == latency)
  }

  // Dirichlet kernel: sin(N x) / (N sin x) with x = pi f / rate
  @Test(arguments: [0.5, 1, 2, 3, 7])
  func aSineIsDampedAndDelayedAsAMeanMust(hertz: Double) {
    let (rate, length) = (50.0, 10)
    let sine = SteadySine(hertz: hertz, rateHertz: rate)
    let x = Double.pi * hertz / rate
    let gain = sin(Double(length) * x) / (Double(length) * sin(x))
    var average = MovingAverage(length: length)
    for index in 0..<200 {
      let output = average.filter(.first(sine.value(at: Double(index))))[0]
      guard index >= length else { continue }
      #expect(abs(output - gain * sine.value(at: Double(index) - average.latency)) < 1e-9)
    }
  }
}

@Suite struct TriangularSmootherTests {
  private static func filtered(_ values: [Double], seconds: Double) -> [Double] {
    var smoother = TriangularSmoother(seconds: seconds, rateHertz: 50)
    return values.map { smoother.filter(.first($0))[0] }
  }

  @Test func anImpulseBecomesATriangle() {
    let outputs = Self.filtered([0, 9, 0, 0, 0, 0, 0], seconds: 0.06)
    let expected = [0.0, 1, 2, 3, 2, 1, 0]
    #expect(zip(outputs, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func aStepPassesItsHalfWithTheLatency() {
    let outputs = Self.filtered(
      Array(repeating: 0, count: 5) + Array(repeating: 1, count: 15), seconds: 0.1)
    let latency = TriangularSmoother(seconds: 0.1, rateHertz: 50).latency
    #expect(latency == 4)
    #expect(outputs[5 + Int(latency) - 1] < 0.5 && outputs[5 + Int(latency)] > 0.5)
    #expect(outputs[19] == 1)
  }

  @Test(arguments: [0.1, 0.2, 0.3, 0.5])
  func nothingIsLeftAtTheFirstNull(seconds: Double) {
    let sine = SteadySine(hertz: 1 / seconds, rateHertz: 50)
    var smoother = TriangularSmoother(seconds: seconds, rateHertz: 50)
    let left = sine.amplitude(swingInSeconds: 2 * seconds) { smoother.filter(.first($0))[0] }
    #expect(left < 1e-9)
  }

  @Test(arguments: [0.25, 0.5, 1, 2])
  func slowMovementsKeepTheirShape(hertz: Double) {
    let sine = SteadySine(hertz: hertz, rateHertz: 50)
    let x = Double.pi * hertz / 50
    let gain = pow(sin(10 * x) / (10 * sin(x)), 2)
    var smoother = TriangularSmoother(seconds: 0.2, rateHertz: 50)
    for index in 0..<200 {
      let output = smoother.filter(.first(sine.value(at: Double(index))))[0]
      guard index >= 20 else { continue }
      #expect(abs(output - gain * sine.value(at: Double(index) - smoother.latency)) < 1e-9)
    }
  }

  @Test func aWindowUnderOneSampleChangesNothing() {
    #expect(Self.filtered([1, 5, -3], seconds: 0.001) == [1, 5, -3])
  }
}
