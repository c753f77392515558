import Glibc
import MotionInput
import MotionReport

/// Where text goes: a descriptor written without a buffer, so that a live line shows at once.
struct TextStream: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool

  /// Where results go.
  static func standardOutput() -> TextStream {
    TextStream(descriptor: STDOUT_FILENO, name: "standard output", isOwned: false)
  }

  /// Where everything else goes.
  static func standardError() -> TextStream {
    TextStream(descriptor: STDERR_FILENO, name: "standard error", isOwned: false)
  }

  /// A file that is made anew, or replaced.
  ///
  /// - Parameter name: what it is called in messages; nil for its path.
  init(creating path: String, mode: mode_t = 0o666, name: String? = nil) throws(InputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw .system(action: "create", path: name ?? path, code: errno)
    }
    self.init(descriptor: descriptor, name: name ?? path, isOwned: true)
  }

  private init(descriptor: Int32, name: String, isOwned: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// True when a person may be looking at it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// How many letters a line of the terminal has; nil where there is none, or it does not say.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Colours for a terminal, unless the person asked for none (no-color.org).
  var style: TextStyle {
    let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return isTerminal && !isRefused ? .terminal : .plain
  }

  /// Writes lines, each with its end.
  func write(lines: [String]) throws(InputError) {
    try write(lines.map { $0 + "\n" }.joined())
  }

  /// Writes all of a text.
  func write(_ text: String) throws(InputError) { try write(Array(text.utf8)) }

  /// Sees to it that what was written is on the disk, where there is one.
  func sync() throws(InputError) {
    guard fdatasync(descriptor) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) else {
      throw .system(action: "write", path: name, code: errno)
    }
  }

  /// Writes all of these bytes.
  func write(_ bytes: [UInt8]) throws(InputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .system(action: "write", path: name, code: errno)
      }
    }
  }

  /// Writes what may be lost without harm, such as progress.
  func note(_ text: String) { try? write(text) }
}
