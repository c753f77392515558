import Glibc

/// A file that grows by whole rows, or standard output.
///
/// Not more than one program writes a regular file at a time: it is locked as long as it is open.
final class OutputFile: Sendable {
  let path: String
  /// Where it lies: at its path, or beside it; nil where it has no name yet.
  private let place: String?
  private let number: Int32
  private let isOwned: Bool

  /// What it is called in messages.
  private var name: String { isOwned ? path : "standard output" }

  /// Creates the file; `-` is standard output. An older one is emptied once no other program writes
  /// it.
  ///
  /// - Throws: `InputError.outputExists`, `.recordingInUse`, or `.unsuitable` or `.system` when it
  ///   cannot be created.
  init(path: String, replacing: Bool) throws(InputError) {
    self.path = path
    place = path
    isOwned = path != "-"
    guard isOwned else {
      number = STDOUT_FILENO
      return
    }
    let kind = OutputPlace(path)
    let (creation, links) = (replacing ? 0 : O_EXCL, kind == .stream ? 0 : O_NOFOLLOW)
    number = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | creation | links, Self.ownersOnly)
    guard number >= 0 else {
      switch errno {
      case EEXIST: throw .outputExists(path: path)
      case ELOOP: throw .linkedOutput(path)
      default: throw .system(action: "create", path: path, code: errno)
      }
    }
    // A device or a pipe holds nothing that a second writer could destroy.
    guard kind != .stream else { return }
    try lock()
    // What is written is for its owner, whoever could read the older one.
    guard fchmod(number, Self.ownersOnly) == 0 || isWithoutModes, ftruncate(number, 0) == 0 else {
      throw .system(action: "write", path: path, code: errno)
    }
  }

  /// True where a file of one's own cannot be given a mode, after an attempt: on a stick or a share
  /// that knows none, and is mounted for its owner or for all.
  private var isWithoutModes: Bool {
    let isRefused = [EPERM, ENOTSUP, ENOSYS].contains(errno)
    var status = stat()
    return isRefused && fstat(number, &status) == 0 && status.st_uid == geteuid()
  }

  /// Creates a file in the folder of `path`, by which it goes in messages, that takes its place with
  /// `takePlace`. Until then it has no name, so that nothing is left of it when the program is killed,
  /// or where a file system has no such files, one of its own.
  ///
  /// - Throws: `InputError.system` when it cannot be created.
  init(beside path: String) throws(InputError) {
    self.path = path
    isOwned = true
    let unnamed = open(
      Self.folder(of: path), Self.withoutName | O_WRONLY | O_CLOEXEC, Self.ownersOnly)
    if unnamed >= 0, access(Self.handle(of: unnamed), F_OK) == 0 {
      (number, place) = (unnamed, nil)
      return
    }
    if unnamed >= 0 { close(unnamed) }
    let own = Self.ownName(beside: path)
    number = open(own, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, Self.ownersOnly)
    place = own
    guard number >= 0 else { throw .system(action: "create", path: path, code: errno) }
  }

  /// `O_TMPFILE`, which the header writes in a way that Swift does not read (<asm-generic/fcntl.h>).
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  private static func handle(of number: Int32) -> String { "/proc/self/fd/\(number)" }

  /// A name in the folder of a path that nobody can know.
  private static func ownName(beside path: String) -> String {
    "\(folder(of: path))/.motioncheck-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  }

  /// Gives the file its path as a name.
  ///
  /// - Parameter replacing: whether it takes the place of an older one; where that is not, and one
  ///   has come meanwhile, it stays.
  /// - Throws: `InputError.outputExists`, or `.system` when that fails.
  func takePlace(replacing: Bool) throws(InputError) {
    if place == nil, !replacing { return try link(to: path) }
    let own = place ?? Self.ownName(beside: path)
    if place == nil { try link(to: own) }
    guard rename(own, path) == 0 else {
      let code = errno
      unlink(own)
      throw .system(action: "write", path: path, code: code)
    }
  }

  private func link(to name: String) throws(InputError) {
    guard linkat(AT_FDCWD, Self.handle(of: number), AT_FDCWD, name, AT_SYMLINK_FOLLOW) != 0 else {
      return
    }
    throw errno == EEXIST
      ? .outputExists(path: path) : .system(action: "write", path: path, code: errno)
  }

  /// Leaves nothing of a file that has not taken its place.
  func discard() { if let place { unlink(place) } }

  /// Health data is nobody else's.
  private static let ownersOnly: mode_t = 0o600

  /// Opens a file to write on at its end.
  ///
  /// - Throws: `InputError.recordingInUse`, or `.missing` or `.system` when it cannot be opened.
  init(continuing path: String) throws(InputError) {
    self.path = path
    place = path
    isOwned = true
    number = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard number >= 0 else {
      throw errno == ENOENT
        ? .missing(path: path) : .system(action: "write to", path: path, code: errno)
    }
    try lock()
  }

  private func lock() throws(InputError) {
    guard FileDescriptor.lock(number) else { throw .recordingInUse(path: path) }
  }

  deinit {
    if isOwned && number >= 0 { close(number) }
  }

  /// Writes all bytes, or of whole rows as many as there is room for.
  ///
  /// - Throws: `InputError.system`; what a reader finds then ends with a whole row.
  func write(_ bytes: [UInt8]) throws(InputError) {
    var bytes = bytes
    try write(from: &bytes)
  }

  /// The same, and keeps in `bytes` what there was no room for.
  func write(from bytes: inout [UInt8]) throws(InputError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        let code = errno
        written -= cutRow(after: bytes[..<written])
        bytes.removeFirst(written)
        throw .system(action: "write", path: name, code: code)
      }
      written += count
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Sees to it that everything written so far is on the disk.
  ///
  /// - Throws: `InputError.system`, or `.recordingRemoved` when nobody will find it there.
  func sync() throws(InputError) {
    // Pipes and terminals have no disk to reach.
    guard fdatasync(number) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) else {
      throw .system(action: "write", path: name, code: errno)
    }
    var status = stat()
    guard place == nil || !isOwned || fstat(number, &status) != 0 || status.st_nlink > 0 else {
      throw .recordingRemoved(path: path)
    }
  }

  /// Sees to it that the file's name is on the disk, too.
  func syncFolder() {
    let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard isOwned, folder >= 0 else { return }
    _ = fsync(folder)
    close(folder)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// The last bytes, at most this many.
  func end(bytes count: Int) -> [UInt8] {
    let size = lseek(number, 0, SEEK_END)
    guard size > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(count, size))
    let read = bytes.withUnsafeMutableBytes {
      pread(number, $0.baseAddress, $0.count, size - $0.count)
    }
    return Array(bytes.prefix(max(0, read)))
  }

  /// Takes away what stands behind the last line end of the file's `end`; gives how many bytes.
  @discardableResult func cutRow(after end: ArraySlice<UInt8>) -> Int {
    let torn =
      end.count - (end.lastIndex(of: UInt8(ascii: "\n")).map { $0 - end.startIndex + 1 } ?? 0)
    let size = lseek(number, 0, SEEK_END)
    guard isOwned, torn > 0, size >= torn, ftruncate(number, size - torn) == 0 else { return 0 }
    // What comes next stands behind the last whole row, not behind a hole.
    lseek(number, 0, SEEK_END)
    return torn
  }

  /// When it was last written to, in nanoseconds since 1970.
  var lastWrite: Int64 {
    var status = stat()
    guard fstat(number, &status) == 0 else { return 0 }
    return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }
}
