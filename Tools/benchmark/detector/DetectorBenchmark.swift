import Dispatch
import MotionCore
import MotionInput

/// How many minutes of recordings the detector goes through in a second: `detector-benchmark
/// MANIFEST [ROUNDS]`. Reading and conditioning are timed apart, since tuning does them once.
@main
struct DetectorBenchmark {
  private static let usualRounds = 20

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let manifest = arguments.first else {
      return print("usage: detector-benchmark MANIFEST [ROUNDS]")
    }
    let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? usualRounds
    let clock = ContinuousClock()
    var recordings: [(recording: ConditionedRecording, plan: PlannedSet)] = []
    let reading = try clock.measure {
      recordings = try Manifest.load(manifest).compactMap(Self.conditioned)
    }
    let minutes = recordings.reduce(0) { $0 + $1.recording.quality.seconds } / 60
    print("\(recordings.count) recordings, \(minutes.rounded()) min, read in \(reading)")
    let jobs = recordings.indices.flatMap { Array(repeating: $0, count: rounds) }
    let searching = clock.measure {
      DispatchQueue.concurrentPerform(iterations: jobs.count) { [recordings] job in
        let (recording, plan) = recordings[jobs[job]]
        _ = recording.report(for: plan)
      }
    }
    let rate = minutes * Double(rounds) / (searching / .seconds(1))
    print("\(rounds) rounds in \(searching): \(Int(rate)) recording-minutes a second")
  }

  private static func conditioned(
    _ entry: Manifest.Entry
  ) throws -> (ConditionedRecording, PlannedSet)? {
    guard let exercise = Exercise.named(entry.checkAs) else { return nil }
    let source = try RecordingSource(path: entry.path)
    var readings: [MotionReading] = []
    while let next = try source.next() { readings += next }
    let recording = ConditionedRecording(
      readings, placement: entry.placement ?? source.metadata.placement ?? .upperArm,
      for: exercise.parameters)
    return (recording, PlannedSet(exercise: exercise, target: exercise.dose))
  }
}
