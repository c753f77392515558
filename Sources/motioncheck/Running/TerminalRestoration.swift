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
  }

  private static let saved = Saved()
  /// Colours off, cursor on, the screen that was there before (xterm, `rmcup`).
  private static let leaving: StaticString = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  /// Remembers how a terminal is now; before the first change.
  static func save(_ descriptor: Int32) -> termios? {
    var state = termios()
    guard tcgetattr(descriptor, &state) == 0 else { return nil }
    let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    kept.initialize(to: state)
    saved.state.store(UInt(bitPattern: kept), ordering: .releasing)
    saved.descriptor.store(descriptor, ordering: .releasing)
    for number in faults { signal(number, endBySignal) }
    return state
  }

  /// Notes that another screen is shown, which must be left.
  static func noteScreen(_ isShown: Bool) { saved.showsScreen.store(isShown, ordering: .releasing) }

  /// Puts back what was changed. Safe to call more than once, and in a signal handler.
  static func restore() {
    if saved.showsScreen.exchange(false, ordering: .acquiringAndReleasing) {
      _ = write(STDOUT_FILENO, leaving.utf8Start, leaving.utf8CodeUnitCount)
    }
    let descriptor = saved.descriptor.exchange(-1, ordering: .acquiringAndReleasing)
    if descriptor >= 0,
      let state = UnsafeMutablePointer<termios>(
        bitPattern: saved.state.load(ordering: .acquiring))
    {
      tcsetattr(descriptor, TCSANOW, state)
    }
  }

  /// For `signal`: restores, and ends the program as the signal does by itself.
  static let endBySignal: @convention(c) (Int32) -> Void = { number in
    TerminalRestoration.restore()
    signal(number, SIG_DFL)
    raise(number)
  }
}
