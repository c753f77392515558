import MotionCore
import Testing

@testable import MotionInput

@Suite struct PhyphoxDecoderTests {
  private static let stock: Set<String> = ["acc_time", "accX", "accY", "accZ", "acc"]
  private static let both = stock.union(["gyr_time", "gyrX", "gyrY", "gyrZ"])

  private static func answer(
    times: String, values: String, mode: String = "partial", session: String = "s",
    isMeasuring: Bool = true
  ) -> [UInt8] {
    let buffers = ["acc_time": times, "accX": values, "accY": values, "accZ": values].map {
      "\"\($0)\":{\"size\":0,\"updateMode\":\"\(mode)\", \"buffer\":[\($1)]}"
    }
    let status = "{\"session\":\"\(session)\",\"measuring\":\(isMeasuring),\"timedRun\":false}"
    return Array("{\"buffer\":{\(buffers.joined(separator: ","))},\"status\":\(status)}".utf8)
  }

  private static func take(
    _ answer: [UInt8], _ decoder: inout PhyphoxDecoder
  ) throws -> PhyphoxDecoder.Outcome {
    let outcome = decoder.take(answer)
    return try #require(outcome)
  }

  @Test func beginsWithTheLastValueAndAsksForWhatIsNewer() throws {
    var decoder = try #require(PhyphoxDecoder(buffers: Self.both))
    #expect(decoder.path == "/get?acc_time&gyr_time")
    let first = try Self.take(Self.answer(times: "1.25E1", values: "3"), &decoder)
    #expect(first == PhyphoxDecoder.Outcome())
    #expect(
      decoder.path.hasPrefix(
        "/get?acc_time=12.5&accX=12.5%7Cacc_time&accY=12.5%7Cacc_time&accZ=12.5%7Cacc_time"))
    let second = try Self.take(Self.answer(times: "12.51,12.52", values: "1,2"), &decoder)
    #expect(
      second.measurements == [
        Measurement(channel: .force, nanoseconds: 12_510_000_000, vector: Vector3(1, 1, 1)),
        Measurement(channel: .force, nanoseconds: 12_520_000_000, vector: Vector3(2, 2, 2)),
      ])
    #expect(decoder.path.contains("acc_time=12.52&"))
  }

  @Test func repeatedRowsAndThoseWithoutAValueAreLeftOut() throws {
    var decoder = try #require(PhyphoxDecoder(buffers: Self.stock))
    _ = decoder.take(Self.answer(times: "null", values: "null"))
    let some = try Self.take(Self.answer(times: "1,1,2,3", values: "1,1,null,4"), &decoder)
    #expect(some.measurements.map(\.nanoseconds) == [1_000_000_000, 3_000_000_000])
    let short = try Self.take(Self.answer(times: "4,5", values: "1"), &decoder)
    #expect(short.measurements.map(\.nanoseconds) == [4_000_000_000])
  }

  @Test(arguments: ["1e300", "-1e300", "1e19"])
  func aTimeBeyondAllClocksIsNone(time: String) throws {
    var decoder = try #require(PhyphoxDecoder(buffers: Self.stock))
    _ = decoder.take(Self.answer(times: "1,\(time)", values: "1,1"))
    let some = try Self.take(Self.answer(times: "2,\(time),3", values: "1,1,4"), &decoder)
    #expect(some.measurements.map(\.nanoseconds) == [2_000_000_000, 3_000_000_000])
  }

  @Test func clearingReopeningAndPausingAreKnown() throws {
    var decoder = try #require(PhyphoxDecoder(buffers: Self.stock))
    _ = decoder.take(Self.answer(times: "50", values: "1"))
    _ = decoder.take(Self.answer(times: "51", values: "1"))
    let cleared = try Self.take(
      Self.answer(times: "0.1,0.2", values: "1,2", mode: "full"), &decoder)
    #expect(cleared.isRestart && cleared.measurements.count == 2)
    let paused = try Self.take(Self.answer(times: "", values: "", isMeasuring: false), &decoder)
    #expect(!paused.isRestart && !paused.isMeasuring)
    let resumed = try Self.take(Self.answer(times: "0.3", values: "1"), &decoder)
    #expect(resumed.isRestart && resumed.measurements.count == 1)
    let reopened = try Self.take(Self.answer(times: "0.05", values: "1", session: "t"), &decoder)
    #expect(reopened.isRestart && reopened.measurements.count == 1)
  }

  @Test func anExperimentWithoutAccelerationIsNone() {
    #expect(PhyphoxDecoder(buffers: ["gyr_time", "gyrX", "gyrY", "gyrZ"]) == nil)
    #expect(PhyphoxDecoder(buffers: []) == nil)
  }

  @Test func readsTheNamesOfTheBuffers() {
    let text = #"{"crc32":"0","title":"x","buffers":[{"name":"a","size":0},{"name":"b"}]}"#
    #expect(PhyphoxDecoder.buffers(Array(text.utf8)) == ["a", "b"])
    #expect(PhyphoxDecoder.buffers(Array("<html>".utf8)) == nil)
  }

  @Test(arguments: ["", "{}", "<html>", "{\"buffer\":{}}"])
  func whatIsNoAnswerIsNone(text: String) throws {
    var decoder = try #require(PhyphoxDecoder(buffers: Self.stock))
    let outcome = decoder.take(Array(text.utf8))
    #expect(outcome == nil)
  }

  @Test func ourExperimentHasTheBuffersThatAreAskedFor() throws {
    let text = PhyphoxExperiment.text
    for name in Self.both.subtracting(["acc"]) {
      #expect(text.contains(">\(name)</container>") && text.contains(">\(name)</output>"))
    }
    #expect(text.contains("sensor type=\"accelerometer\""))
    #expect(text.contains("sensor type=\"gyroscope\""))
  }
}
