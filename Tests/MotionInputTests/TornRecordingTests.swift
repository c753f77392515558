import MotionCore
import Testing

@testable import MotionInput

/// What is left of a live recording when the power goes can be read, wherever it was cut.
@Suite struct TornRecordingTests {
  private static let metadata = RecordingMetadata(
    device: "Sensor", placement: .wrist, recordedAt: "2026-01-01T00:00:00Z",
    comments: ["program: upper-back"])

  private static let rows = 12

  /// Rows with and without a gyroscope, and what stands between them.
  private static func text(hasGyroscope: Bool) -> (all: [UInt8], headBytes: Int) {
    let samples = (0..<rows).map { index in
      MotionReading.sample(
        IMUSample(
          nanoseconds: Int64(index) * 10_000_000,
          specificForce: Vector3(-9.81, Double(index % 7) - 3.25, 0.125),
          angularRate: hasGyroscope ? Vector3(0.5, -1.25, 1.5) : nil))
    }
    let start = Marker.Kind.setStart(exercise: "open-book", side: .left)
    let marker = MotionReading.marker(
      Marker(nanoseconds: Int64(rows / 2) * 10_000_000, kind: start))
    var text = CanonicalText()
    text.append(metadata)
    text.append(samples[0])
    let headBytes = text.bytes.count
    let middle = rows / 2
    for reading in samples[1..<middle] + [marker] + samples[middle...] { text.append(reading) }
    return (text.bytes, headBytes)
  }

  @Test(arguments: [true, false], [0, 3000])
  func aCutAtAnyByteLeavesAllBeforeIt(hasGyroscope: Bool, zeros: Int) throws {
    let (bytes, headBytes) = Self.text(hasGyroscope: hasGyroscope)
    let whole = try Fixture.read(bytes: bytes).readings
    for count in headBytes...bytes.count {
      let kept = Array(bytes[..<count])
      let readings = try Fixture.read(bytes: kept + [UInt8](repeating: 0, count: zeros)).readings
      // The last number of a row may have lost digits without looking like it.
      let sure = kept.last == UInt8(ascii: "\n") ? readings : readings.dropLast()
      #expect(Array(whole.prefix(sure.count)) == Array(sure))
      let rows = kept.count { $0 == UInt8(ascii: "\n") } - Self.headLines
      #expect(sure.count >= rows - 1)
    }
  }

  /// Device, placement, time, programme, header.
  private static let headLines = 5

  /// There is nothing to read before the first row is whole; it must be said and no more.
  @Test func aCutInItsHeadIsAnError() throws {
    let (bytes, headBytes) = Self.text(hasGyroscope: true)
    for count in 0..<headBytes - 60 {
      #expect(throws: InputError.self) { try Fixture.read(bytes: Array(bytes[..<count])) }
    }
  }

  @Test(arguments: [1, 100, 30_000])
  func itIsGoneOnWithBehindItsLastWholeRow(zeros: Int) throws {
    let directory = try TemporaryDirectory()
    let (bytes, _) = Self.text(hasGyroscope: true)
    let whole = try Fixture.read(bytes: bytes).readings
    let torn = String(decoding: bytes, as: UTF8.self) + "0.410000,-9."
    let path = try directory.file("a.csv", torn + String(repeating: "\0", count: zeros))
    let recording = try LiveRecording(resuming: path)
    recording.cutTornRow()
    try recording.finish(.interrupted)
    #expect(try RecordingSource(path: path).readAll() == whole)
    #expect(try OutputFile(continuing: path).end(bytes: 100_000) == bytes)
  }
}
