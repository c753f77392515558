import CArchive
import Glibc

/// An open archive, read from its beginning to its end by libarchive; nothing touches the disk.
struct Archive: ~Copyable {
  /// Larger contents are no recordings, in bytes: a day of a sensor at 100 Hz has under 1 GB.
  static let mostBytes: Int64 = 4 << 30
  /// Beyond this many bytes it is looked at how much they shrank.
  static let unquestionedBytes: Int64 = 64 << 20
  /// Rows of a sensor shrink to a tenth; what shrinks more than this was made to harm.
  static let largestRatio: Int64 = 250
  /// More members are no recording.
  static let mostMembers = 10_000

  private static let blockBytes = 65_536

  private let handle: OpaquePointer
  private let path: String
  private var taken: Int64 = 0
  private var members = 0
  /// The bytes of an archive that came through a pipe; its own, freed with it.
  private let memory: UnsafeMutableRawBufferPointer?

  /// Opens an archive of the disk.
  init(path: String) throws(InputError) {
    let handle = try Self.opened(path) { archive_read_open_filename($0, path, Self.blockBytes) }
    self.init(handle, path: path, memory: nil)
  }

  /// Opens an archive that is in memory.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    memory.copyBytes(from: bytes)
    do throws(InputError) {
      let handle = try Self.opened(path) {
        archive_read_open_memory($0, memory.baseAddress, memory.count)
      }
      self.init(handle, path: path, memory: memory)
    } catch {
      memory.deallocate()
      throw error
    }
  }

  private init(_ handle: OpaquePointer, path: String, memory: UnsafeMutableRawBufferPointer?) {
    self.handle = handle
    self.path = path
    self.memory = memory
  }

  deinit {
    archive_read_free(handle)
    memory?.deallocate()
  }

  private static func opened(
    _ path: String, by open: (OpaquePointer) -> Int32
  ) throws(InputError) -> OpaquePointer {
    guard let handle = archive_read_new() else {
      throw .archive(path: path, reason: "there is no memory to unpack it")
    }
    archive_read_support_filter_all(handle)
    archive_read_support_format_all(handle)
    archive_read_support_format_raw(handle)
    archive_read_support_format_empty(handle)
    let result = open(handle)
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN else {
      let error = fault(of: handle, path: path)
      archive_read_free(handle)
      throw error
    }
    return handle
  }

  /// The name of the next member that is a file; nil at the end.
  mutating func nextMember() throws(InputError) -> String? {
    var entry: OpaquePointer?
    while true {
      let result = archive_read_next_header(handle, &entry)
      if result == ARCHIVE_EOF { return nil }
      try check(result)
      members += 1
      guard members <= Self.mostMembers else {
        throw .archive(path: path, reason: "holds more than \(Self.mostMembers) files")
      }
      try checkSize()
      guard let entry, archive_entry_filetype(entry) & S_IFMT != S_IFDIR else { continue }
      guard archive_entry_is_encrypted(entry) == 0 else {
        throw .archive(path: path, reason: "is encrypted; unpack it with its password")
      }
      return Self.name(of: entry)
    }
  }

  /// The next bytes of the member; 0 at its end.
  mutating func read(into buffer: inout [UInt8]) throws(InputError) -> Int {
    let count = buffer.withUnsafeMutableBytes {
      archive_read_data(handle, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw fault() }
    taken += Int64(count)
    try checkSize()
    return count
  }

  private static func name(of entry: OpaquePointer) -> String? {
    (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry))
      .map { String(cString: $0) } ?? "data"
  }

  private func checkSize() throws(InputError) {
    let packed = max(1, archive_filter_bytes(handle, -1))
    let unpacked = max(taken, archive_filter_bytes(handle, 0))
    guard unpacked <= Self.mostBytes else {
      throw .archive(path: path, reason: "holds more than \(Self.mostBytes >> 30) GB")
    }
    guard unpacked < Self.unquestionedBytes || unpacked / packed <= Self.largestRatio else {
      throw .archive(
        path: path,
        reason: "unpacks to more than \(Self.largestRatio) times its size, as no recording does")
    }
  }

  private func check(_ result: Int32) throws(InputError) {
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw fault() }
  }

  private func fault() -> InputError { Self.fault(of: handle, path: path) }

  private static func fault(of handle: OpaquePointer, path: String) -> InputError {
    let said = archive_error_string(handle).map { String(cString: $0) } ?? "is damaged"
    return .archive(
      path: path, reason: "cannot be unpacked (\(said)); it may be cut off: copy or export it again"
    )
  }
}

/// One member of an archive as it is unpacked.
final class MemberBytes: ByteSource {
  let path: String
  private var archive: Archive

  /// Goes on with a member that `nextMember` has just named.
  init(_ archive: consuming Archive, path: String) {
    self.archive = archive
    self.path = path
  }

  var isComplete: Bool { true }

  func read(into buffer: inout [UInt8]) throws(InputError) -> FileDescriptor.Arrival {
    let count = try archive.read(into: &buffer)
    return count > 0 ? .bytes(count) : .end
  }
}
