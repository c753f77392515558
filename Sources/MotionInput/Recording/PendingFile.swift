import Glibc

/// A file that takes its place, and that of an older one, only when it is whole.
///
/// Until then it lies beside its place without a name, so that no link leads it astray. A full disk,
/// an error or a kill on the way leaves the older one as it was. What it holds is health data: it is
/// for its owner. Streams are written directly.
package struct PendingFile: ~Copyable {
  private let file: OutputFile
  private let replacing: Bool
  private var isPending: Bool

  /// Begins the file; `-` is standard output.
  ///
  /// - Parameter replacing: whether a file that exists is replaced.
  /// - Throws: `InputError.outputExists`, or `.unsuitable` or `.system` where nothing can be written.
  package init(path: String, replacing: Bool = true) throws(InputError) {
    let (file, isPending) = try Self.begin(path, replacing: replacing)
    self.file = file
    self.replacing = replacing
    self.isPending = isPending
  }

  deinit {
    if isPending { file.discard() }
  }

  private static func begin(
    _ path: String, replacing: Bool
  ) throws(InputError) -> (OutputFile, isPending: Bool) {
    let place = OutputPlace(path)
    guard replacing || place == .nothing || path == "-" else { throw .outputExists(path: path) }
    switch place {
    case .stream: return (try OutputFile(path: path, replacing: true), false)
    case .link: throw .linkedOutput(path)
    case .file:
      guard access(path, W_OK) == 0 else {
        throw .system(action: "write", path: path, code: errno)
      }
      try requireUnused(path)
    case .nothing: break
    }
    return (try OutputFile(beside: path), true)
  }

  /// A recording is not replaced while another session writes it.
  private static func requireUnused(_ path: String) throws(InputError) {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else { return }
    defer { close(number) }
    guard FileDescriptor.lock(number) else { throw .recordingInUse(path: path) }
  }

  /// Writes all of these bytes.
  ///
  /// - Throws: `InputError.system`, such as on a full disk.
  package func write(_ bytes: [UInt8]) throws(InputError) { try file.write(bytes) }

  /// Waits until the disk has everything, and gives the file its name.
  ///
  /// - Throws: `InputError.system` when that fails.
  package mutating func commit() throws(InputError) {
    try file.sync()
    guard isPending else { return }
    try file.takePlace(replacing: replacing)
    isPending = false
  }

  /// Writes a file of this text.
  ///
  /// - Throws: as `init`, `write` and `commit` do.
  package static func write(
    _ text: String, to path: String, replacing: Bool = true
  ) throws(InputError) {
    var file = try PendingFile(path: path, replacing: replacing)
    try file.write(Array(text.utf8))
    try file.commit()
  }
}
