import Testing

@testable import MotionInput

@Suite struct WebSocketDecoderTests {
  /// A frame as a server sends it.
  private static func frame(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
    switch payload.count {
    case ..<126: [first, UInt8(payload.count)] + payload
    default: [first, 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)] + payload
    }
  }

  private static func read(_ bytes: [UInt8], piece: Int = .max) -> [WebSocketDecoder.Event] {
    var decoder = WebSocketDecoder()
    var events: [WebSocketDecoder.Event] = []
    for start in stride(from: 0, to: bytes.count, by: min(piece, bytes.count)) {
      events += decoder.take(bytes[start..<min(bytes.count, start + min(piece, bytes.count))])
    }
    return events
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func framesComeInPiecesOfAnySize(piece: Int) {
    let long = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    let bytes =
      Self.frame(0x81, [1, 2]) + Self.frame(0x89, [9]) + Self.frame(0x01, [3])
      + Self.frame(0x8A, []) + Self.frame(0x00, [4]) + Self.frame(0x80, [5])
      + Self.frame(0x82, long) + Self.frame(0x88, [3, 232])
    #expect(
      Self.read(bytes, piece: piece) == [
        .message([1, 2]), .ping([9]), .message([3, 4, 5]), .message(long), .close,
      ])
  }

  @Test(
    arguments: [
      [0x81, 0x81, 0, 0, 0, 0, 1], [0x80, 1, 1], [0xC1, 0], [0x83, 0],
      [0x01, 0, 0x81, 0], [0x82, 127, 0, 0, 0, 1, 0, 0, 0, 0],
    ] as [[UInt8]])
  func whatIsNoFrameOfAServerEndsIt(bytes: [UInt8]) {
    let events = Self.read(bytes + Self.frame(0x81, [1]))
    guard case .invalid? = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(events.count == 1)
  }

  @Test(arguments: [0, 1, 125, 126, 70000])
  func framesOfAClientAreMasked(count: Int) {
    let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let frame = WebSocketDecoder.frame(.text, payload, mask: 0x0102_0304)
    #expect(frame[0] == 0x81 && frame[1] & 0x80 != 0)
    let head = count < 126 ? 2 : count < 65536 ? 4 : 10
    #expect(Array(frame[head..<head + 4]) == [1, 2, 3, 4])
    let masked = frame[(head + 4)...]
    #expect(masked.enumerated().map { $1 ^ UInt8($0 % 4 + 1) } == payload)
  }
}

@Suite struct HTTPAnswerTests {
  private static func read(_ text: String, piece: Int, isClosed: Bool = false) -> String? {
    var answer = HTTPAnswer()
    var body: [UInt8]?
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) where body == nil {
      body = answer.take(bytes[start..<min(bytes.count, start + piece)])
    }
    if isClosed { body = body ?? answer.finish() }
    return body.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [1, 5, 4096])
  func theBodyEndsWhereTheAnswerSays(piece: Int) {
    let head = "HTTP/1.1 200 OK\r\nServer: x\r\n"
    #expect(Self.read(head + "Content-Length: 2\r\n\r\nhi", piece: piece) == "hi")
    #expect(Self.read(head + "content-length: 3\r\n\r\nhi", piece: piece) == nil)
    #expect(Self.read(head + "\r\nhi", piece: piece) == nil)
    #expect(Self.read(head + "\r\nhi", piece: piece, isClosed: true) == "hi")
    let chunked = head + "Transfer-Encoding: chunked\r\n\r\n"
    #expect(Self.read(chunked + "1\r\nh\r\n2;x=y\r\ni!\r\n0\r\n\r\n", piece: piece) == "hi!")
    #expect(Self.read(chunked + "1\r\nh\r\n2\r\ni", piece: piece) == nil)
  }

  @Test(arguments: ["", "garbage", "HTTP/1.1\r\n\r\nx", "SSH-2.0\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"])
  func whatIsNoAnswerIsNone(text: String) {
    #expect(Self.read(text, piece: 4096, isClosed: true) == nil)
  }
}
