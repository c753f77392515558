import MotionCore
import Synchronization
import Testing

@testable import MotionInput

@Suite struct CanonicalWriterTests {
  /// Readings with awkward values, on the grid.
  static func readings(count: Int, withGyroscope: Bool) -> [MotionReading] {
    var random = SplitMix64(seed: 7)
    var readings: [MotionReading] = []
    for index in 0..<count {
      let vector = { (scale: Double) in
        Vector3(
          .random(in: -scale...scale, using: &random), .random(in: -scale...scale, using: &random),
          9.8 + .random(in: -scale...scale, using: &random))
      }
      readings.append(
        .sample(
          RecordingGrid.round(
            IMUSample(
              nanoseconds: Int64(index) * 10_000_000 - 40_000_000
                + .random(in: 0..<4_000_000, using: &random),
              specificForce: vector(2), angularRate: withGyroscope ? vector(1e-4) : nil))))
    }
    let kinds: [Marker.Kind] = [
      .setStart(exercise: "open-book", side: .right), .setStart(exercise: "a", side: nil),
      .setStart(exercise: "a", side: .left, number: 2),
      .setStart(exercise: "a", side: nil, number: 1),
      .setEnd, .pain(level: 4), .pain(level: nil), .gap(), .gap(reason: .frozen),
    ]
    for (index, kind) in kinds.enumerated() {
      readings.insert(
        .marker(Marker(nanoseconds: Int64(index) * 1_000_001_000, kind: kind)),
        at: min(index * 7, readings.count))
    }
    return readings
  }

  static let metadata = RecordingMetadata(
    device: "Sensor\n# placement: wrist", placement: .shoulder, recordedAt: "2026-01-02T03:04:05Z",
    comments: ["simulated: yes", "free text"])

  @Test(arguments: [true, false])
  func whatWasWrittenReadsBackTheSame(withGyroscope: Bool) throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/a.csv"
    let readings = Self.readings(count: 3000, withGyroscope: withGyroscope)
    var writer = try CanonicalWriter(path: path, metadata: Self.metadata)
    try writer.append(readings)
    try writer.finish()
    let source = try RecordingSource(path: path)
    #expect(try source.readAll() == readings)
    #expect(source.notices.isEmpty)
    #expect(source.metadata.placement == .shoulder)
    #expect(source.metadata.device == "Sensor # placement: wrist")
    #expect(source.metadata.comments == ["simulated: yes", "free text"])
  }

  @Test func writesPlainDecimalsUnderTheCanonicalHeader() {
    var text = CanonicalText()
    text.append(
      .sample(
        IMUSample(
          nanoseconds: 1_234_567_000, specificForce: Vector3(-0.000004, -9.80665, 1e12),
          angularRate: Vector3(0.5, -0.00001, 123.456))))
    text.append(.marker(Marker(nanoseconds: -1_500_000_000, kind: .pain(level: 3))))
    #expect(
      text.bytes.span.text
        == Fixture.sixAxisHeader
        + "\n1.234567,0.00000,-9.80665,1000000000000.0,0.50000,-0.00001,123.45600\n"
        + "# marker -1.500000 pain 3\n")
  }

  @Test func aRecordingStandsThereWhenItIsWhole() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/a.csv"
    var writer = try CanonicalWriter(path: path, metadata: RecordingMetadata())
    let readings = Self.readings(count: 2000, withGyroscope: true)
    try writer.append(readings)
    #expect(throws: InputError.missing(path: path)) { try RecordingSource(path: path) }
    try writer.finish()
    #expect(try RecordingSource(path: path).readAll() == readings)
  }

  @Test func keepsAFileThatExists() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("a.csv", "precious")
    #expect(throws: InputError.outputExists(path: path)) {
      _ = try CanonicalWriter(path: path, metadata: RecordingMetadata())
    }
    let writer = try CanonicalWriter(
      path: path, metadata: RecordingMetadata(), replacing: true)
    try writer.finish()
  }

  @Test func aDeviceMayHaveSeveralWriters() throws {
    let metadata = RecordingMetadata()
    let first = try CanonicalWriter(path: "/dev/null", metadata: metadata, replacing: true)
    let second = try CanonicalWriter(path: "/dev/null", metadata: metadata, replacing: true)
    try first.finish()
    try second.finish()
  }

  @Test func tellsWhenTheDiskIsFull() throws {
    let error = #expect(throws: InputError.self) {
      var writer = try CanonicalWriter(
        path: "/dev/full", metadata: RecordingMetadata(), replacing: true)
      try writer.append(Self.readings(count: 10, withGyroscope: false))
      try writer.finish()
    }
    #expect(error?.description == "/dev/full: cannot write: No space left on device")
  }
}

/// A clock that moves when it is told to.
final class ManualClock: Sendable {
  private let time = Atomic<Int64>(0)

  var now: Int64 {
    get { time.load(ordering: .relaxed) }
    set { time.store(newValue, ordering: .relaxed) }
  }
}
