/// Forms of archives and compressed files, recognised by the bytes that they begin with.
enum ArchiveForm: String, CaseIterable {
  case gzip
  case zip
  case bzip2
  case xz
  case zstd
  case sevenZip = "7z"
  case rar
  case tar

  /// So many bytes of a file are enough to recognise it.
  static let signatureBytes = 512

  /// The form of a file that begins like this; nil for any other file.
  init?(beginning: Span<UInt8>) {
    let form = Self.allCases.first { form in
      form.signatures.contains { beginning.has($0, at: form.signatureOffset) }
    }
    guard let form else { return nil }
    self = form
  }

  /// From RFC 1952, the ZIP application note (with and without members), bzip2's source, the XZ
  /// file format, RFC 8878, the 7z and RAR signatures, POSIX.1-1988.
  private var signatures: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .bzip2: [[0x42, 0x5A, 0x68]]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]]
    case .zstd: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .sevenZip: [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
    case .rar: [[0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]]
    case .tar: [Array("ustar".utf8)]
    }
  }

  private var signatureOffset: Int { self == .tar ? 257 : 0 }

  /// Endings that say no more than the form.
  static let endings = [".gz", ".gzip", ".zst", ".xz", ".bz2", ".tgz", ".zip", ".tar", ".7z"]
}

/// Workbooks of spreadsheet programs, whose export must be asked for.
enum Workbook {
  /// The header of compound files, such as `.xls` ([MS-CFB], 2.2).
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  /// Members by which archives are workbooks: Office Open XML and OpenDocument.
  private static let members = ["[Content_Types].xml", "content.xml"]

  /// True for a file that begins like an `.xls`.
  static func begins(_ bytes: Span<UInt8>) -> Bool { bytes.has(compoundFile, at: 0) }

  /// True for an archive that holds these members.
  static func holds(_ names: [String]) -> Bool { names.contains(where: members.contains) }
}

extension InputError {
  /// The error for a file that is not text, as far as its beginning tells why.
  static func notText(path: String, beginning: Span<UInt8>) -> InputError {
    if Workbook.begins(beginning) { return .workbook(path: path) }
    guard let form = ArchiveForm(beginning: beginning) else { return .binary(path: path) }
    return .compressed(path: path, form: form.rawValue)
  }
}

extension Span<UInt8> {
  /// True where these bytes stand at `offset`.
  func has(_ bytes: [UInt8], at offset: Int) -> Bool {
    count >= offset + bytes.count && bytes.indices.allSatisfy { self[offset + $0] == bytes[$0] }
  }
}
