import FlyingFox
import FlyingSocks
import Glibc

/// Waits for sockets as another pool does, and lets each send what it has at once.
///
/// An answer goes out as head and body. Without this the body waits until the other side has
/// acknowledged the head, which it puts off for 40 ms (Nagle's algorithm, RFC 896, against delayed
/// acknowledgement, RFC 1122, section 4.2.3.2).
struct PromptSockets<Pool: AsyncSocketPool>: AsyncSocketPool {
  let pool: Pool

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(
    _ socket: FlyingSocks.Socket, untilReadyFor events: FlyingSocks.Socket.Events
  ) async throws {
    var isOn: Int32 = 1
    // What cannot be set is slower, no more; a socket that listens hands it on to those it accepts.
    _ = setsockopt(
      socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn,
      socklen_t(MemoryLayout<Int32>.size))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
