import FlyingFox
import Foundation
import Glibc
import MotionCore
import Synchronization

@testable import MotionInput

/// A phone with Sensor Logger that pushes what it measures.
struct PushingPhone {
  /// What the app is set to.
  enum Sensors {
    /// Gravity and acceleration without it, as an iPhone has them.
    case apart
    /// The whole, as Android phones have it.
    case total
    case linearOnly
  }

  let port: UInt16
  var token = "secret"
  var device = "9F3C-phone"
  var session = "one"
  var sensors = Sensors.apart
  let motion = ArmMotion()
  /// When the phone's clock stands at 0 of the motion, in nanoseconds since 1970.
  private static let epoch: Int64 = 1_700_000_000_000_000_000

  /// The body of a message with what was measured in these seconds.
  func body(_ number: Int, _ seconds: Range<Double>) -> String {
    let entries = motion.times(seconds).flatMap { time -> [String] in
      let gyroscope = entry("gyroscope", time, motion.rate(time))
      switch sensors {
      case .apart:
        return [
          entry("accelerometer", time, motion.linear(time)),
          entry("gravity", time, motion.gravity(time)), gyroscope,
        ]
      case .total: return [entry("totalacceleration", time, motion.force(time)), gyroscope]
      case .linearOnly: return [entry("accelerometer", time, motion.linear(time))]
      }
    }
    return "{\"messageId\":\(number),\"sessionId\":\"\(session)\",\"deviceId\":\"\(device)\","
      + "\"payload\":[\(entries.joined(separator: ","))]}"
  }

  private func entry(_ name: String, _ time: Double, _ vector: Vector3) -> String {
    let nanoseconds = Self.epoch + Int64((time * 1e9).rounded())
    return "{\"name\":\"\(name)\",\"time\":\(nanoseconds),\"values\":"
      + "{\"z\":\(vector.z),\"y\":\(vector.y),\"x\":\(vector.x)}}"
  }

  /// Sends a message of these seconds; returns the answer's status and text.
  @discardableResult
  func push(_ number: Int, _ seconds: Range<Double>) throws -> (status: Int, text: String) {
    try send(body(number, seconds))
  }

  /// Sends a body to a path, by default that with the token.
  @discardableResult
  func send(_ body: String, to path: String? = nil) throws -> (status: Int, text: String) {
    let socket = try Socket(.stream, to: NetworkAddress(host: "127.0.0.1", port: port))
    let head = [
      "POST \(path ?? "/\(token)") HTTP/1.1", "Host: x", "Content-Type: application/json",
      "Content-Length: \(body.utf8.count)", "Connection: close",
    ]
    // A server that refuses may close before all is sent.
    try? socket.send(Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
    var answer = HTTPAnswer()
    var text: [UInt8]?
    while text == nil, let bytes = try socket.receive(waitingMilliseconds: 20_000), !bytes.isEmpty {
      text = answer.take(bytes)
    }
    return (answer.head?.status ?? 0, String(decoding: text ?? [], as: UTF8.self))
  }
}

/// A phone with phyphox whose remote access is switched on.
final class FakePhyphox: Sendable {
  struct State {
    var times: [Double] = []
    var isMeasuring = false
    var session = "a1b2c3"
    /// After clearing, all is given whatever was asked for.
    var givesAll = false
    var hasGyroscope = true
  }

  private let listener: HTTPListener
  private let shared: Shared
  var address: NetworkAddress { listener.address }

  init(port: UInt16 = 0, _ state: State = State()) throws {
    let shared = Shared(state)
    self.shared = shared
    listener = try HTTPListener(NetworkAddress(host: "127.0.0.1", port: port)) {
      shared.answer($0)
    }
  }

  /// Changes what the phone does.
  func change(_ body: (inout State) -> Void) { shared.state.withLock { body(&$0) } }
  /// What it does now.
  var isMeasuring: Bool { shared.state.withLock { $0.isMeasuring } }

  private final class Shared: Sendable {
    let state: Mutex<State>
    private let motion = ArmMotion()

    init(_ state: State) { self.state = Mutex(state) }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
      state.withLock { state in
        switch request.path {
        case "/config": return json(configuration(state))
        case "/control":
          state.isMeasuring = request.query.first { $0.name == "cmd" }?.value == "start"
          return json("{\"result\": true}")
        case "/get": return json(rows(request, &state))
        default: return HTTPResponse(statusCode: .notFound)
        }
      }
    }

    private func json(_ text: String) -> HTTPResponse {
      HTTPResponse(
        statusCode: .ok, headers: [.contentType: "application/json"], body: Data(text.utf8))
    }

    private func names(_ state: State) -> [String] {
      ["acc_time", "accX", "accY", "accZ"]
        + (state.hasGyroscope ? ["gyr_time", "gyrX", "gyrY", "gyrZ"] : [])
    }

