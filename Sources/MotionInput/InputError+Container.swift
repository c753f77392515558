extension InputError {
  /// The message of an error about an archive, a folder, or files that belong together.
  var containerMessage: String {
    switch self {
    case .workbook(let path):
      "\(path): is a workbook of a spreadsheet program; export it as CSV (in the app: CSV instead "
        + "of Excel; in the spreadsheet: save as CSV) and give that"
    case .archive(let path, let reason): "\(path): \(reason)"
    case .noMember(let path, let member, let found):
      "\(path): holds no '\(member)'; in it are: \(Self.listed(found))"
    case .severalRecordings(let path, let names):
      "\(path): holds \(names.count) recordings; name one: "
        + Self.listed(names.map { Self.place($0, in: path) })
    case .severalGyroscopes(let path, let recording, let names):
      "\(path): holds \(names.count) gyroscopes beside '\(recording)': \(Self.listed(names)); give "
        + "that file, and its own gyroscope with --gyroscope FILE"
    case .noRecording(let path, 0, _):
      "\(path): is empty; expected the files of a recording ('motioncheck formats' lists them)"
    case .noRecording(let path, let files, let why):
      "\(path): none of its \(files) \(files == 1 ? "file" : "files") is a recording of a worn sensor"
        + (why.map { "; the nearest: \($0)" } ?? "; 'motioncheck formats' lists what is read")
    case .notSameTime(let path, let span, let other, let otherSpan):
      "\(path): was recorded \(span), and \(other) \(otherSpan): two files of one recording must be "
        + "of the same time"
    default: ""
    }
  }

  /// More names than this are not listed.
  private static let mostNames = 8

  private static func listed(_ names: [String]) -> String {
    names.prefix(mostNames).joined(separator: ", ") + (names.count > mostNames ? ", ..." : "")
  }

  /// How a file in a folder or an archive is named on the command line.
  private static func place(_ name: String, in path: String) -> String {
    ArchiveForm.endings.contains(where: path.lowercased().hasSuffix)
      ? "\(path):\(name)" : "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(name)"
  }
}
