import MotionCore
import Testing

@testable import MotionInput

@Suite struct SensorLoggerDecoderTests {
  private static func message(_ number: Int, session: String = "s") -> SensorLoggerDecoder.Message {
    SensorLoggerDecoder.Message(
      number: number, session: session, device: "d",
      measurements: [
        Measurement(channel: .force, nanoseconds: Int64(number), vector: .zero)
      ], otherSensors: [])
  }

  /// The numbers of the messages that come out, when these come in, one every 0.1 s.
  private static func order(_ numbers: [Int]) -> (out: [Int64], decoder: SensorLoggerDecoder) {
    var decoder = SensorLoggerDecoder()
    var out: [Int64] = []
    for (place, number) in numbers.enumerated() {
      let outcome = decoder.take(message(number), at: Int64(place) * 100_000_000)
      out += outcome.measurements.map(\.nanoseconds)
    }
    return (out, decoder)
  }

  @Test(arguments: [
    ([0, 1, 2, 3], [0, 1, 2, 3]), ([0, 2, 1, 3], [0, 1, 2, 3]),
    ([0, 3, 2, 1, 4], [0, 1, 2, 3, 4]),
    ([0, 1, 1, 2, 1, 3], [0, 1, 2, 3]), ([7, 8, 9], [7, 8, 9]), ([5, 4, 6], [5, 6]),
  ])
  func messagesComeOutInOrderAndOnce(numbers: [Int], expected: [Int]) {
    #expect(Self.order(numbers).out == expected.map(Int64.init))
  }

  @Test(arguments: [Int.max, .max - 1, .min, -1])
  func aNumberThatNoAppReachesIsNoMessage(number: Int) {
    let body = #"{"messageId":\#(number),"sessionId":"s","deviceId":"d","payload":[]}"#
    #expect(SensorLoggerDecoder.message(Array(body.utf8)) == nil)
  }

  @Test func aMissingMessageIsWaitedForAndThenGivenUp() {
    let soon = Self.order([0, 2, 3])
    #expect(soon.out == [0])
    let late = Self.order([0, 2] + Array(3...25))
    #expect(late.out.first == 0 && late.out.dropFirst().first == 2 && late.out.last == 25)
    #expect(late.decoder.missingMessages == 1)
    var decoder = late.decoder
    #expect(decoder.take(Self.message(1), at: 0).measurements.isEmpty)
    #expect(decoder.lateMessages == 1)
  }

  @Test func anotherSessionOfTheAppBeginsAnew() {
    var decoder = Self.order([0, 1, 3]).decoder
    let outcome = decoder.take(Self.message(0, session: "t"), at: 500_000_000)
    #expect(outcome.isRestart)
    #expect(outcome.measurements.map(\.nanoseconds) == [3, 0])
    #expect(!decoder.take(Self.message(1, session: "t"), at: 600_000_000).isRestart)
  }

  @Test func readsWhatTheAppSends() throws {
    let text = """
      {"messageId":4,"sessionId":"a","deviceId":"b","payload":[
      {"name":"accelerometer","time":1700000000123456789,"values":{"z":1,"y":2,"x":3}},
      {"name":"gravity","time":1.7e18,"values":{"x":0,"y":0,"z":-9.8}},
      {"name":"battery","time":1700000000123456789,"values":{"level":0.4,"state":"full"}},
      {"name":"accelerometeruncalibrated","time":5,"values":{"z":1,"y":0,"x":0,"note":"x"}},
      {"name":"gyroscope","time":5,"values":{"z":1,"y":null,"x":0}},
      {"name":"wrist motion","time":6,"values":{"rotationRateX":1,"rotationRateY":2,
       "rotationRateZ":3,"gravityX":0,"gravityY":0,"gravityZ":-1,"accelerationX":0.5,
       "accelerationY":0,"accelerationZ":0,"quaternionW":1}}]}
      """
    let message = try #require(SensorLoggerDecoder.message(Array(text.utf8)))
    #expect(message.number == 4 && message.session == "a" && message.device == "b")
    #expect(message.otherSensors == ["battery"])
    #expect(
      message.measurements == [
        Measurement(
          channel: .linearAcceleration, nanoseconds: 1_700_000_000_123_456_789,
          vector: Vector3(3, 2, 1)),
        Measurement(
          channel: .gravity, nanoseconds: 1_700_000_000_000_000_000, vector: Vector3(0, 0, -9.8)),
        Measurement(channel: .uncalibratedForce, nanoseconds: 5, vector: Vector3(0, 0, 1)),
        Measurement(channel: .watchForce, nanoseconds: 6, vector: Vector3(0.5, 0, -1)),
        Measurement(channel: .watchRate, nanoseconds: 6, vector: Vector3(1, 2, 3)),
      ])
  }

  @Test(arguments: ["", "{", "[]", "{\"messageId\":1}", "t,ax,ay,az", "{\"payload\":[]}"])
  func whatIsNoMessageIsNone(text: String) {
    #expect(SensorLoggerDecoder.message(Array(text.utf8)) == nil)
  }
}
