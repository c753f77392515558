import Dispatch
import Glibc

/// A file that grows, brought to the disk behind the writer's back: a slow disk must not keep the
/// reader of a sensor waiting (the kernel keeps only about 64 ms of its events).
final class OutputFile: Sendable {
  private let path: String
  private let number: Int32
  private let isOwned: Bool
  private let disk = DispatchQueue(label: "motioncheck.recording")

  /// Creates the file; `-` is standard output.
  init(path: String, replacing: Bool) throws(InputError) {
    self.path = path
    isOwned = path != "-"
    guard isOwned else {
      number = STDOUT_FILENO
      return
    }
    let creation = replacing ? O_TRUNC : O_EXCL
    number = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | creation, 0o644)
    guard number >= 0 else {
      throw errno == EEXIST
        ? .outputExists(path: path) : .system(action: "create", path: path, code: errno)
    }
  }

  deinit {
    if isOwned && number >= 0 { close(number) }
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(InputError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(action: "write", path: path, code: errno) }
      written += count
    }
  }

  /// Asks for the bytes written so far to reach the disk soon.
  func sync() {
    disk.async { [self] in _ = fdatasync(number) }
  }

  /// Waits until the disk has everything.
  func finish() throws(InputError) {
    let code = disk.sync { fsync(number) == 0 ? 0 : errno }
    // Pipes and terminals have no disk to reach.
    guard code == 0 || code == EINVAL || code == EROFS || code == ENOTSUP else {
      throw .system(action: "write", path: path, code: code)
    }
  }
}
