import Dispatch
import Glibc
import Synchronization

/// Whether the person, or the system, asked the program to stop (Ctrl-C, SIGTERM, a
/// terminal that was closed).
///
/// The first request is noted and the session ends with what it has; a second one ends the
/// program at once.
final class Interruption {
  private let requests: Request
  private let sources: [any DispatchSourceSignal]

  private final class Request: Sendable {
    let isMade = Atomic(false)
  }

  /// Begins to listen.
  init(signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]) {
    let requests = Request()
    self.requests = requests
    sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        requests.isMade.store(true, ordering: .relaxed)
        signal(number, TerminalRestoration.endBySignal)
      }
      source.resume()
      return source
    }
  }

  deinit { sources.forEach { $0.cancel() } }

  /// True once a request came.
  var isRequested: Bool { requests.isMade.load(ordering: .relaxed) }
}
