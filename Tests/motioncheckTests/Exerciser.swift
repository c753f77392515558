import Foundation
import MotionCore
import MotionSimulator
import Testing

/// Somebody who does what a guided session says: waits in position, and moves when told to.
///
/// Rows go into a FIFO in their own time, or some times faster, since a session has no other clock
/// than the time of its rows.
struct Exerciser {
  static let rateHertz = 50.0
  static let program = """
    version: 1
    id: short
    title: A short programme
    exercises:
      - {exercise: bent-over-row, reps: 4, rest: 2}
      - {exercise: scapular-squeeze, reps: 3, hold: 5, rest: 2}
    """

  private let pipe: FileHandle
  private let speed: Double
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private var rows = 0
  /// The time of the next row, in seconds.
  var now: Double { Double(rows) / Self.rateHertz }
  /// Where the sensor is, as the last row said.
  private var last: IMUSample?
  /// No sensor that works stands still to the last digit, in m/s^2.
  private static let stillNoise = 0.004
  /// How much longer a full pipe is waited for: a busy machine leaves a program without a core, or
  /// waiting for its disk, for seconds, and what it then misses says nothing about it.
  private var patience = Duration.seconds(60)
  private static let pipeWait = Duration.milliseconds(5)

  init(fifo: String, speed: Double) throws {
    // Opened whether or not somebody reads it: a program that has failed must not hang a test.
    pipe = try #require(FileHandle(forUpdatingAtPath: fifo))
    // Nor must one that has ended: what nobody takes in the end is lost.
    _ = fcntl(pipe.fileDescriptor, F_SETFL, O_NONBLOCK | O_RDWR)
    self.speed = speed
    begin = clock.now
    try pipe.write(contentsOf: Data((ArmRecording.header + "\n").utf8))
  }

  /// The samples of one set, done by somebody who is in position.
  static func set(of id: String, reps: Int, seed: UInt64 = 1) throws -> [IMUSample] {
    let exercise = try #require(Exercise.named(id))
    var sensor = SensorPreset.dualsense.model
    sensor.rateHertz = rateHertz
    var conditions = Conditions()
    conditions.isInPosition = true
    conditions.reps = reps
    let configuration = SimulationConfiguration(
      plan: .single(PlannedSet(exercise: exercise, target: exercise.dose)), sensor: sensor,
      conditions: conditions, seed: seed)
    return Array(try Simulation(configuration).samples)
  }

  /// Does a set.
  mutating func perform(_ samples: [IMUSample]) async throws {
    for sample in samples { try await feed(sample) }
  }

  /// Waits in the position in which a set begins, until something is the case or time is up.
  mutating func wait(
    inPosition sample: IMUSample?, atMost seconds: Double = 60, until isMeant: () throws -> Bool
  ) async throws {
    var still = try #require(sample ?? last)
    still.angularRate = .zero
    let level = still.specificForce
    for row in 0..<Int(seconds * Self.rateHertz) {
      if try isMeant() { return }
      still.specificForce = level + Vector3(1, 1, 1) * (row.isMultiple(of: 2) ? Self.stillNoise : 0)
      try await feed(still)
    }
  }

  func leave() throws { try pipe.close() }

  private mutating func feed(_ sample: IMUSample) async throws {
    let time = now
    rows += 1
    last = sample
    try await clock.sleep(until: begin + .seconds(time / speed))
    let (force, rate) = (sample.specificForce, sample.angularRate ?? .zero)
    let fields = [time, force.x, force.y, force.z, rate.x, rate.y, rate.z]
    let row = fields.map { String(format: "%.5f", $0) }.joined(separator: ",")
    let bytes = Array((row + "\n").utf8)
    while write(pipe.fileDescriptor, bytes, bytes.count) != bytes.count {
      try #require(errno == EAGAIN)
      guard patience > .zero else { return }
      patience -= Self.pipeWait
      try await clock.sleep(for: Self.pipeWait)
    }
  }
}
