import CArchive
import Glibc

/// Archives for tests.
enum ArchiveWriter {
  /// Forms that are written.
  enum Form: CaseIterable {
    case zip
    case tarGzip
    case tarZstd
    case tarXz

    var ending: String {
      switch self {
      case .zip: ".zip"
      case .tarGzip: ".tar.gz"
      case .tarZstd: ".tar.zst"
      case .tarXz: ".tar.xz"
      }
    }
  }

  /// Writes files into a new archive.
  static func write(_ files: [(name: String, bytes: [UInt8])], _ form: Form, to path: String) {
    let archive = archive_write_new()
    switch form {
    case .zip: archive_write_set_format_zip(archive)
    case .tarGzip, .tarZstd, .tarXz: archive_write_set_format_pax_restricted(archive)
    }
    switch form {
    case .zip: break
    case .tarGzip: archive_write_add_filter_gzip(archive)
    case .tarZstd: archive_write_add_filter_zstd(archive)
    case .tarXz: archive_write_add_filter_xz(archive)
    }
    archive_write_open_filename(archive, path)
    for file in files {
      let entry = archive_entry_new()
      archive_entry_set_pathname(entry, file.name)
      archive_entry_set_size(entry, la_int64_t(file.bytes.count))
      archive_entry_set_filetype(entry, 0o100_000)
      archive_entry_set_perm(entry, 0o600)
      archive_write_header(archive, entry)
      _ = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      archive_entry_free(entry)
    }
    archive_write_free(archive)
  }
}
