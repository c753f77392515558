/// Reads a WitMotion sensor at a serial port.
struct WitMotionLink: SensorLink {
  /// Bytes without a frame after which the speed or the protocol is another one.
  private static let mostSkippedBytes = 500

  let path: String
  let baud: Int
  private var decoder = WitMotionDecoder()

  init(path: String, baud: Int) {
    self.path = path
    self.baud = baud
  }

  var name: String { "WitMotion sensor at \(path)" }

  mutating func run(into inbox: Inbox) throws(InputError) {
    let port = try SerialPort.open(path: path, baud: baud)
    decoder.restart()
    inbox.put(.connected("the port is open"))
    var buffer = [UInt8](repeating: 0, count: 4096)
    var wasUnknown = false
    while !inbox.isClosed {
      switch try port.read(into: &buffer) {
      case .nothing: continue
      case .end: throw .unreachable(address: name, reason: "it was unplugged")
      case .bytes(let count):
        let measurements = decoder.take(buffer[..<count], at: MonotonicClock.now())
        if !measurements.isEmpty { inbox.put(.measurements(measurements)) }
        guard decoder.frames == 0, decoder.skippedBytes > Self.mostSkippedBytes, !wasUnknown else {
          continue
        }
        wasUnknown = true
        inbox.put(.unknown("bytes without a frame: another speed than \(baud), or another sensor"))
      }
    }
  }
}
