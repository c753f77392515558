import Dispatch
import FlyingFox
import Foundation
import Synchronization

/// Listens for requests over HTTP for as long as it is kept.
///
/// Nothing in the program listens unless the person asked for it, and then on this machine alone
/// unless an address was named.
package final class HTTPListener: Sendable {
  /// How long a request may usually take, in seconds.
  package static let requestSeconds = 15.0
  /// How long starting may take, in seconds.
  private static let startSeconds = 20.0

  private let server: HTTPServer
  private let task: Task<Void, Never>

  /// Where it listens, with the port that was free where 0 was asked for.
  package let address: NetworkAddress

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - seconds: how long a request may take.
  ///   - answer: answers a request, on any thread.
  /// - Throws: `InputError.listener` when the address is not this machine's or the port is taken.
  package init(
    _ address: NetworkAddress, within seconds: Double = requestSeconds,
    answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
  ) throws(InputError) {
    let handler = ClosureHTTPHandler { request in await answer(request) }
    server = try Self.server(at: address, within: seconds, handler)
    let outcome = Mutex<Result<UInt16, Failure>?>(nil)
    let isKnown = DispatchSemaphore(value: 0)
    let report = { @Sendable (result: Result<UInt16, Failure>) in
      outcome.withLock { $0 = $0 ?? result }
      isKnown.signal()
    }
    task = Task { [server] in
      do {
        try await server.run()
      } catch {
        report(.failure(Failure(reason: "\(error.localizedDescription)")))
      }
    }
    Task { [server] in
      try? await server.waitUntilListening(timeout: Self.startSeconds)
      if let port = await server.port { report(.success(port)) }
    }
    _ = isKnown.wait(timeout: .now() + Self.startSeconds)
    switch outcome.withLock({ $0 }) {
    case .success(let port): self.address = NetworkAddress(host: address.host, port: port)
    case .failure(let failure): throw .listener(address: "\(address)", reason: failure.reason)
    case nil: throw .listener(address: "\(address)", reason: "no answer of the system")
    }
  }

  deinit { task.cancel() }

  private struct Failure: Error { var reason: String }

  private static func server(
    at address: NetworkAddress, within seconds: Double, _ handler: ClosureHTTPHandler
  ) throws(InputError) -> HTTPServer {
    let host = address.host == "localhost" ? NetworkAddress.loopback : address.host
    let pool = PromptSockets(pool: HTTPServer.defaultPool())
    do {
      if host.contains(":") {
        return HTTPServer(
          address: try .inet6(ip6: host, port: address.port), timeout: seconds, pool: pool,
          logger: .disabled, handler: handler)
      }
      return HTTPServer(
        address: try .inet(ip4: host, port: address.port), timeout: seconds, pool: pool,
        logger: .disabled, handler: handler)
    } catch {
      throw .listener(address: "\(address)", reason: "\(host) is no address in figures")
    }
  }
}

extension HTTPServer {
  fileprivate var port: UInt16? {
    switch listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): port
    case .unix, nil: nil
    }
  }
}

// MARK: - Requests

extension HTTPRequest {
  /// True where the request has this token, as the first part of its path or as `?token=`.
  ///
  /// It takes the same time wherever the first difference is.
  package func has(token: String) -> Bool {
    let given =
      query.first { $0.name == "token" }?.value
      ?? path.split(separator: "/").first.map(String.init) ?? ""
    let (one, other) = (Array(given.utf8), Array(token.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The parts of the path behind the token.
  package var placeBehindToken: [String] {
    let parts = path.split(separator: "/").map(String.init)
    return query.contains { $0.name == "token" } ? parts : Array(parts.dropFirst())
  }

  /// The body; nil where it is longer than this.
  package func body(ofAtMost bytes: Int) async -> [UInt8]? {
    if let length = headers[.contentLength].flatMap({ Int($0) }), length > bytes { return nil }
    var body: [UInt8] = []
    do {
      for try await piece in bodySequence {
        body += piece
        if body.count > bytes { return nil }
      }
    } catch {
      return nil
    }
    return body
  }

  /// The address that it came from, without its port.
  package var sender: String {
    switch remoteAddress {
    case .ip4(let host, _): host
    case .ip6(let host, _): host
    case .unix(let path): path
    case nil: "an unknown address"
    }
  }
}
