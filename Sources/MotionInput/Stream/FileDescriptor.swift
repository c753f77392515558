import Glibc

/// An open file, pipe or terminal of the operating system, closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
  /// What came of waiting for bytes.
  enum Arrival: Hashable {
    case bytes(Int)
    case nothing
    case end
  }

  /// How long a read waits for bytes of a live stream, in milliseconds: short enough that Ctrl-C
  /// is answered at once, long enough to cost nothing.
  static let waitMilliseconds: Int32 = 100

  let number: Int32
  let path: String
  /// True for a regular file, which never has to be waited for.
  let isRegularFile: Bool
  private let isOwned: Bool

  /// Opens for reading. A FIFO without a writer opens at once; reads then wait for one.
  init(reading path: String, flags: Int32 = 0) throws(InputError) {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags)
    guard number >= 0 else { throw InputError.opening(path, code: errno) }
    let type = Self.fileType(number)
    guard type != S_IFDIR else {
      close(number)
      throw .directory(path: path)
    }
    self.init(number: number, path: path, isRegularFile: type == S_IFREG, isOwned: true)
  }

  /// What standard input is called in messages.
  static let standardInputName = "standard input"

  /// Standard input, which stays open.
  static func standardInput() -> FileDescriptor {
    FileDescriptor(
      number: STDIN_FILENO, path: standardInputName,
      isRegularFile: fileType(STDIN_FILENO) == S_IFREG, isOwned: false)
  }

  private init(number: Int32, path: String, isRegularFile: Bool, isOwned: Bool) {
    self.number = number
    self.path = path
    self.isRegularFile = isRegularFile
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(number) }
  }

  /// Reads what is there into `buffer`, after waiting at most `waitMilliseconds` for it.
  func read(into buffer: inout [UInt8]) throws(InputError) -> Arrival {
    if !isRegularFile, !isReady() { return .nothing }
    let count = buffer.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
    if count > 0 { return .bytes(count) }
    if count == 0 { return .end }
    switch errno {
    case EAGAIN, EINTR: return .nothing
    case EIO, ENODEV, ENXIO: return .end
    case EISDIR: throw .directory(path: path)
    default: throw .system(action: "read", path: path, code: errno)
    }
  }

  /// Locks an open file for as long as it is open; false where another program has.
  ///
  /// Where locks are not known, as on some network disks, it is used without.
  static func lock(_ number: Int32) -> Bool {
    flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Keeps other programs that ask, such as another session, from reading the same pipe or serial
  /// port: what one of them reads the others miss. Of a regular file each reads all.
  ///
  /// - Throws: `InputError.sourceInUse`.
  func claim() throws(InputError) {
    guard !isRegularFile else { return }
    guard Self.lock(number) else { throw .sourceInUse(path: path) }
  }

  /// True for a terminal, as serial ports are.
  var isTerminal: Bool { isatty(number) == 1 }

  /// Waits until a read would not block; false when time is up or a signal came.
  func isReady(withinMilliseconds wait: Int32 = waitMilliseconds) -> Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, wait) > 0
  }

  /// The path without symbolic links, as it was where nothing is there.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Bytes in it now, of a regular file.
  var size: Int {
    var status = stat()
    return fstat(number, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func fileType(_ number: Int32) -> mode_t {
    var status = stat()
    return fstat(number, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}
