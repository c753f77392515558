import Testing

@testable import MotionCore

@Suite struct AngularSpeedHistoryTests {
  // a memory of 30 frames
  private static let rateHertz = 0.05

  private static func history(_ indices: some Sequence<Int>) -> AngularSpeedHistory {
    var history = AngularSpeedHistory(rateHertz: rateHertz)
    for index in indices {
      history.process(.turning(5 * Double(index), at: index))
    }
    return history
  }

  @Test func speedIsTheSizeOfTheRate() {
    var history = Self.history(0..<4)
    #expect(history[2] == 10)
    #expect(history[1...3] == [5, 10, 15])
    history.process(
      UniformSample(
        index: 4, specificForce: Vector3(0, 0, Units.standardGravity),
        angularRate: Vector3(2, 3, 6)))
    #expect(history[4] == 7)
  }

  @Test(arguments: [4, 29, 30, 31, 100])
  func theNewestFramesAreKept(last: Int) {
    let history = Self.history(0...last)
    #expect(history[last] == Double(last) * 5)
    #expect(history[last + 1] == nil)
    let oldest = max(0, last - 29)
    #expect(history[oldest] == Double(oldest) * 5 && history[oldest - 1] == nil)
    #expect(history[oldest...last] != nil && history[(oldest - 1)...last] == nil)
  }

  @Test(arguments: [8, 45, 1000])
  func aGapHasNoSpeed(end: Int) {
    let history = Self.history(Array(0..<5) + Array(end..<end + 3))
    #expect(history[end] == Double(end) * 5)
    #expect((end - 3..<end).allSatisfy { history[$0] == nil })
    #expect(history[end - 1...end] == nil)
    #expect((history[4] == nil) == (end > 30))
  }

  @Test func withoutAGyroscopeThereIsNone() {
    var history = AngularSpeedHistory(rateHertz: Self.rateHertz)
    history.process(.turning(nil, at: 0))
    #expect(history[0] == nil)
    history.process(.turning(1, at: 1))
    #expect(history[0] == nil && history[1] == 1)
  }

  @Test func whatAGyroscopeReadsAtRestIsTakenOff() throws {
    var history = AngularSpeedHistory(rateHertz: 50)
    let bias = 0.03
    let minute = 3000
    for index in 0..<minute { history.process(.turning(bias, at: index)) }
    history.process(.turning(bias + 1, at: minute))
    #expect(try #require(history[minute - 1]) < 1e-3)
    #expect(abs(try #require(history[minute]) - 1) < 1e-3)
  }
}

extension UniformSample {
  /// A level sensor that turns about the vertical, of which the accelerometer sees nothing.
  static func turning(_ radiansPerSecond: Double?, at index: Int) -> UniformSample {
    UniformSample(
      index: index, specificForce: Vector3(0, 0, Units.standardGravity),
      angularRate: radiansPerSecond.map { Vector3(0, 0, $0) })
  }
}
