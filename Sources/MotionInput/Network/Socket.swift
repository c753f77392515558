import Glibc

/// A connected socket, closed when it goes out of scope.
struct Socket: ~Copyable {
  /// How it carries bytes.
  enum Transport {
    case stream
    case datagrams

    fileprivate var type: Int32 {
      switch self {
      case .stream: Int32(SOCK_STREAM.rawValue)
      case .datagrams: Int32(SOCK_DGRAM.rawValue)
      }
    }
  }

  /// How long a host may take to answer, in milliseconds.
  static let connectMilliseconds: Int32 = 4000
  /// Larger than any packet of a sensor, and than most answers.
  private static let bufferBytes = 1 << 16

  private let number: Int32
  private let name: String

  /// Connects to a host of this name or address.
  ///
  /// - Throws: `InputError.unreachable`.
  init(_ transport: Transport, to address: NetworkAddress) throws(InputError) {
    name = address.description
    var hints = addrinfo()
    hints.ai_socktype = transport.type
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(address.host, String(address.port), &hints, &found)
    guard code == 0 else {
      throw .unreachable(address: name, reason: String(cString: gai_strerror(code)))
    }
    defer { freeaddrinfo(found) }
    var problem = ECONNREFUSED
    var next = found
    while let candidate = next {
      switch Self.connected(candidate.pointee) {
      case .success(let number):
        self.number = number
        return
      case .failure(let failure): problem = failure.code
      }
      next = candidate.pointee.ai_next
    }
    throw .unreachable(address: name, reason: String(cString: strerror(problem)))
  }

  deinit { close(number) }

  /// Sends all of it.
  ///
  /// - Throws: `InputError.unreachable` when the other side has gone.
  func send(_ bytes: [UInt8]) throws(InputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        guard isReady(POLLOUT, milliseconds: Self.connectMilliseconds) else { throw failure() }
      } else if errno != EINTR {
        throw failure()
      }
    }
  }

  /// What has come, after waiting for it: empty when nothing did, nil when the other side has
  /// closed. Of datagrams, one.
  ///
  /// - Throws: `InputError.unreachable` when the other side has gone.
  func receive(
    waitingMilliseconds wait: Int32 = FileDescriptor.waitMilliseconds
  ) throws(InputError) -> [UInt8]? {
    guard isReady(POLLIN, milliseconds: wait) else { return [] }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.bufferBytes) { buffer, count in
      let received = recv(number, buffer.baseAddress, buffer.count, 0)
      if received < 0 { failure = errno }
      count = max(0, received)
    }
    switch failure {
    case 0: return bytes.isEmpty ? nil : bytes
    case EAGAIN, EINTR: return []
    default: throw .unreachable(address: name, reason: String(cString: strerror(failure)))
    }
  }

  private func failure() -> InputError {
    .unreachable(address: name, reason: String(cString: strerror(errno)))
  }

  private func isReady(_ event: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: number, events: Int16(event), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  private struct Refusal: Error { var code: Int32 }

  private static func connected(_ candidate: addrinfo) -> Result<Int32, Refusal> {
    let flags = Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let number = socket(
      candidate.ai_family, candidate.ai_socktype | flags, candidate.ai_protocol)
    guard number >= 0 else { return .failure(Refusal(code: errno)) }
    var code: Int32 = 0
    if connect(number, candidate.ai_addr, candidate.ai_addrlen) != 0 { code = errno }
    if code == EINPROGRESS { code = outcome(of: number) }
    guard code == 0 else {
      close(number)
      return .failure(Refusal(code: code))
    }
    return .success(number)
  }

  /// The error of a connection that is being made; 0 for none.
  private static func outcome(of number: Int32) -> Int32 {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    guard poll(&request, 1, connectMilliseconds) > 0 else { return ETIMEDOUT }
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(number, SOL_SOCKET, SO_ERROR, &code, &size)
    return code
  }
}
