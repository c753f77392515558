/// Forms of compressed files, told by the bytes that they begin with.
enum Compression: String, CaseIterable {
  case gzip
  case zip
  case bzip2
  case xz
  case zstd

  /// The form of a file that begins like this; nil for any other file.
  init?(beginning: Span<UInt8>) {
    guard let form = Self.allCases.first(where: { beginning.hasPrefix($0.signature) }) else {
      return nil
    }
    self = form
  }

  /// From RFC 1952, the ZIP application note, bzip2's source, the XZ file format, RFC 8878.
  private var signature: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .bzip2: [0x42, 0x5A, 0x68]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }
}

extension InputError {
  /// The error for a file that is not text, as far as its beginning tells why.
  static func notText(path: String, beginning: Span<UInt8>) -> InputError {
    guard let form = Compression(beginning: beginning) else { return .binary(path: path) }
    return .compressed(path: path, form: form.rawValue)
  }
}
