/// The beginning of a text as formats look at it: its lines, its name, and the files beside it.
struct TextHead {
  /// So many bytes are looked at before it is decided how a recording is read.
  static let bytes = 131_072
  /// Lines that are looked at; a preamble and the first seconds of rows.
  private static let mostLines = 3000

  /// One line, without its end.
  struct Line {
    /// Its number in the file, from 1.
    var number: Int
    var text: String
  }

  /// Where the text is, for messages.
  let path: String
  /// The file's own name.
  let name: String
  /// The whole lines with something in them, but for comments of a canonical recording.
  let lines: [Line]
  /// True where nothing follows.
  let isWhole: Bool
  /// What separates the lines.
  let lineEnd: UInt8
  /// The text of a small file beside this one, by the end of its name; nil where there is none.
  let neighbour: (String) -> String?
  /// The lines as a table, taken apart once for all formats that look at it; nil where no line
  /// names columns.
  private(set) var table = Result<MotionTable?, InputError>.success(nil)

  /// Takes what was read so far.
  ///
  /// - Parameter isWhole: true where nothing follows, so that the last line has its end.
  init(
    path: String, name: String? = nil, bytes: Span<UInt8>, isWhole: Bool,
    neighbour: @escaping (String) -> String? = { _ in nil }
  ) {
    self.path = path
    self.name = name ?? Self.lastPart(of: path)
    self.neighbour = neighbour
    self.isWhole = isWhole
    let newline = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    let end =
      bytes.contains(newline) ? newline : bytes.contains(carriageReturn) ? carriageReturn : newline
    lineEnd = end
    lines = Self.lines(bytes, end: end, isWhole: isWhole)
    table = read()
  }

  /// The same text with other lines in its place.
  init(_ head: TextHead, lines: [Line]) {
    path = head.path
    name = head.name
    isWhole = head.isWhole
    lineEnd = head.lineEnd
    neighbour = head.neighbour
    self.lines = lines
    table = read()
  }

  private func read() -> Result<MotionTable?, InputError> {
    do throws(InputError) { return .success(try MotionTable(self)) } catch {
      return .failure(error)
    }
  }

  /// What stands below the line at this place.
  func following(_ place: Int) -> TextHead {
    TextHead(self, lines: Array(lines[(place + 1)...]))
  }

  private static func lines(_ bytes: Span<UInt8>, end: UInt8, isWhole: Bool) -> [Line] {
    var lines: [Line] = []
    var start = bytes.hasPrefix([0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count, lines.count < mostLines {
      let stop = bytes.firstIndex(of: end, from: start)
      guard stop != nil || isWhole else { break }
      number += 1
      let text = bytes.text(start..<(stop ?? bytes.count)).trimmed {
        $0 == "\r" || $0 == " " || $0 == "\r\n"
      }
      if !text.isEmpty { lines.append(Line(number: number, text: text)) }
      start = (stop ?? bytes.count) + 1
    }
    return lines
  }

  /// What comes after the last folder, and after the name of an archive.
  static func lastPart(of path: String) -> String {
    String(path.split { $0 == "/" || $0 == ":" }.last ?? path[...])
  }

  /// The first lines that are no comments, `count` of them at most.
  func content(_ count: Int) -> ArraySlice<Line> {
    lines.filter { !$0.text.hasPrefix("#") }.prefix(count)
  }
}
