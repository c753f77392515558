import Glibc
import MotionCore
import Testing

@testable import MotionInput

/// Values that stand still are a fault only of a sensor that shows noise at rest.
@Suite struct StandstillTests {
  /// How a sensor that goes into a hold and out of it writes what it measured.
  struct Sensor: CustomTestStringConvertible {
    var testDescription: String
    var hertz = 50.0
    /// Standard deviation in m/s^2.
    var noise = 0.0
    /// Values are multiples of this, in m/s^2.
    var step = 0.00001
    /// A change by less is not passed on, in m/s^2, as by the kernel's `fuzz`.
    var deadBand = 0.0
    /// Rows that share one measurement.
    var copies = 1
    /// From here on the values are those of the row before, in seconds.
    var frozen: ClosedRange<Double>?
  }

  private static let restSeconds = 6.0
  private static let wayThereSeconds = 1.5
  private static let holdSeconds = 20.0

  /// The angle of the arm in radians.
  private static func angle(at seconds: Double) -> Double {
    let wayThere = (seconds - restSeconds) / wayThereSeconds
    let wayBack = (seconds - restSeconds - wayThereSeconds - holdSeconds) / wayThereSeconds
    let share = min(1, max(0, wayThere)) - min(1, max(0, wayBack))
    return 60 * Units.radiansPerDegree * (1 - cos(.pi * share)) / 2
  }

  private static func text(of sensor: Sensor) -> String {
    var random = SplitMix64(seed: 7)
    var shown = [Double](repeating: 0, count: 3)
    let seconds = 2 * (restSeconds + wayThereSeconds) + holdSeconds
    let rows = (0..<Int(seconds * sensor.hertz)).map { number in
      let time = Double(number) / sensor.hertz
      if number % sensor.copies == 0, sensor.frozen?.contains(time) != true {
        let turned = angle(at: time)
        let force = [1, 9.7 * sin(0.35 + turned), 9.7 * cos(0.35 + turned)]
        for axis in force.indices {
          let value =
            ((force[axis] + random.normal() * sensor.noise) / sensor.step).rounded() * sensor.step
          if abs(value - shown[axis]) >= sensor.deadBand { shown[axis] = value }
        }
      }
      return "\(time.text(4))," + shown.map { $0.text(5) }.joined(separator: ",") + "\n"
    }
    return Fixture.header + "\n" + rows.joined()
  }

  private static let toTheEnd = 4.0...100
  private static let inTheHold = 12.0...20

  static let frozen = [
    Sensor(testDescription: "to the end", noise: 0.03, frozen: toTheEnd),
    Sensor(testDescription: "in the hold", noise: 0.03, frozen: inTheHold),
    Sensor(testDescription: "slow", hertz: 10, noise: 0.02, frozen: inTheHold),
    Sensor(testDescription: "fast, much noise", hertz: 200, noise: 0.08, frozen: inTheHold),
    Sensor(
      testDescription: "steps as fine as its noise", noise: 0.03, step: 0.03, frozen: inTheHold),
    Sensor(
      testDescription: "every value twice", hertz: 100, noise: 0.03, copies: 2, frozen: inTheHold),
  ]

  @Test(arguments: frozen)
  func aSensorThatShowsNoiseElsewhereIsFrozen(sensor: Sensor) throws {
    let outcome = try Fixture.read(Self.text(of: sensor))
    #expect(outcome.markers.map(\.kind) == [.gap(reason: .frozen)])
    let lost = try #require(sensor.frozen)
    #expect(
      outcome.samples.allSatisfy { sample in
        let seconds = Double(sample.nanoseconds) / Units.nanosecondsPerSecond
        return !(lost.lowerBound + 0.1...lost.upperBound).contains(seconds)
      })
  }

  static let still = [
    Sensor(testDescription: "without noise"),
    Sensor(testDescription: "without noise, slow", hertz: 10),
    Sensor(testDescription: "without noise, fast", hertz: 200),
    Sensor(testDescription: "without noise, two digits", step: 0.01),
    Sensor(testDescription: "without noise, every value twice", copies: 2),
    Sensor(testDescription: "steps of 1/64 g over its noise", noise: 0.02, step: 0.1532),
    Sensor(testDescription: "a dead band over its noise", noise: 0.004, deadBand: 0.04),
  ]

  @Test(arguments: still)
  func aSensorThatShowsNoneIsHeldStill(sensor: Sensor) throws {
    let outcome = try Fixture.read(Self.text(of: sensor))
    #expect(outcome.markers.isEmpty)
    #expect(outcome.samples.count == Int(35 * sensor.hertz))
  }

  @Test func aSensorThatNeverMeasuredIsSaidToBeDead() {
    let rows = (0..<8000).map { "\($0)0,0,0,9.8\n" }.joined()
    #expect(throws: InputError.noSignal(path: "x.csv", rows: 8000)) {
      try Fixture.read("t [ms],ax,ay,az\n" + rows)
    }
  }
}
