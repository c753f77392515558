import Glibc
import MotionCore
import Testing

@testable import MotionInput

@Suite struct LiveRecordingTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.path + "/a.csv" }
  private static let metadata = RecordingMetadata(device: "Sensor", placement: .wrist)

  init() throws { directory = try TemporaryDirectory() }

  private func readings(_ indices: Range<Int>) -> [MotionReading] {
    indices.map {
      .sample(
        IMUSample(
          nanoseconds: Int64($0) * 10_000_000, specificForce: Vector3(0, Double($0), 9.81),
          angularRate: Vector3(0, 0, 0)))
    }
  }

  /// Waits for what another thread does.
  private func soon(_ isDone: () throws -> Bool) async throws -> Bool {
    for _ in 0..<500 {
      if try isDone() { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  private func text() throws -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  @Test func reachesTheFileByItself() async throws {
    let recording = try LiveRecording(path: path, metadata: Self.metadata)
    try recording.append(readings(0..<20))
    #expect(try await soon { try text().split(separator: "\n").count == 2 + 1 + 20 })
    #expect(try RecordingSource(path: path).readAll() == readings(0..<20))
    try recording.finish()
  }

  @Test func aSessionThatEndedSaysSoAndCannotBeGoneOnWith() throws {
    let recording = try LiveRecording(path: path, metadata: Self.metadata)
    try recording.append(readings(0..<3))
    try recording.finish()
    #expect(try text().split(separator: "\n").last?.hasPrefix("# finished: 20") == true)
    #expect(try RecordingSource(path: path).readAll() == readings(0..<3))
    #expect(
      throws: InputError.notResumable(path: path, reason: "that session came to its end")
    ) { _ = try LiveRecording(resuming: path) }
  }

  @Test func whatBrokeOffIsGoneOnWithInTheSameFile() throws {
    do {
      let recording = try LiveRecording(path: path, metadata: Self.metadata)
      try recording.append(readings(0..<5))
    }
    let whole = try text()
    // As if the power had gone in the middle of a row.
    let torn = try directory.file("a.csv", whole + "0.050000,0.000")
    let resumed = try LiveRecording(resuming: torn)
    #expect(resumed.lastWrite ?? 0 > 0)
    #expect(try text() != whole)
    resumed.cutTornRow()
    #expect(try text() == whole)
    try resumed.append(readings(5..<9))
    try resumed.finish(.interrupted)
    #expect(try RecordingSource(path: path).readAll() == readings(0..<9))
    #expect(try RecordingSource(path: path).metadata == Self.metadata)
  }

  @Test func twoProgramsDoNotWriteOneFile() throws {
    let recording = try LiveRecording(path: path, metadata: Self.metadata)
    #expect(throws: InputError.recordingInUse(path: path)) {
      _ = try LiveRecording(resuming: path)
    }
    try recording.append(readings(0..<5))
    #expect(throws: InputError.recordingInUse(path: path)) {
      _ = try LiveRecording(path: path, metadata: Self.metadata, replacing: true)
    }
    try recording.finish(.interrupted)
    #expect(try RecordingSource(path: path).readAll() == readings(0..<5))
  }

  @Test func aRemovedFolderIsNoticed() async throws {
    let folder = directory.path + "/gone"
    mkdir(folder, 0o700)
    let recording = try LiveRecording(path: folder + "/a.csv", metadata: Self.metadata)
    try recording.append(readings(0..<1))
    removeTree(folder)
    var failure: InputError?
    #expect(
      try await soon {
        do throws(InputError) { try recording.append([]) } catch { failure = error }
        return failure != nil
      })
    #expect(failure == .recordingRemoved(path: folder + "/a.csv"))
  }

  @Test func aFullDiskIsToldOnceAndFailsOnlyAtTheEnd() async throws {
    let recording = try LiveRecording(
      path: "/dev/full", metadata: Self.metadata, replacing: true)
    try recording.append(readings(0..<1))
    var notices: [String] = []
    #expect(
      try await soon {
        notices += [recording.notice()].compactMap(\.self)
        return !notices.isEmpty
      })
    #expect(notices == ["/dev/full: the disk is full; what comes is kept until there is space"])
    try recording.append(readings(1..<2))
    #expect(recording.notice() == nil && recording.written == nil)
    let failure = #expect(throws: InputError.self) { try recording.finish() }
    #expect(failure?.description == "/dev/full: cannot write: No space left on device")
  }

  @Test func whatFollowsACutRowStandsBehindTheWholeOnes() throws {
    let file = try OutputFile(path: path, replacing: false)
    let torn = Array("0,1\n1,".utf8)
    try file.write(torn)
    #expect(file.cutRow(after: torn[...]) == 2)
    try file.write(Array("1,1\n".utf8))
    #expect(try text() == "0,1\n1,1\n")
  }

  @Test func whatThereIsNoRoomForIsKept() throws {
    let file = try OutputFile(path: path, replacing: false)
    let first = Array("0,1\n".utf8)
    var rest = Array("1,1\n2,1\n".utf8)
    try file.write(first)
    try file.write(from: &rest)
    #expect(rest == [])
    #expect(try text() == "0,1\n1,1\n2,1\n")
    let full = try OutputFile(path: "/dev/full", replacing: true)
    var kept = first
    #expect(throws: InputError.self) { try full.write(from: &kept) }
    #expect(kept == first)
  }

  /// A pipe that nobody empties stands in for a disk that hangs.
  @Test func aDiskThatHangsKeepsNobodyWaiting() async throws {
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let recording = try LiveRecording(path: path, metadata: Self.metadata, replacing: true)
    let clock = ContinuousClock()
    var longest = Duration.zero
    for round in 0..<60 {
      let begin = clock.now
      try recording.append(readings(round * 100..<(round + 1) * 100))
      longest = max(longest, clock.now - begin)
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(longest < .milliseconds(100))

    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    #expect(
      try await soon {
        let count = read(reader, &chunk, chunk.count)
        bytes += chunk.prefix(max(0, count))
        return bytes.count { $0 == UInt8(ascii: "\n") } == 2 + 1 + 6000
      })
    try recording.finish(.interrupted)
  }
}
