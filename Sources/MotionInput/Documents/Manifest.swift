import MotionCore

/// A list of labelled recordings, as `tune` and `evaluate` take it.
package enum Manifest {
  /// One labelled recording.
  package struct Entry: Sendable, Hashable {
    /// The recording, relative to where the program runs.
    package var path: String
    /// The recording as the manifest names it.
    package var file: String
    /// Who did it; nil where it is not said.
    package var subject: String?
    /// The exercise's id to check it as.
    package var checkAs: String
    /// The true number of repetitions or holds: as a person sees it in the signal where that was
    /// noted, else as it was logged; nil where it is unknown.
    package var reps: Int?
    /// Where the sensor was worn.
    package var placement: Placement?
    /// Every other column that is filled in, by name.
    package var others: [String: String]
    /// The manifest that names it.
    package var manifest: String
    /// Its line there.
    package var line: Int

    /// A recording that no manifest names.
    package init(recording path: String, checkAs: String) {
      self.path = path
      file = path
      self.checkAs = checkAs
      others = [:]
      manifest = path
      line = 1
    }

    init(
      path: String, file: String, subject: String?, checkAs: String, reps: Int?,
      placement: Placement?, others: [String: String], manifest: String, line: Int
    ) {
      self.path = path
      self.file = file
      self.subject = subject
      self.checkAs = checkAs
      self.reps = reps
      self.placement = placement
      self.others = others
      self.manifest = manifest
      self.line = line
    }

    /// The error for what stands in a column.
    package func wrong(_ column: String, _ text: String, expected: String) -> InputError {
      .document(path: manifest, line: line, found: "\(column) '\(text)'", expected: expected)
    }
  }

  private static let known = ["file", "subject", "check_as", "reps", "visible", "placement"]

  /// Reads a manifest, in the order of the file.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func load(_ path: String) throws(InputError) -> [Entry] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var entries: [Entry] = []
    for row in try CSVTable(path: path, needed: ["file", "check_as"]).rows {
      entries.append(try entry(row, folder: folder))
    }
    guard !entries.isEmpty else {
      throw .unsuitable(path: path, found: "a header and no row", expected: "a row a recording")
    }
    return entries
  }

  private static func entry(_ row: CSVTable.Row, folder: String) throws(InputError) -> Entry {
    let file = try row.text("file")
    let logged = try row.count("reps")
    return Entry(
      path: file.hasPrefix("/") ? file : folder + file, file: file, subject: row["subject"],
      checkAs: try row.text("check_as"), reps: try row.count("visible") ?? logged,
      placement: try row.word("placement"), others: row.others(than: known), manifest: row.path,
      line: row.line)
  }
}

extension CSVTable.Row {
  /// Every filled field of another column, by the column's name.
  fileprivate func others(than known: [String]) -> [String: String] {
    var others: [String: String] = [:]
    for column in columnNames where !known.contains(column) { others[column] = self[column] }
    return others
  }
}
