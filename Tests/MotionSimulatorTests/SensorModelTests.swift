import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct SensorModelTests {
  private static let perfect = SensorModel.Instrument(
    noiseDensity: 0, bias: 0, biasWalk: 0, scaleErrorFraction: 0, step: 0, limit: .infinity)

  private func readings(
    _ change: (inout SensorModel.Instrument) -> Void, of truth: Vector3 = Vector3(1, -2, 3),
    count: Int = 1, rateHertz: Double = 100, seed: UInt64 = 1
  ) -> [Vector3] {
    var instrument = Self.perfect
    change(&instrument)
    var random = SeededRandom(seed: seed)
    var state = InstrumentState(instrument, rateHertz: rateHertz, &random)
    return (0..<count).map { _ in state.reading(of: truth, &random) }
  }

  @Test func withoutErrorReadsTheTruth() {
    #expect(readings({ _ in }) == [Vector3(1, -2, 3)])
  }

  @Test(arguments: [25.0, 100, 250])
  func noiseFillsTheBandUpToHalfTheRate(rateHertz: Double) {
    let values = readings({ $0.noiseDensity = 0.01 }, count: 5_000, rateHertz: rateHertz)
      .map { $0.x - 1 }
    let variance = values.reduce(0) { $0 + $1 * $1 } / 5_000
    #expect(abs(variance / (0.0001 * rateHertz / 2) - 1) < 0.1)
  }

  @Test func biasIsConstantAndDiffersFromAxisToAxis() {
    let values = readings({ $0.bias = 0.1 }, count: 2)
    #expect(values[0] == values[1])
    #expect(values[0].x - 1 != values[0].y + 2)
    #expect(values[0].x != 1)
  }

  @Test func biasWalksWithTheRootOfTime() {
    let ends = (0..<200).compactMap { seed in
      readings({ $0.biasWalk = 0.01 }, count: 400, seed: UInt64(seed)).last.map { $0.x - 1 }
    }
    let variance = ends.reduce(0) { $0 + $1 * $1 } / 200
    // 400 samples at 100 Hz are 4 s
    #expect(abs(variance / (0.0001 * 4) - 1) < 0.35)
  }

  @Test func scaleErrorGrowsWithTheReading() {
    let (small, large) = (
      readings({ $0.scaleErrorFraction = 0.01 }, of: Vector3(1, 1, 1)),
      readings({ $0.scaleErrorFraction = 0.01 }, of: Vector3(100, 100, 100))
    )
    #expect(abs((large[0].x - 100) - 100 * (small[0].x - 1)) < 1e-9)
    #expect(small[0].x != 1)
  }

  @Test func readingsAreWholeSteps() {
    let value = readings({ $0.step = 0.25 }, of: Vector3(0.9, -0.9, 0.1))[0]
    #expect(value == Vector3(1, -1, 0))
  }

  @Test func readingsStopAtTheLimit() {
    let value = readings({ $0.limit = 2 }, of: Vector3(5, -5, 1))[0]
    #expect(value == Vector3(2, -2, 1))
  }
}

@Suite struct SimulatedSamplesTests {
  private func samples(
    _ sensor: SensorModel, _ conditions: Conditions = Conditions()
  ) throws -> [IMUSample] {
    let exercise = try #require(Exercise.named("bent-over-row"))
    let plan = SimulationPlan.single(PlannedSet(exercise: exercise))
    var conditions = conditions
    conditions.reps = conditions.reps ?? 1
    return Array(
      try Simulation(
        SimulationConfiguration(plan: plan, sensor: sensor, conditions: conditions)
      ).samples)
  }

  private func intervals(_ samples: [IMUSample]) -> [Double] {
    zip(samples, samples.dropFirst()).map { Double($1.nanoseconds - $0.nanoseconds) / 1e9 }
  }

  @Test(arguments: [10.0, 12.5, 50, 250])
  func comeAtTheSensorsRateFromTimeZero(rateHertz: Double) throws {
    var sensor = SensorPreset.ideal.model
    sensor.rateHertz = rateHertz
    let samples = try samples(sensor)
    #expect(samples.first?.nanoseconds == 0)
    #expect(intervals(samples).allSatisfy { abs($0 - 1 / rateHertz) < 1e-8 })
  }

  @Test func jitterSpreadsTheStampsAndNeverTurnsThemBack() throws {
    var sensor = SensorPreset.ideal.model
    sensor.jitterSeconds = 0.004
    let intervals = intervals(try samples(sensor))
    let mean = intervals.reduce(0, +) / Double(intervals.count)
    let variance =
      intervals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(intervals.count)
    #expect(intervals.allSatisfy { $0 > 0 })
    #expect(abs(mean - 0.01) < 1e-4)
    #expect((0.003...0.007).contains(variance.squareRoot()))
  }

  @Test func dropoutsLoseSamplesAndNothingElse() throws {
    var sensor = SensorPreset.ideal.model
    sensor.dropoutsPerMinute = 20
    let (lossy, whole) = (try samples(sensor), try samples(SensorPreset.ideal.model))
    #expect(lossy.count < whole.count)
    #expect(intervals(lossy).contains { $0 > 0.04 })
    #expect(Set(lossy.map(\.nanoseconds)).isSubset(of: Set(whole.map(\.nanoseconds))))
  }

  @Test func gapIsAsLongAsAsked() throws {
    var conditions = Conditions()
    conditions.reps = 2
    conditions.gapRep = 1
    conditions.gapSeconds = 1.5
    let intervals = intervals(try samples(SensorPreset.ideal.model, conditions))
    #expect(intervals.count { $0 > 0.5 } == 1)
    #expect(abs((intervals.max() ?? 0) - 1.5) < 0.03)
  }

  @Test func signCanBeInverted() throws {
    var inverted = SensorPreset.ideal.model
    inverted.isSignInverted = true
    let (one, other) = (try samples(SensorPreset.ideal.model), try samples(inverted))
    #expect(
      zip(one, other).allSatisfy {
        ($0.specificForce + $1.specificForce).length == 0 && $0.angularRate == $1.angularRate
      })
  }

  @Test func boardOfSmallRangeClipsInFastRepetitions() throws {
    var conditions = Conditions()
    conditions.repSeconds = 0.8
    let sensor = SensorPreset.mpu6050.model
    let limit = try #require(sensor.gyroscope?.limit)
    let rates = try samples(sensor, conditions).compactMap(\.angularRate)
    let largest = rates.flatMap { [abs($0.x), abs($0.y), abs($0.z)] }.max() ?? 0
    #expect(abs(largest - limit) < 0.01.degrees)
  }

  @Test func withoutGyroscopeThereIsNoAngularRate() throws {
    #expect(try samples(SensorPreset.dualshock3.model).allSatisfy { $0.angularRate == nil })
  }

  @Test(arguments: SensorPreset.allCases)
  func everyPresetReadsAboutGravityBeforeTheFirstMovement(preset: SensorPreset) throws {
    let sizes = try samples(preset.model).prefix(20).map(\.specificForce.length)
    let mean = sizes.reduce(0, +) / Double(sizes.count)
    #expect(abs(mean - 9.80665) < 1)
  }
}
