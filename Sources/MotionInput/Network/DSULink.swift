/// Subscribes to a DSU (cemuhook) server and takes its packets.
struct DSULink: SensorLink {
  static let defaultPort: UInt16 = 26760
  /// How often it is asked again, in nanoseconds: servers forget who does not.
  private static let subscriptionNanoseconds: Int64 = 1_000_000_000
  /// A server that answered before and does not for this long has gone, in nanoseconds.
  private static let longestSilence: Int64 = 3_000_000_000

  let address: NetworkAddress
  private let client = UInt32.random(in: .min ... .max)
  private var decoder = DSUDecoder()

  init(_ address: NetworkAddress) { self.address = address }

  var name: String { "DSU server at \(address)" }

  mutating func run(into inbox: Inbox) throws(InputError) {
    let socket = try Socket(.datagrams, to: address)
    var asked = Int64.min / 2
    var heard: Int64?
    while !inbox.isClosed {
      let now = MonotonicClock.now()
      if now - asked >= Self.subscriptionNanoseconds {
        asked = now
        try socket.send(DSUDecoder.subscription(client: client))
      }
      if let heard, now - heard > Self.longestSilence {
        throw .unreachable(address: name, reason: "it fell silent")
      }
      guard let packet = try socket.receive(), !packet.isEmpty else { continue }
      if heard == nil { inbox.put(.connected("answers")) }
      heard = MonotonicClock.now()
      take(packet, inbox)
    }
  }

  private mutating func take(_ packet: [UInt8], _ inbox: Inbox) {
    switch decoder.take(packet, at: MonotonicClock.now()) {
    case .measurements(let some): inbox.put(.measurements(some))
    case .restarted(let some):
      inbox.put(.restarted(isCertain: true))
      inbox.put(.measurements(some))
    case .nothing: break
    case .invalid(let reason): inbox.put(.unknown("a packet that \(reason)"))
    }
  }
}
