import Glibc

/// What `--source` names.
package enum SourceAddress: Sendable, Hashable {
  /// Standard input, written `-`.
  case standardInput
  /// A regular file or a FIFO.
  case path(String)
  /// A serial port, written `serial:PATH@BAUD`, with `?protocol=witmotion` where it is no text.
  case serial(path: String, baud: Int, dialect: SerialDialect = .text)
  /// Listens for a phone that pushes, written `http://[ADDRESS:]PORT[/TOKEN]`.
  case push(NetworkAddress, token: String?)
  /// A phone with phyphox, written `phyphox://HOST[:PORT]`.
  case phyphox(NetworkAddress)
  /// A phone with SensorServer, written `ws://HOST[:PORT]`.
  case sensorServer(NetworkAddress)
  /// A DSU (cemuhook) server, written `dsu://HOST[:PORT]`.
  case dsu(NetworkAddress)

  /// How a sensor at a serial port speaks.
  package enum SerialDialect: String, Sendable, CaseIterable {
    /// Lines of a recording.
    case text
    /// The binary frames of WitMotion.
    case witmotion
  }

  /// Speed of most boards' USB serial ports when none is named.
  package static let defaultBaud = 115_200

  /// Reads the address as it stands on the command line.
  ///
  /// - Throws: `InputError.badSource` with what is allowed.
  package init(argument: String) throws(InputError) {
    guard !argument.isEmpty else { throw .badSource(argument: "''", reason: "an empty name") }
    if argument == "-" {
      self = .standardInput
    } else if let serial = argument.behind("serial:") {
      self = try Self.serial(serial, argument)
    } else if let listener = argument.behind("http://") {
      self = try Self.push(listener, argument)
    } else if let host = argument.behind("phyphox://") {
      self = .phyphox(try Self.host(host, PhyphoxLink.defaultPort, argument))
    } else if let host = argument.behind("ws://") {
      self = .sensorServer(try Self.host(host, SensorServerLink.defaultPort, argument))
    } else if let host = argument.behind("dsu://") {
      self = .dsu(try Self.host(host, DSULink.defaultPort, argument))
    } else if let end = argument.firstRange(of: "://") {
      throw .badSource(
        argument: argument, reason: "no known kind of source '\(argument[..<end.upperBound])'")
    } else {
      self = .path(argument)
    }
  }

  private static func serial(
    _ text: Substring, _ argument: String
  ) throws(InputError) -> SourceAddress {
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let dialect = halves.count == 1 ? "text" : halves[1].behind("protocol=").map(String.init)
    guard let dialect = dialect.flatMap(SerialDialect.init(rawValue:)) else {
      throw .badSource(
        argument: argument, reason: "unknown protocol; known: text, witmotion")
    }
    let parts = halves[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, !path.isEmpty else {
      throw .badSource(argument: argument, reason: "no path of a serial port")
    }
    let baud = parts.count == 2 ? Int(parts[1]) : defaultBaud
    guard let baud, SerialPort.speeds[baud] != nil else {
      let known = SerialPort.speeds.keys.sorted().map(String.init).joined(separator: ", ")
      throw .badSource(argument: argument, reason: "unknown speed; known: \(known) baud")
    }
    return .serial(path: String(path), baud: baud, dialect: dialect)
  }

  private static func push(
    _ text: Substring, _ argument: String
  ) throws(InputError) -> SourceAddress {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard let place = parts.first, let address = NetworkAddress(listener: place) else {
      throw .badSource(argument: argument, reason: "no port to listen at")
    }
    let token = parts.count == 2 ? String(parts[1]) : nil
    let isPlain = token?.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard isPlain != false else {
      throw .badSource(
        argument: argument, reason: "a token of other signs than letters, figures and '-'")
    }
    return .push(address, token: token)
  }

  private static func host(
    _ text: Substring, _ port: UInt16, _ argument: String
  ) throws(InputError) -> NetworkAddress {
    let place = text.hasSuffix("/") ? text.dropLast() : text
    guard let address = NetworkAddress(place, defaultPort: port), address.port > 0 else {
      throw .badSource(argument: argument, reason: "no host and port")
    }
    return address
  }

  /// Opens the source; `tell` is told when it stalls.
  ///
  /// - Parameter token: of a listener whose address names none.
  /// - Throws: `InputError` when it cannot be opened, or is a serial port without its speed.
  package func open(
    token: String = "", tell: @escaping (String) -> Void = { _ in }
  ) throws(InputError) -> any ReadingSource {
    let source: NetworkSource
    switch self {
    case .standardInput, .path, .serial(_, _, .text): return try text(tell)
    case .serial(let path, let baud, .witmotion):
      source = NetworkSource(WitMotionLink(path: path, baud: baud), tell: tell)
    case .push(let address, let own):
      source = try NetworkSource(listeningAt: address, token: own ?? token, tell: tell)
    case .phyphox(let address): source = NetworkSource(PhyphoxLink(address), tell: tell)
    case .sensorServer(let address):
      source = NetworkSource(SensorServerLink(address), tell: tell)
    case .dsu(let address): source = NetworkSource(DSULink(address), tell: tell)
    }
    return WatchedSource(source, name: source.metadata.device ?? "", tell: tell)
  }

  /// The source of a text that comes line by line.
  private func text(_ tell: @escaping (String) -> Void) throws(InputError) -> any ReadingSource {
    if case .serial(let path, let baud, _) = self {
      let port = try SerialBytes(path: path, baud: baud, tell: tell)
      return WatchedSource(try RecordingSource(port), name: path, isPort: true, tell: tell)
    }
    let descriptor = try descriptor()
    let name = descriptor.path
    let isRegularFile = descriptor.isRegularFile
    let source = try RecordingSource(descriptor, isLiveLine: true)
    if isRegularFile { return source }
    return WatchedSource(source, name: name, tell: tell)
  }

  private func descriptor() throws(InputError) -> FileDescriptor {
    switch self {
    case .path(let path):
      let descriptor = try FileDescriptor(reading: path, flags: O_NOCTTY)
      guard !descriptor.isTerminal else {
        throw .badSource(argument: path, reason: "is a serial port, whose speed must be named")
      }
      try descriptor.claim()
      return descriptor
    case .standardInput, .serial, .push, .phyphox, .sensorServer, .dsu: return .standardInput()
    }
  }
}

extension StringProtocol {
  /// What stands behind this beginning; nil where the text begins otherwise.
  fileprivate func behind(_ prefix: String) -> SubSequence? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
