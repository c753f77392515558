import Dispatch
import Glibc
import Synchronization

/// Whether the person, or the system, asked the program to stop (Ctrl-C, SIGTERM).
///
/// The first request is noted and the session ends with what it has; a second one ends the
/// program at once.
final class Interruption {
  /// The request, to be looked at from any thread for as long as this listens.
  let requests: Request
  private let sources: [any DispatchSourceSignal]

  /// What is asked from any thread.
  final class Request: Sendable {
    fileprivate let made = Atomic(false)

    /// True once a request came.
    var isMade: Bool { made.load(ordering: .relaxed) }
  }

  /// Begins to listen.
  init(signals: [Int32] = [SIGINT, SIGTERM]) {
    let requests = Request()
    self.requests = requests
    sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        requests.made.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  deinit { sources.forEach { $0.cancel() } }

  /// True once a request came.
  var isRequested: Bool { requests.isMade }
}
