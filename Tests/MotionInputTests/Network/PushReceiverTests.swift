import MotionCore
import Testing

@testable import MotionInput

/// Sensor Logger's push, against phones on loopback.
@Suite(.serialized) struct PushReceiverTests {
  /// A source with a phone, and what was said of it.
  private final class Listening {
    private(set) var told: [String] = []
    private(set) var source: (any ReadingSource)!
    var phone: PushingPhone

    init() throws {
      phone = PushingPhone(port: 0)
      let source = try SourceAddress(argument: "http://0/secret").open { [weak self] in
        self?.told.append($0)
      }
      self.source = source
      let address = try #require((source as? WatchedSource)?.listener)
      #expect(address.host == "127.0.0.1")
      phone = PushingPhone(port: address.port)
    }
  }

  @Test func whatThePhoneMeasuresComesOut() async throws {
    try await onOwnThread {
      let listening = try Listening()
      for number in 0..<10 {
        let seconds = Double(number)..<Double(number + 1)
        #expect(try listening.phone.push(number, seconds).status == 200)
      }
      let readings = try listening.source.read(samples: 990)
      #expect(readings.samples.count >= 990 && readings.gaps.isEmpty)
      let error = listening.phone.motion.largestError(readings.samples, from: 0)
      #expect(error.force < 1e-4 && error.rate < 1e-3)
      #expect(listening.told.contains { $0.contains("127.0.0.1 sends (device 9F3C-pho") })
      #expect(listening.source.notices == [])
      #expect(listening.source.metadata.device == "phone")
    }
  }

  @Test func messagesOutOfOrderTwiceAndLost() async throws {
    try await onOwnThread {
      let listening = try Listening()
      listening.phone.sensors = .total
      for number in [0, 2, 1, 1, 3, 5, 4, 3, 6] {
        try listening.phone.push(number, Double(number)..<Double(number + 1))
      }
      let whole = try listening.source.read(samples: 699)
      #expect(whole.samples.count >= 699)
      #expect(listening.phone.motion.largestError(whole.samples, from: 0).force < 1e-4)
      // Message 7 never comes; what was behind it does.
      for number in 8..<10 { try listening.phone.push(number, Double(number)..<Double(number + 1)) }
      _ = try listening.source.read { listening.source.notices.isEmpty == false }
      try listening.phone.push(10, 10..<11)
      let rest = try listening.source.read(samples: 299)
      #expect(rest.samples.count >= 299)
      #expect(rest.samples.first.map { $0.nanoseconds >= 7_990_000_000 } == true)
    }
  }

  @Test func anAppThatIsStartedAgainGoesOn() async throws {
    try await onOwnThread {
      let listening = try Listening()
      for number in 0..<3 { try listening.phone.push(number, Double(number)..<Double(number + 1)) }
      listening.phone.session = "two"
      for number in 0..<3 {
        try listening.phone.push(number, Double(number + 6)..<Double(number + 7))
      }
      let samples = try listening.source.read(samples: 595).samples
      #expect(samples.count >= 595)
      // The phone's clock goes on, so that the pause is as long as it was.
      let steps = zip(samples, samples.dropFirst()).map { $1.nanoseconds - $0.nanoseconds }
      #expect(steps.max().map { (2_900_000_000...3_100_000_000).contains($0) } == true)
    }
  }

  @Test func whoDoesNotKnowTheTokenIsRefused() async throws {
    try await onOwnThread {
      let listening = try Listening()
      let phone = listening.phone
      #expect(try phone.send(phone.body(0, 0..<1), to: "/other").status == 403)
      #expect(try phone.send(phone.body(0, 0..<1), to: "/").status == 403)
      #expect(try phone.send(phone.body(0, 0..<1), to: "/secretly").status == 403)
      #expect(try phone.send(phone.body(0, 0..<1), to: "/?token=secreT").status == 403)
      #expect(try phone.send(phone.body(0, 0..<1), to: "/?token=secret").status == 200)
      _ = try listening.source.read { listening.told.contains { $0.contains("sends (device") } }
      #expect(listening.told.count { $0.contains("another token") } == 1)
    }
  }

  @Test func aSecondSenderIsRefusedAndTheFirstGoesOn() async throws {
    try await onOwnThread {
      let listening = try Listening()
      try listening.phone.push(0, 0..<2)
      var other = listening.phone
      other.device = "other"
      let answer = try other.push(0, 50..<52)
      #expect(answer.status == 499 && answer.text.contains("another phone, at 127.0.0.1"))
      try listening.phone.push(1, 2..<4)
      let samples = try listening.source.read(samples: 395).samples
      #expect(samples.last.map { $0.nanoseconds < 5_000_000_000 } == true)
      #expect(listening.told.contains { $0.contains("a second sender") })
    }
  }

  @Test func tooMuchAndTheUnintelligibleAreRefused() async throws {
    try await onOwnThread {
      let listening = try Listening()
      let long = String(repeating: "x", count: PushReceiver.longestBody + 1)
      #expect(try listening.phone.send(long).status == 413)
      #expect(try listening.phone.send("hello, \u{7}world").status == 400)
      _ = try listening.source.read { listening.told.contains { $0.contains("hello, ?world") } }
      #expect(listening.told.contains { $0.contains("not understood: 'hello, ?world'") })
      try listening.phone.push(0, 0..<3)
      #expect(try listening.source.read(samples: 200).samples.count >= 200)
    }
  }

  @Test func aPhoneWithoutGravityIsToldWhatIsMissing() async throws {
    try await onOwnThread {
      let listening = try Listening()
      listening.phone.sensors = .linearOnly
      try listening.phone.push(0, 0..<2)
      _ = try listening.source.read { listening.told.contains { $0.contains("Gravity") } }
      let answer = try listening.phone.push(1, 2..<3)
      #expect(answer.status == 499 && answer.text.contains("'Gravity'"))
    }
  }

  @Test func aPortThatIsTakenIsOneClearError() async throws {
    try await onOwnThread {
      let listening = try Listening()
      let error = try #require(throws: InputError.self) {
        try SourceAddress(argument: "http://127.0.0.1:\(listening.phone.port)/x").open()
      }
      #expect(error.description.contains("cannot be listened at"))
      #expect(throws: InputError.self) { try SourceAddress(argument: "http://1.2.3.4:0/x").open() }
    }
  }
}
