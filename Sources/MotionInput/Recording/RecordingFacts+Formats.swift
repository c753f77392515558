extension RecordingFacts {
  /// What the project's own recordings are called.
  package static let ownFormat = MotioncheckFormat.title
}

/// Every format that is read, with how to get it out of its app.
package enum KnownFormats {
  /// One format.
  package struct Entry: Sendable, Hashable {
    /// What it is called.
    package var title: String
    /// How to get such a recording, in two lines.
    package var export: [String]
  }

  /// All of them by name; any other table comes last.
  package static var all: [Entry] {
    let entries = RecordingFormats.all.dropLast().map { Entry(title: $0.title, export: $0.export) }
    let others = RecordingFormats.all.suffix(1).map { Entry(title: $0.title, export: $0.export) }
    return entries.sorted { $0.title.lowercased() < $1.title.lowercased() } + others
  }

  /// Containers that are opened.
  package static let containers =
    "a file, a folder, zip, gzip, xz, zstd, bzip2, tar or 7z; ARCHIVE:NAME names one file of several"
}
