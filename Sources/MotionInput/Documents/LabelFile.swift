import MotionCore

/// `NAME.labels.csv` beside a recording: what truly happened in it.
package enum LabelFile {
  /// The columns of a file that this program writes.
  package static let columns = ["start", "end", "exercise", "side", "kind", "count"]

  /// Where the labels of this recording stand.
  package static func path(forRecording path: String) -> String {
    let stem = path.hasSuffix("/") ? String(path.dropLast()) : path
    let ending = ([".csv"] + ArchiveForm.endings).first(where: stem.hasSuffix)
    return stem.dropLast(ending?.count ?? 0) + suffix
  }

  private static let suffix = ".labels.csv"

  /// False for the name of a label file, which is no recording.
  package static func isRecordingName(_ name: String) -> Bool { !name.hasSuffix(suffix) }

  /// Reads the labels, in the order of the file.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func load(_ path: String) throws(InputError) -> [Label] {
    try lines(path).map(\.label)
  }

  /// A label and where it stands in its file.
  package struct Line: Sendable, Hashable {
    /// Number of the line, from 1.
    package var number: Int
    /// What it says.
    package var label: Label
  }

  /// Reads the labels with the numbers of their lines, in the order of the file.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func lines(_ path: String) throws(InputError) -> [Line] {
    try lines(in: TextFile.read(path), path: path)
  }

  /// Reads the labels in a file's text, with the numbers of their lines.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func lines(in text: String, path: String) throws(InputError) -> [Line] {
    var lines: [Line] = []
    for row in try CSVTable(text, path: path, needed: columns).rows {
      lines.append(Line(number: row.line, label: try label(row)))
    }
    return lines
  }

  /// The text of a file of labels; nil where there is none.
  ///
  /// - Throws: `InputError` when it cannot be read.
  package static func read(_ path: String) throws(InputError) -> String? {
    do {
      return try TextFile.read(path)
    } catch .missing {
      return nil
    }
  }

  /// A label as the fields of a row.
  package static func fields(of label: Label) -> [String: String] {
    [
      "start": "\(label.start)", "end": "\(label.end)", "exercise": label.exercise,
      "side": label.side?.rawValue ?? "", "kind": label.kind.rawValue,
      "count": label.count.map { "\($0)" } ?? "",
    ]
  }

  /// The text of a label file.
  package static func text(of labels: [Label]) -> String {
    let rows = labels.map { label in
      let fields = fields(of: label)
      return columns.map { fields[$0] ?? "" }.joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + rows).map { $0 + "\n" }.joined()
  }

  private static func label(_ row: CSVTable.Row) throws(InputError) -> Label {
    guard let kind: Label.Kind = try row.word("kind") else {
      throw row.wrong("kind", expected: "one of: set, rep, hold")
    }
    guard let start = try row.number("start"), let end = try row.number("end"), start <= end else {
      throw row.wrong("end", expected: "start and end in seconds, end not before start")
    }
    return Label(
      start: start, end: end, exercise: try row.text("exercise"), side: try row.word("side"),
      kind: kind, count: try row.count("count"))
  }
}
