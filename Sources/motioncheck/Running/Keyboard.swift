import Glibc
import MotionCore
import MotionInput

/// The keys of the terminal, read as they are pressed; put back as it was on every way out.
///
/// Where there is no terminal to read from, there are no keys.
final class Keyboard {
  private let descriptor: Int32
  private var decoder = KeyDecoder()

  /// Takes the terminal that is standard input, or the one behind the screen where standard input
  /// is the sensor.
  init?(isInputTaken: Bool) {
    if isInputTaken {
      guard isatty(STDOUT_FILENO) == 1 else { return nil }
      descriptor = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    } else {
      descriptor = isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : -1
    }
    guard descriptor >= 0 else { return nil }
    // A process in the background is not to take the keys of the one in front.
    let front = tcgetpgrp(descriptor)
    guard front < 0 || front == getpgrp() else { return nil }
    guard var state = TerminalRestoration.save(descriptor) else { return nil }
    // Keys come at once and are not shown. Ctrl-C stays what it is; Ctrl-Z and Ctrl-S would only
    // stop the measuring (0 is `_POSIX_VDISABLE` on Linux).
    state.c_lflag &= ~tcflag_t(ICANON | ECHO)
    state.c_iflag &= ~tcflag_t(IXON)
    withUnsafeMutableBytes(of: &state.c_cc) { $0[Int(VSUSP)] = 0 }
    guard tcsetattr(descriptor, TCSANOW, &state) == 0 else { return nil }
  }

  deinit { TerminalRestoration.restore() }

  /// What was asked for since the last call; waits for nothing.
  func intents() -> [GuideIntent] {
    var bytes = [UInt8](repeating: 0, count: 64)
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var count = 0
    if poll(&request, 1, 0) > 0, request.revents & Int16(POLLIN) != 0 {
      count = max(0, read(descriptor, &bytes, bytes.count))
    }
    return decoder.take(Array(bytes[..<count]), at: MonotonicClock.now())
  }
}
