import Glibc

/// Where something is in the network: `HOST:PORT`, `[IPv6]:PORT` or `HOST`.
package struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// A name or an address.
  package var host: String
  /// 0 for any that is free.
  package var port: UInt16

  /// An address from its parts.
  package init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// This machine alone.
  package static let loopback = "127.0.0.1"

  /// True where only this machine reaches it.
  package var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" || host == "localhost" }

  /// Reads it as it stands on the command line; nil where it is none.
  ///
  /// - Parameter defaultPort: for an address that names none; nil where one must be named.
  package init?(_ text: some StringProtocol, defaultPort: UInt16?) {
    let end = text.lastIndex(of: "]")
    let isBracketed = text.first == "[" && end != nil
    let colon = text[(end ?? text.startIndex)...].lastIndex(of: ":")
    let host = text[..<(colon ?? text.endIndex)]
    let named = colon.map { UInt16(text[text.index(after: $0)...]) }
    guard let port = named ?? defaultPort, named != .some(nil) else { return nil }
    self.port = port
    self.host = isBracketed ? String(host.dropFirst().dropLast()) : String(host)
    let allowed = isBracketed ? ".:%" : ".-_"
    guard !self.host.isEmpty,
      self.host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || allowed.contains($0) })
    else { return nil }
  }

  /// Reads what a listener is to be bound to: `PORT` for this machine alone, or `ADDRESS:PORT`.
  package init?(listener text: some StringProtocol) {
    if let port = UInt16(text) {
      self.init(host: Self.loopback, port: port)
    } else {
      self.init(text, defaultPort: nil)
    }
  }

  /// As it stands in a URL.
  package var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension NetworkAddress {
  /// The IPv4 addresses at which others reach this machine, those of home networks first.
  package static var ofThisMachine: [String] {
    var found: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&found) == 0 else { return [] }
    defer { freeifaddrs(found) }
    var hosts: [String] = []
    var next = found
    while let entry = next?.pointee {
      next = entry.ifa_next
      let isUp = entry.ifa_flags & UInt32(IFF_UP) != 0
      let isLoopback = entry.ifa_flags & UInt32(IFF_LOOPBACK) != 0
      guard isUp, !isLoopback, let address = entry.ifa_addr, address.pointee.sa_family == AF_INET
      else { continue }
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      guard getnameinfo(address, size, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
      else { continue }
      hosts.append(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
    }
    let home = hosts.filter { $0.hasPrefix("192.168.") || $0.hasPrefix("10.") }
    return home + hosts.filter { !home.contains($0) }
  }
}
