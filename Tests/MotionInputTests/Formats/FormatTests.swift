import MotionCore
import Testing

@testable import MotionInput

/// Every format gives the same movement: ten repetitions of the same range.
@Suite struct FormatTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func source(of sample: FormatSample) throws -> RecordingSource {
    for file in sample.files { _ = try directory.file(file.name, bytes: file.bytes) }
    return try RecordingSource(
      path: sample.given.map { "\(directory.path)/\($0)" } ?? directory.path)
  }

  @Test(arguments: FormatSample.all)
  func tenRepetitionsAreCounted(sample: FormatSample) throws {
    let source = try source(of: sample)
    let report = try Self.report(source)
    #expect(source.facts?.format == sample.format.title)
    #expect(report.sets[0].count == SampleMotion.repetitions)
    #expect(report.quality.hasGyroscope == sample.hasGyroscope)
    #expect(report.quality.gaps.isEmpty)
    let ranges = report.sets[0].reps.filter(\.isCounted).compactMap(\.rangeDegrees)
    #expect(ranges.allSatisfy(SampleMotion.ranges.contains), "\(ranges)")
  }

  /// Where the gyroscope has a file of its own, the accelerometer's counts alone.
  @Test(arguments: FormatSample.all.filter { $0.hasGyroscope && $0.given == nil })
  func theAccelerometersFileAloneIsEnough(sample: FormatSample) throws {
    var sample = sample
    sample.files.removeAll { $0.name.lowercased().contains("gyr") }
    guard !sample.files.contains(where: { $0.name.contains("motion.tsv") }) else { return }
    let report = try Self.report(source(of: sample))
    #expect(report.sets[0].count == SampleMotion.repetitions)
    #expect(!report.quality.hasGyroscope)
  }

  @Test func everyFormatHasASampleAndTwoLinesOfExport() {
    let sampled = Set(FormatSample.all.map { $0.format.title })
    for format in RecordingFormats.all {
      #expect(sampled.contains(format.title), "\(format.title)")
      #expect(format.export.count == 2)
    }
  }

  /// What a session finds that looks for repetitions.
  static func report(_ source: RecordingSource) throws -> SessionReport {
    let exercise = try #require(Exercise.named("repetition"))
    var session = Session(
      plan: .single(PlannedSet(exercise: exercise, target: Target(reps: 10))))
    for reading in try source.readAll() { _ = session.process(reading) }
    _ = session.finish()
    return session.report
  }
}
