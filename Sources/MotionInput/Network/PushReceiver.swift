import FlyingFox
import Foundation
import Synchronization

/// Listens for the phone that pushes what it measures: Sensor Logger's 'HTTP push'.
///
/// Only who knows the token in the URL is listened to, and one sender at a time; another may take
/// over once the first has been silent for a while.
package struct PushReceiver: Sendable {
  /// Larger bodies are refused, in bytes: a second of everything a phone can measure is a tenth.
  package static let longestBody = 1 << 21
  /// A sender that is silent for this long may be replaced, in nanoseconds.
  static let longestSilence: Int64 = 10_000_000_000
  /// After this much a sender without acceleration is told what is missing, in nanoseconds.
  static let patience: Int64 = 2_000_000_000
  /// The status whose text Sensor Logger shows to the person.
  static let shownStatus = HTTPStatusCode(499, phrase: "Not used")

  private struct Sender {
    var device: String
    var address: String
    var since: Int64
    var heard: Int64
    var channels: Set<Measurement.Channel> = []
  }

  private struct State {
    var sender: Sender?
    var decoder = SensorLoggerDecoder()
    /// Whom it was said of already that they are refused.
    var refused: Set<String> = []
  }

  private let token: String
  private let inbox: Inbox
  private let state: SharedState

  private final class SharedState: Sendable {
    let value = Mutex(State())
  }

  init(token: String, inbox: Inbox) {
    self.token = token
    self.inbox = inbox
    state = SharedState()
  }

  /// Answers a request.
  func answer(_ request: HTTPRequest) async -> HTTPResponse {
    guard request.has(token: token) else {
      refuse(request.sender, "\(request.sender) was refused: its URL has another token")
      return Self.response(.forbidden, "This URL has another token than the one on the screen.")
    }
    guard request.method == .POST else {
      return Self.response(
        .methodNotAllowed, "This is where Sensor Logger's HTTP push goes; it is there.")
    }
    guard let body = await request.body(ofAtMost: Self.longestBody) else {
      return Self.response(.payloadTooLarge, "More than \(Self.longestBody) bytes at once.")
    }
    guard let message = SensorLoggerDecoder.message(body) else {
      inbox.put(.unknown(String(decoding: body.prefix(80), as: UTF8.self)))
      return Self.response(.badRequest, "This is no message of Sensor Logger.")
    }
    return take(message, from: request.sender)
  }

  private func take(
    _ message: SensorLoggerDecoder.Message, from address: String
  ) -> HTTPResponse {
    let now = inbox.now
    return state.value.withLock { state in
      if let sender = state.sender, sender.device != message.device,
        now - sender.heard < Self.longestSilence
      {
        refuse(message.device, "a second sender at \(address) was refused", in: &state)
        return Self.response(
          Self.shownStatus, "motioncheck listens to another phone, at \(sender.address).")
      }
      if state.sender?.device != message.device {
        if state.sender != nil { state.decoder = SensorLoggerDecoder() }
        inbox.put(.restarted(isCertain: true))
        inbox.put(
          .connected("\(address) sends (device \(String(message.device.prefix(8)).quotable))"))
        state.sender = Sender(device: message.device, address: address, since: now, heard: now)
      }
      let outcome = state.decoder.take(message, at: now)
      state.sender?.heard = now
      state.sender?.channels.formUnion(message.measurements.map(\.channel))
      if outcome.isRestart { inbox.put(.restarted(isCertain: false)) }
      if !outcome.measurements.isEmpty { inbox.put(.measurements(outcome.measurements)) }
      return verdict(on: state.sender, at: now)
    }
  }

  /// The phone shows its wearer what is missing.
  private func verdict(on sender: Sender?, at now: Int64) -> HTTPResponse {
    guard let sender, now - sender.since >= Self.patience,
      !ChannelChoice.canMeasure(sender.channels)
    else { return Self.response(.ok, "") }
    return Self.response(
      Self.shownStatus, "motioncheck: this phone \(ChannelChoice.missing(sender.channels)).")
  }

  private func refuse(_ who: String, _ remark: String) {
    state.value.withLock { refuse(who, remark, in: &$0) }
  }

  /// Says once of each that it is refused.
  private func refuse(_ who: String, _ remark: String, in state: inout State) {
    guard state.refused.count < 100, state.refused.insert(who).inserted else { return }
    inbox.put(.remark(remark))
  }

  private static func response(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: Data(text.utf8))
  }
}

extension NetworkSource {
  /// Listens for a phone that pushes.
  ///
  /// - Throws: `InputError.listener` when it cannot be listened there.
  convenience init(
    listeningAt address: NetworkAddress, token: String, tell: @escaping (String) -> Void
  ) throws(InputError) {
    let inbox = Inbox()
    let receiver = PushReceiver(token: token, inbox: inbox)
    let listener = try HTTPListener(address) { await receiver.answer($0) }
    self.init(name: "phone", inbox: inbox, keeper: listener, tell: tell)
    listeningAddress = listener.address
  }
}