    private func configuration(_ state: State) -> String {
      let buffers = names(state).map { "{\"name\":\"\($0)\",\"size\":0}" }
      return "{\"crc32\":\"0\",\"title\":\"x\",\"buffers\":[\(buffers.joined(separator: ","))]}"
    }

    private func rows(_ request: HTTPRequest, _ state: inout State) -> String {
      defer { state.givesAll = false }
      let buffers = request.query.map { item -> String in
        let threshold = item.value.split(separator: "|").first.flatMap { Double($0) }
        var mode = threshold == nil ? "single" : "partial"
        var times = state.times
        if let threshold {
          if state.givesAll { mode = "full" } else { times = times.filter { $0 > threshold } }
        } else {
          times = times.suffix(1)
        }
        let values = times.map { "\(value(item.name, $0))" }
        let text = values.isEmpty && threshold == nil ? "null" : values.joined(separator: ",")
        return "\"\(item.name)\":{\"size\":0,\"updateMode\":\"\(mode)\", \"buffer\":[\(text)]}"
      }
      return "{\"buffer\":{\n\(buffers.joined(separator: ",\n"))},\"status\":{\"session\":\""
        + "\(state.session)\",\"measuring\":\(state.isMeasuring),\"timedRun\":false,"
        + "\"countDown\":0}}"
    }

    private func value(_ buffer: String, _ time: Double) -> Double {
      let (force, rate) = (motion.force(time), motion.rate(time))
      return switch buffer {
      case "accX": force.x
      case "accY": force.y
      case "accZ": force.z
      case "gyrX": rate.x
      case "gyrY": rate.y
      case "gyrZ": rate.z
      default: time
      }
    }
  }
}

/// A phone with SensorServer, whose WebSocket is that of a library.
final class FakeSensorServer: Sendable {
  private let listener: HTTPListener
  private let shared: Clients
  private let motion = ArmMotion()
  var address: NetworkAddress { listener.address }
  /// How many listen.
  var connections: Int { shared.all.withLock { $0.count } }

  private final class Clients: Sendable, WSMessageHandler {
    let all = Mutex<[AsyncStream<WSMessage>.Continuation]>([])

    func makeMessages(for client: AsyncStream<WSMessage>) async throws -> AsyncStream<WSMessage> {
      let (stream, continuation) = AsyncStream<WSMessage>.makeStream()
      all.withLock { $0.append(continuation) }
      return stream
    }
  }

  init(port: UInt16 = 0) throws {
    let shared = Clients()
    self.shared = shared
    let handler = WebSocketHTTPHandler(
      handler: MessageFrameWSHandler(handler: shared, frameSize: 50))
    listener = try HTTPListener(NetworkAddress(host: "127.0.0.1", port: port)) { request in
      guard request.path == "/sensors/connect",
        request.query.first(where: { $0.name == "types" })?.value
          == "[\"android.sensor.accelerometer\",\"android.sensor.gyroscope\"]"
      else { return HTTPResponse(statusCode: .notFound) }
      return (try? await handler.handleRequest(request))
        ?? HTTPResponse(statusCode: .internalServerError)
    }
  }

  /// Sends what is measured at this time of the phone's clock, in seconds.
  func send(at time: Double) {
    let nanoseconds = Int64((time * 1e9).rounded())
    send(text("accelerometer", nanoseconds, motion.force(time)))
    send(text("gyroscope", nanoseconds + 2_000_000, motion.rate(time + 0.002)))
  }

  func send(_ text: String) {
    shared.all.withLock { $0.forEach { $0.yield(.text(text)) } }
  }

  /// Ends all connections.
  func disconnect() {
    shared.all.withLock { clients in
      clients.forEach {
        $0.yield(.close())
        $0.finish()
      }
      clients = []
    }
  }

  private func text(_ sensor: String, _ time: Int64, _ vector: Vector3) -> String {
    "{\"type\":\"android.sensor.\(sensor)\",\"accuracy\":3,\"timestamp\":\(time),\"values\":"
      + "[\(vector.x),\(vector.y),\(vector.z)]}"
  }
}

/// A socket on loopback that takes datagrams and answers whoever sent the last.
final class FakeUDPServer {
  private let number: Int32
  private var client = sockaddr_in()
  let port: UInt16

  init(port: UInt16 = 0) throws {
    number = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let number = number
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(number, address, size) == 0 else { return Int32(-1) }
        return getsockname(number, address, &size)
      }
    }
    guard code == 0 else { throw InputError.system(action: "bind", path: "udp", code: errno) }
    self.port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(number) }

  /// Waits for a datagram and remembers who sent it.
  func receive() -> [UInt8] {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 20_000) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 2048)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let count = withUnsafeMutablePointer(to: &client) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(number, &buffer, buffer.count, 0, $0, &size)
      }
    }
    return Array(buffer.prefix(max(0, count)))
  }

  /// Sends to whoever was heard of last.
  func send(_ bytes: [UInt8]) {
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafePointer(to: client) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(number, bytes, bytes.count, 0, $0, size)
      }
    }
  }
}
