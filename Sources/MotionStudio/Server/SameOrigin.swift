import FlyingFox
import Glibc

extension HTTPRequest {
  /// True for a request that the studio's own page can have made.
  ///
  /// A name in the Host header may be anybody's that was made to point here (DNS rebinding); an
  /// address in figures cannot be turned. Where the browser says which page asks, it is this one.
  var isFromHere: Bool {
    guard let host = headers[.host], SameOrigin.isAddress(host) else { return false }
    if headers[HTTPHeader("Sec-Fetch-Site")] == "cross-site", method != .GET { return false }
    guard let origin = headers[HTTPHeader("Origin")] else { return true }
    return origin == "http://\(host)"
  }
}

/// Who may ask.
enum SameOrigin {
  /// True for `localhost` and addresses in figures, with or without a port.
  static func isAddress(_ host: String) -> Bool {
    let name =
      host.hasPrefix("[")
      ? String(host.dropFirst().prefix { $0 != "]" })
      : String(host.prefix { $0 != ":" })
    if name == "localhost" { return true }
    var (four, six) = (in_addr(), in6_addr())
    return inet_pton(AF_INET, name, &four) == 1 || inet_pton(AF_INET6, name, &six) == 1
  }
}
