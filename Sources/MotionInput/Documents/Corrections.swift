/// Labelled counts that were looked at again: what a person sees in the plotted signal.
///
/// A CSV file with the columns `file` and `labelled` as the manifest has them, `visible` (the count
/// that is seen; empty where it cannot be told exactly) and `sure`: `yes` where the plot leaves no
/// reasonable doubt that the label is wrong, `no` where it is only doubted.
package struct Corrections: Sendable {
  private static let columns = ["file", "labelled", "visible", "sure"]

  private enum Sure: String, CaseIterable {
    case yes
    case no
  }

  private let rows: [CSVTable.Row]

  /// Reads them.
  ///
  /// - Throws: `InputError` when the file cannot be read or a column is missing.
  package init(path: String) throws(InputError) {
    rows = try CSVTable(path: path, needed: Self.columns).rows
  }

  /// The entries of a manifest with `visible` for the labelled count where `sure` is `yes`, and
  /// with no count where `visible` is empty then.
  ///
  /// The executions in the column events go with the label that is wrong: they do not add up to
  /// the corrected count.
  ///
  /// - Throws: `InputError` that names the line where a recording is not in the manifest, is there
  ///   with another count, stands twice, or where a field is not of its kind.
  package func applied(to entries: [Manifest.Entry]) throws(InputError) -> [Manifest.Entry] {
    var entries = entries
    let places = Dictionary(grouping: entries.indices) { entries[$0].file }
    var seen: Set<String> = []
    for row in rows {
      let file = try row.text("file")
      guard seen.insert(file).inserted else { throw row.wrong("file", expected: "each file once") }
      guard let here = places[file] else {
        throw row.wrong("file", expected: "a recording that the manifest names")
      }
      for place in here { try correct(&entries[place], by: row) }
    }
    return entries
  }

  private func correct(_ entry: inout Manifest.Entry, by row: CSVTable.Row) throws(InputError) {
    guard let labelled = try row.count("labelled"), labelled == entry.reps else {
      let count = entry.reps.map { "\($0)" } ?? "no count"
      throw row.wrong("labelled", expected: "\(count), as in the manifest")
    }
    guard let sure: Sure = try row.word("sure") else {
      throw row.wrong("sure", expected: "one of: yes, no")
    }
    let visible = try row.count("visible")
    guard sure == .yes else { return }
    entry.reps = visible
    entry.others["events"] = nil
  }
}
