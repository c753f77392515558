import Glibc
import Synchronization

/// Puts the terminal back as it was, whichever way the program ends: also by a signal that nobody
/// handles, and by a fault of the program's own. Only a kill that cannot be caught is left out.
enum TerminalRestoration {
  /// Signals by which a program ends of itself.
  private static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT]

  private final class Saved: Sendable {
    /// The terminal's descriptor; negative while there is nothing to put back.
    let descriptor = Atomic<Int32>(-1)
    /// Address of a `termios`, which is never freed, so that a signal handler may read it at any
    /// time.
    let state = Atomic<UInt>(0)
    let showsScreen = Atomic(false)
    /// Standard error as it was, and where what was written to it meanwhile can be read; negative
    /// while nothing was changed.
    let errors = Atomic<Int32>(-1)
    let written = Atomic<Int32>(-1)
  }

  private static let saved = Saved()
  /// Colours off, long lines wrapped, cursor on, the screen that was there before (xterm, `rmcup`).
  private static let leaving: StaticString = "\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// Remembers how a terminal is now; before the first change.
  static func save(_ descriptor: Int32) -> termios? {
    var state = termios()
    guard tcgetattr(descriptor, &state) == 0 else { return nil }
    let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    kept.initialize(to: state)
    saved.state.store(UInt(bitPattern: kept), ordering: .releasing)
    saved.descriptor.store(descriptor, ordering: .releasing)
    heedFaults()
    return state
  }

  /// Notes that another screen is shown, which must be left.
  static func noteScreen() {
    saved.showsScreen.store(true, ordering: .releasing)
    heedFaults()
  }

  /// Has what is written to standard error go into a pipe, whose end for reading is returned; nil
  /// where that cannot be.
  static func catchErrors() -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    saved.written.store(ends[0], ordering: .releasing)
    saved.errors.store(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3), ordering: .releasing)
    dup2(ends[1], STDERR_FILENO)
    close(ends[1])
    return ends[0]
  }

  private static func heedFaults() {
    for number in faults { signal(number, endBySignal) }
  }

  /// Puts back what was changed. Safe to call more than once, and in a signal handler.
  static func restore() {
    if saved.showsScreen.exchange(false, ordering: .acquiringAndReleasing) {
      _ = write(STDOUT_FILENO, leaving.utf8Start, leaving.utf8CodeUnitCount)
    }
    let errors = saved.errors.exchange(-1, ordering: .acquiringAndReleasing)
    if errors >= 0 {
      dup2(errors, STDERR_FILENO)
      close(errors)
      passOnErrors(from: saved.written.load(ordering: .acquiring))
    }
    let descriptor = saved.descriptor.exchange(-1, ordering: .acquiringAndReleasing)
    if descriptor >= 0,
      let state = UnsafeMutablePointer<termios>(
        bitPattern: saved.state.load(ordering: .acquiring))
    {
      tcsetattr(descriptor, TCSANOW, state)
    }
  }

  /// Passes on what nobody has read: without allocating, since this may be a signal handler.
  private static func passOnErrors(from descriptor: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      while case let count = read(descriptor, buffer.baseAddress, buffer.count), count > 0 {
        _ = write(STDERR_FILENO, buffer.baseAddress, count)
      }
    }
  }

  /// For `signal`: restores, and ends the program as the signal does by itself.
  static let endBySignal: @convention(c) (Int32) -> Void = { number in
    TerminalRestoration.restore()
    signal(number, SIG_DFL)
    raise(number)
  }
}
