import Dispatch
import Glibc
import MotionInput
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

  /// Files that the system's event loop opens beside one for each signal, when it likes; where it
  /// cannot, it ends the program without a word.
  private static let filesOfEventLoop = 3

  /// Begins to listen. A hang-up that is ignored already (nohup) stays so.
  ///
  /// - Throws: `InputError.system` where too few files may be open for it.
  init(signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]) throws(InputError) {
    try Self.requireFiles(Self.filesOfEventLoop + signals.count)
    let requests = Request()
    self.requests = requests
    sources = signals.filter { $0 != SIGHUP || !Self.isIgnored($0) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        requests.signal.store(number, ordering: .relaxed)
        signal(number, TerminalRestoration.endBySignal)
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

  /// Sees to it that so many more files may be open.
  private static func requireFiles(_ count: Int) throws(InputError) {
    let opened = (0..<count).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
    let code = errno
    for number in opened where number >= 0 { close(number) }
    guard opened.contains(where: { $0 < 0 }) else { return }
    throw .system(action: "begin", path: "the session", code: code)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
