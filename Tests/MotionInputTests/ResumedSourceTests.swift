import MotionCore
import Testing

@testable import MotionInput

@Suite struct ResumedSourceTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// A sensor that hands out what it is told to.
  private final class Sensor: ReadingSource {
    let metadata = RecordingMetadata(device: "Other")
    let notices = ["of the sensor"]
    private var batches: [[MotionReading]]

    init(_ batches: [[MotionReading]]) { self.batches = batches }

    func next() -> [MotionReading]? { batches.isEmpty ? nil : batches.removeFirst() }
  }

  private func sample(_ seconds: Double, gyroscope: Bool = false) -> MotionReading {
    .sample(
      IMUSample(
        nanoseconds: Int64(seconds * 1e9), specificForce: Vector3(0.1, 0.2, 9.81),
        angularRate: gyroscope ? Vector3(0, 0, 0) : nil))
  }

  private func resumed(
    pauseSeconds: Double, _ batches: [[MotionReading]]
  ) throws -> ResumedSource {
    let path = try directory.file(
      "a.csv",
      "# device: One\n\(Fixture.header)\n\(Fixture.rows(at: [5, 5.1, 5.2]))# marker 5.2 set-end\n")
    return ResumedSource(
      past: try RecordingSource(path: path), pauseNanoseconds: Int64(pauseSeconds * 1e9),
      live: Sensor(batches))
  }

  @Test func theSensorFollowsTheRecordingAfterAGapAsLongAsThePause() throws {
    let source = try resumed(
      pauseSeconds: 60.000_000_4,
      [
        [], [sample(0.3), sample(0.4)],
        [.marker(Marker(nanoseconds: 450_000_000, kind: .setEnd)), sample(0.5)],
      ])
    let readings = try source.readAll()
    let times = [5, 5.1, 5.2, 5.2, 5.2, 65.2, 65.3, 65.35, 65.4]
    #expect(readings.map(\.nanoseconds) == times.map { Int64(($0 * 1e6).rounded()) * 1000 })
    #expect(readings[4] == .marker(Marker(nanoseconds: 5_200_000_000, kind: .gap())))
    #expect(
      source.notices
        == ["of the sensor", "the session was begun with One and resumed with Other"])
  }

  @Test func clocksThatSayLessStillMakeAGap() throws {
    let readings = try resumed(pauseSeconds: -3, [[sample(9)]]).readAll()
    #expect(readings.last?.nanoseconds == 6_200_000_000)
  }

  @Test func whereTheRecordingEndsIsKnownBeforeTheSensorIsAsked() throws {
    let source = try resumed(pauseSeconds: 1, [[sample(9)]])
    while source.isPast, let readings = try source.next() {
      #expect(readings.isEmpty != source.isPast)
    }
    #expect(try source.next()?.isEmpty == false)
  }

  @Test func aSensorWithOtherColumnsIsRefused() throws {
    let source = try resumed(pauseSeconds: 1, [[sample(9, gyroscope: true)]])
    let error = #expect(throws: InputError.self) { try source.readAll() }
    #expect(error?.description.contains("has no gyroscope, unlike this sensor") == true)
  }
}
