import Foundation

/// Reads a phone with SensorServer over a WebSocket.
struct SensorServerLink: SensorLink {
  static let defaultPort: UInt16 = 8080
  /// How long the handshake may take, in nanoseconds.
  private static let handshakeNanoseconds: Int64 = 4_000_000_000
  /// After this much silence the server is asked whether it is there, and after twice as much it is
  /// not; in nanoseconds.
  private static let longestSilence: Int64 = 5_000_000_000
  private static let switchingProtocols = 101

  let address: NetworkAddress

  init(_ address: NetworkAddress) { self.address = address }

  var name: String { "SensorServer at \(address)" }

  mutating func run(into inbox: Inbox) throws(InputError) {
    let socket = try Socket(.stream, to: address)
    var frames = WebSocketDecoder()
    var events = frames.take(try handshake(socket))
    inbox.put(.connected("connected"))
    var (heard, isAsked) = (MonotonicClock.now(), false)
    while !inbox.isClosed {
      try answer(events, socket, inbox)
      guard let bytes = try socket.receive() else { throw gone("it closed the connection") }
      events = frames.take(bytes)
      let now = MonotonicClock.now()
      if !bytes.isEmpty { (heard, isAsked) = (now, false) }
      if now - heard > 2 * Self.longestSilence { throw gone("it fell silent") }
      if now - heard > Self.longestSilence, !isAsked {
        isAsked = true
        try send(.ping, [], socket)
      }
    }
    try? send(.close, [], socket)
  }

  private func answer(
    _ events: [WebSocketDecoder.Event], _ socket: borrowing Socket, _ inbox: Inbox
  ) throws(InputError) {
    var measurements: [Measurement] = []
    for event in events {
      switch event {
      case .message(let text):
        if let measurement = SensorServerDecoder.measurement(text) {
          measurements.append(measurement)
        } else {
          inbox.put(.unknown(String(decoding: text, as: UTF8.self)))
        }
      case .ping(let payload): try send(.pong, payload, socket)
      case .close:
        try? send(.close, [], socket)
        throw gone("it closed the connection")
      case .invalid(let reason): throw gone(reason)
      }
    }
    if !measurements.isEmpty { inbox.put(.measurements(measurements)) }
  }

  /// Opens the WebSocket; returns what came behind the answer.
  private func handshake(_ socket: borrowing Socket) throws(InputError) -> [UInt8] {
    let key = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) }).base64EncodedString()
    let lines = [
      "GET \(SensorServerDecoder.path) HTTP/1.1", "Host: \(address)", "Upgrade: websocket",
      "Connection: Upgrade", "Sec-WebSocket-Key: \(key)", "Sec-WebSocket-Version: 13",
    ]
    try socket.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    var answer = HTTPAnswer()
    let end = MonotonicClock.now() + Self.handshakeNanoseconds
    while answer.head == nil {
      guard MonotonicClock.now() < end, let bytes = try socket.receive() else {
        throw gone("no answer came")
      }
      _ = answer.take(bytes)
    }
    guard let head = answer.head, head.status == Self.switchingProtocols else {
      throw gone("what answers there is not SensorServer (status \(answer.head?.status ?? 0))")
    }
    return answer.rest
  }

  private func send(
    _ opcode: WebSocketDecoder.Opcode, _ payload: [UInt8], _ socket: borrowing Socket
  ) throws(InputError) {
    try socket.send(
      WebSocketDecoder.frame(opcode, payload, mask: UInt32.random(in: .min ... .max)))
  }

  private func gone(_ reason: String) -> InputError {
    .unreachable(address: name, reason: reason)
  }
}
