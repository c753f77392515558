import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct MotionConditionerTests {
  /// What is known of each reading in the end.
  private struct Known {
    var whole: [MovementFrame] = []
    var accelerometer: [MovementFrame]?
    var starts = 0

    mutating func take(_ reading: MotionConditioner.Reading, _ output: MotionConditioner.Output) {
      switch (reading, output) {
      case (.whole, .start): (whole, starts) = ([], starts + 1)
      case (.whole, .frame(let frame, _)): whole.append(frame)
      case (.accelerometer, .start): accelerometer = []
      case (.accelerometer, .end): accelerometer = nil
      case (.accelerometer, .frame(let frame, _)): accelerometer?.append(frame)
      default: break
      }
    }
  }

  private static func known(
    _ course: Course, _ rate: (Vector3) -> Vector3 = { $0 }
  ) -> (Known, GravitySteadiness.Finding) {
    var (conditioner, known) = (MotionConditioner(weights: .cycle, rateHertz: 50), Known())
    for sample in WornSensor(noise: 0.03).uniform(course) {
      var sample = sample
      sample.angularRate = sample.angularRate.map(rate)
      conditioner.process(sample) { known.take($0, $1) }
    }
    conditioner.interrupt(for: .infinity) { known.take($0, $1) }
    return (known, conditioner.gyroscope)
  }

  private static func difference(_ a: [MovementFrame], _ b: [MovementFrame]) -> Float {
    a.count == b.count
      ? zip(a, b).map { ($0.value - $1.value).movement.length }.max() ?? 0 : .infinity
  }

  @Test func aRightGyroscopeIsReadOnce() {
    let (known, finding) = Self.known(.repetitions(10, degrees: 90))
    #expect(finding == .right && known.starts == 0 && known.accelerometer == nil)
  }

  @Test(arguments: [8.0, 20])
  func aBiasThatStillnessShowsHoldsFromTheBegin(degreesPerSecond: Double) {
    let bias = Vector3(1, 1, 1) * (degreesPerSecond * Units.radiansPerDegree)
    let (plain, _) = Self.known(.repetitions(6, degrees: 60))
    let (biased, _) = Self.known(.repetitions(6, degrees: 60)) { $0 + bias }
    #expect(Self.difference(plain.whole, biased.whole) < 0.02)
  }

  @Test func aWrongGyroscopeIsNotUsedFromTheBeginOn() {
    let (known, finding) = Self.known(.repetitions(12, degrees: 90)) { -$0 }
    #expect(finding == .wrong && known.starts > 0 && known.accelerometer == nil)
    #expect(known.whole.allSatisfy { $0.value[3] == 0 })
  }

  @Test func aMistakenUnitIsPutRightFromTheBeginOn() {
    let (plain, _) = Self.known(.repetitions(12, degrees: 90))
    let (known, finding) = Self.known(.repetitions(12, degrees: 90)) {
      $0 * Units.radiansPerDegree
    }
    #expect(finding == .mistakenUnit(factor: 1 / Units.radiansPerDegree))
    #expect(Self.difference(plain.whole, known.whole) < 0.02)
  }

  /// What was read is only void where all of it can be read anew.
  @Test func whatIsForgottenIsNotReadAnew() {
    let course = Course.repetitions(
      12, degrees: 90, edgeSeconds: 2 * MotionConditioner.memorySeconds + 60)
    let (known, finding) = Self.known(course) { -$0 }
    let (right, _) = Self.known(course)
    #expect(finding == .wrong && known.starts == 0)
    #expect(known.whole.count == right.whole.count)
  }

  @Test func aDoubtfulOneIsReadBothWays() {
    let (known, finding) = Self.known(.repetitions(12, degrees: 14)) { -$0 }
    #expect(finding == .unknown)
    #expect(known.accelerometer?.count == known.whole.count)
  }
}
