import Glibc

/// Polls a phone with phyphox, whose remote access is switched on.
struct PhyphoxLink: SensorLink {
  /// The port on Android; on an iPhone it is 80 and must be named.
  static let defaultPort: UInt16 = 8080
  /// How long between two questions, in milliseconds: what a person would notice is three times as
  /// long.
  private static let pollMilliseconds: Int32 = 50
  /// How long an answer may take, in milliseconds.
  private static let answerMilliseconds: Int32 = 4000

  let address: NetworkAddress
  private var decoder: PhyphoxDecoder?
  private var wasMeasuring: Bool?

  init(_ address: NetworkAddress) { self.address = address }

  var name: String { "phyphox at \(address)" }

  mutating func run(into inbox: Inbox) throws(InputError) {
    if decoder == nil { decoder = try configured() }
    var isConnected = false
    while !inbox.isClosed {
      let body = try get(decoder?.path ?? "")
      guard let outcome = decoder?.take(body) else {
        throw .unreachable(address: name, reason: "what answers there is not phyphox")
      }
      if !isConnected { inbox.put(.connected("connected")) }
      isConnected = true
      if outcome.isRestart { inbox.put(.restarted(isCertain: true)) }
      if !outcome.measurements.isEmpty { inbox.put(.measurements(outcome.measurements)) }
      try follow(isMeasuring: outcome.isMeasuring, inbox)
      poll(nil, 0, Self.pollMilliseconds)
    }
  }

  private func configured() throws(InputError) -> PhyphoxDecoder {
    guard let buffers = PhyphoxDecoder.buffers(try get("/config")) else {
      throw .unreachable(address: name, reason: "what answers there is not phyphox")
    }
    guard let decoder = PhyphoxDecoder(buffers: buffers) else {
      throw .phyphoxExperiment(address: name, buffers: buffers.sorted())
    }
    return decoder
  }

  /// Starts an experiment that stands when the session begins; one that the person stops later is
  /// theirs to start.
  private mutating func follow(isMeasuring: Bool, _ inbox: Inbox) throws(InputError) {
    if !isMeasuring, wasMeasuring == nil {
      _ = try get("/control?cmd=start")
      inbox.put(.remark("was not measuring and was started"))
    } else if !isMeasuring, wasMeasuring == true {
      inbox.put(.remark("was stopped on the phone; start it there to go on"))
    }
    wasMeasuring = isMeasuring
  }

  private func get(_ path: String) throws(InputError) -> [UInt8] {
    let socket = try Socket(.stream, to: address)
    try socket.send(
      Array("GET \(path) HTTP/1.1\r\nHost: \(address)\r\nConnection: close\r\n\r\n".utf8))
    var answer = HTTPAnswer()
    let end = MonotonicClock.now() + Int64(Self.answerMilliseconds) * 1_000_000
    var body: [UInt8]?
    while body == nil, MonotonicClock.now() < end {
      guard let bytes = try socket.receive() else {
        body = answer.finish()
        break
      }
      if !bytes.isEmpty { body = answer.take(bytes) }
    }
    guard let body else { throw .unreachable(address: name, reason: "no whole answer came") }
    return body
  }
}
