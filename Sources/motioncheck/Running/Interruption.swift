import Dispatch
import Glibc
import Synchronization

/// Whether the person, or the system, asked the program to stop: Ctrl-C, SIGTERM, or SIGHUP when
/// the terminal was closed.
///
/// The first request is noted and the session ends with what it has; a second one ends the
/// program at once.
final class Interruption {
  /// The request, to be looked at from any thread for as long as this listens.
  let requests: Request
  private let sources: [any DispatchSourceSignal]

  /// What is asked from any thread.
  final class Request: Sendable {
    /// The signal that came; 0 before one did.
    fileprivate let signal = Atomic<Int32>(0)

    /// True once a request came.
    var isMade: Bool { signal.load(ordering: .relaxed) != 0 }
  }

  /// Begins to listen. A hang-up that is ignored already (nohup) stays so.
  init(signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]) {
    let requests = Request()
    self.requests = requests
    sources = signals.filter { $0 != SIGHUP || !Self.isIgnored($0) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        requests.signal.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  deinit { sources.forEach { $0.cancel() } }

  /// True once a request came.
  var isRequested: Bool { requests.isMade }

  /// True where the system asked for the end, and not the person.
  var isBySystem: Bool { isRequested && requests.signal.load(ordering: .relaxed) != SIGINT }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
