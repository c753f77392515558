import Foundation
import Testing

/// What is said aloud, by programs that note it instead of saying it.
@Suite(.serialized) struct VoiceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let espeak = "/usr/bin/espeak-ng"

  /// Something said, with when.
  private struct Saying {
    var text: String
    var begin: Double
    var end: Double
  }

  /// A program that takes some time for each text and writes down when it said what.
  private func standIn(_ name: String, seconds: Double, status: Int = 0) throws {
    try script(
      name,
      """
      begin=$EPOCHREALTIME
      /usr/bin/sleep \(seconds)
      printf '%s,%s,%s\\n' "$begin" "$EPOCHREALTIME" "${@: -1}" >>'\(folder.path("said"))'
      exit \(status)
      """)
  }

  private func script(_ name: String, _ body: String) throws {
    let path = try folder.write("#!/usr/bin/bash\n\(body)\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private func said() throws -> [Saying] {
    try folder.read("said").split(separator: "\n").map { line in
      let fields = line.split(separator: ",", maxSplits: 2)
      return Saying(
        text: String(fields[2]), begin: try #require(Double(fields[0])),
        end: try #require(Double(fields[1])))
    }
  }

  private var environment: [String: String] { ["PATH": folder.url.path] }

  private func run(_ arguments: String...) throws -> Motioncheck.Result {
    try Motioncheck.run(
      Motioncheck.executable,
      ["live", "--source", "-", "--exercise", "repetition", "--no-record", "--voice"] + arguments,
      input: ArmRecording().text, environment: environment)
  }

  /// Each number takes longer to say than a repetition takes.
  @Test func numbersThatAreOutOfDateAreDroppedAndNothingIsDelayed() async throws {
    try standIn("espeak-ng", seconds: 1.5)
    let arm = ArmRecording(repetitions: 8, movingSeconds: 0.8, restSeconds: 0.2)
    let live = try LiveSession(
      ["--exercise", "repetition", "--no-record", "--voice", "--target", "8"],
      environment: environment)
    try live.send(ArmRecording.header)
    try await OwnThread.run {
      let begin = Date.now
      for row in arm.rows {
        Thread.sleep(until: begin + row.seconds)
        try live.send(row.text)
      }
    }
    let clock = ContinuousClock()
    let fed = clock.now
    try await live.wait { try live.output.contains("rep 8 of 8") }
    #expect(clock.now - fed < .seconds(1))
    try await live.end()

    let said = try said()
    let numbers = said.compactMap { Int($0.text.prefix { $0.isNumber }) }
    #expect((1..<8).contains(numbers.count))
    #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    #expect(said.map(\.text).contains("repetition, done"))
    for (one, next) in zip(said, said.dropFirst()) { #expect(next.begin >= one.end) }
  }

  @Test func aPersonWithoutAnyVoiceIsToldHowToGetOne() throws {
    let result = try run()
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("apt install espeak-ng") && result.errors.contains("--bell"))
  }

  @Test func speechDispatcherComesFirstAndItsFailureIsMadeUpFor() throws {
    try standIn("spd-say", seconds: 0, status: 1)
    try standIn("espeak-ng", seconds: 0)
    let result = try run("--target", "6")
    #expect(result.status == 0)
    #expect(!result.errors.contains("Warning"))
    let texts = try said().map(\.text)
    #expect(texts.count { $0 == "repetition, done" } >= 1)
    // The first text was tried twice, the others were said by the second at once.
    #expect(texts.count == Set(texts).count + 1)
  }

  @Test func aMachineThatCannotSpeakIsWarnedAboutOnce() throws {
    try standIn("espeak-ng", seconds: 0, status: 1)
    let result = try run()
    #expect(result.status == 0)
    #expect(result.errors.components(separatedBy: "goes on in silence").count == 2)
    #expect(try said().count == 1)
  }

  @Test func quietAndVoiceExcludeEachOther() throws {
    let result = try run("--quiet")
    #expect(result.status == 64)
    #expect(result.errors.contains("--voice and --quiet"))
  }

  /// Half of what matters: that the real program takes the texts and makes sound of them.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: espeak),
      "needs espeak-ng: apt-get install espeak-ng"))
  func theTextsBecomeSound() throws {
    try script(
      "espeak-ng",
      "exec \(Self.espeak) -w '\(folder.url.path)'/$EPOCHREALTIME.wav \"$@\"")
    let result = try run("--target", "6")
    #expect(result.status == 0 && !result.errors.contains("Warning"))
    let sounds = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasSuffix(".wav") }
    #expect(sounds.count >= 2)
    for sound in sounds {
      let bytes = try Data(contentsOf: folder.url.appending(path: sound))
      #expect(bytes.starts(with: "RIFF".utf8))
      // 16 bit and 22050 Hz: a fifth of a second at least, and not silence.
      let levels = stride(from: 44, to: bytes.count - 1, by: 2).map {
        Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
      }
      #expect(levels.count > 22050 / 5)
      #expect(levels.contains { abs(Int($0)) > 3000 })
    }
  }
}
