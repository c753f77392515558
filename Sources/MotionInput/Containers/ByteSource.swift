import Glibc

/// Where the bytes of one recording come from: a file, a pipe, a member of an archive, memory.
protocol ByteSource: AnyObject {
  /// The path, for messages.
  var path: String { get }
  /// True where a read never has to wait for a writer.
  var isComplete: Bool { get }
  /// What must be said of the bytes themselves, such as that the file grew while it was read.
  var notices: [String] { get }
  /// Reads what is there, after waiting a moment for it.
  func read(into buffer: inout [UInt8]) throws(InputError) -> FileDescriptor.Arrival
}

extension ByteSource {
  var notices: [String] { [] }

  /// The first bytes, at most `count`; of a source that is complete.
  func head(_ count: Int) throws(InputError) -> [UInt8] {
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while head.count < count, case .bytes(let read) = try self.read(into: &buffer) {
      head += buffer[..<read]
    }
    return Array(head.prefix(count))
  }
}

/// A file or pipe of the operating system.
///
/// Of a regular file what was there when it was opened is read: one that grows is a recording still
/// running, whose last rows would not be whole.
final class FileBytes: ByteSource {
  private let descriptor: FileDescriptor
  private let size: Int
  private var taken = 0
  private(set) var notices: [String] = []

  init(_ descriptor: consuming FileDescriptor) {
    size = descriptor.isRegularFile ? descriptor.size : .max
    self.descriptor = descriptor
  }

  var path: String { descriptor.path }
  var isComplete: Bool { descriptor.isRegularFile }

  func read(into buffer: inout [UInt8]) throws(InputError) -> FileDescriptor.Arrival {
    guard taken < size || size == 0 else { return end() }
    switch try descriptor.read(into: &buffer) {
    case .bytes(let count):
      let used = size == 0 ? count : min(count, size - taken)
      taken += used
      return .bytes(used)
    case .nothing: return .nothing
    case .end: return end()
    }
  }

  private func end() -> FileDescriptor.Arrival {
    guard isComplete, size > 0, notices.isEmpty else { return .end }
    if taken < size {
      notices = ["\(path): became shorter while it was read; what was cut off is not in here"]
    } else if descriptor.size > size {
      notices = ["\(path): grew while it was read; what came after the start is not in here"]
    }
    return .end
  }
}

/// Bytes that are at hand.
final class MemoryBytes: ByteSource {
  let path: String
  private let bytes: [UInt8]
  private var taken = 0

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  var isComplete: Bool { true }

  func read(into buffer: inout [UInt8]) throws(InputError) -> FileDescriptor.Arrival {
    let count = min(buffer.count, bytes.count - taken)
    guard count > 0 else { return .end }
    buffer.replaceSubrange(..<count, with: bytes[taken..<taken + count])
    taken += count
    return .bytes(count)
  }
}

/// A source of which the first bytes were looked at already.
final class ResumedBytes: ByteSource {
  private let source: any ByteSource
  private var head: ArraySlice<UInt8>

  init(_ head: [UInt8], then source: any ByteSource) {
    self.head = head[...]
    self.source = source
  }

  var path: String { source.path }
  var isComplete: Bool { source.isComplete }
  var notices: [String] { source.notices }

  func read(into buffer: inout [UInt8]) throws(InputError) -> FileDescriptor.Arrival {
    guard !head.isEmpty else { return try source.read(into: &buffer) }
    let piece = head.prefix(buffer.count)
    buffer.replaceSubrange(..<piece.count, with: piece)
    head = head.dropFirst(piece.count)
    return .bytes(piece.count)
  }
}
