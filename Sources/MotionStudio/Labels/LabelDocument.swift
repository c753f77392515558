import MotionCore
import MotionInput

/// A label file as it stands on the disk: its labels, and the lines in which they stand, so that
/// what is not touched is written back as it was.
struct LabelDocument: Sendable, Hashable {
  /// Nil where there is no file.
  let text: String?
  let labels: [Label]
  private let lines: [Label: String]
  private let columns: [String]
  private let comments: [String]

  /// Reads the file.
  ///
  /// - Throws: `InputError` when it cannot be read, or is no label file.
  init(path: String) throws(InputError) {
    try self.init(LabelFile.read(path), path: path)
  }

  /// Reads its text; nil where there is no file.
  init(_ text: String?, path: String) throws(InputError) {
    let rows = (text ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let parsed =
      try text.map { text throws(InputError) in
        try LabelFile.lines(in: text, path: path)
      } ?? []
    self.text = text
    labels = parsed.map(\.label)
    lines = Dictionary(
      parsed.map { ($0.label, rows[$0.number - 1]) }, uniquingKeysWith: { first, _ in first })
    comments = rows.filter { $0.hasPrefix("#") }
    let header = rows.first { !$0.hasPrefix("#") && $0.contains(",") }
    columns =
      header.map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
          .map { String($0.trimming(while: \.isWhitespace)) }
      } ?? LabelFile.columns
  }

  /// The text of the file with other labels in it; nil where nothing is left to be written.
  ///
  /// Comments stay, at the top; rows that are not changed stay as they are, with whatever columns
  /// somebody has added.
  func text(with labels: [Label]) -> String? {
    guard !labels.isEmpty || !comments.isEmpty else { return nil }
    let rows = labels.sorted(by: Label.isBefore).map { label in
      lines[label] ?? row(label)
    }
    return (comments + [columns.joined(separator: ",")] + rows).map { $0 + "\n" }.joined()
  }

  private func row(_ label: Label) -> String {
    let fields = LabelFile.fields(of: label)
    return columns.map { fields[$0] ?? "" }.joined(separator: ",")
  }
}

extension Label {
  /// The order in a file: by start, a set before what is in it.
  static func isBefore(_ a: Label, _ b: Label) -> Bool {
    a.start == b.start ? a.end > b.end : a.start < b.start
  }
}

extension Substring {
  fileprivate func trimming(while isOutside: (Character) -> Bool) -> Substring {
    var text = drop(while: isOutside)
    while let last = text.last, isOutside(last) { text.removeLast() }
    return text
  }
}
