/// Lays a live view out on a screen of any size.
///
/// What matters most stays longest when there is little room: the figure, then the phase, then the
/// sensor, what was said and the keys; then tempo and the trace. Words that do not fit follow in
/// turns.
package struct LiveLayout: Sendable {
  /// Smaller screens are not worth it: lines say more.
  package static let smallest = (columns: 40, rows: 12)

  private let columns: Int
  private let rows: Int
  private let style: TextStyle
  private let signs: LiveSigns

  /// A layout for a screen of this size.
  package init(columns: Int, rows: Int, style: TextStyle, signs: LiveSigns) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.style = style
    self.signs = signs
  }

  /// The rows of the screen, exactly as many as it has.
  package func lines(_ view: LiveView) -> [String] {
    let (isRoomy, isFair) = (rows >= Self.roomyRows, rows >= Self.fairRows)
    let spaces = isRoomy ? 1 : 0
    let above = [head(view), toned(cut(view.phase), view.tone)] + blank(spaces)
    let below = [sensor(view)] + (view.keys.isEmpty ? [] : [keys(view)])
    let between = rows - above.count - below.count
    if view.figure.isEmpty { return fill(above + message(view, rows: between) + below, to: rows) }
    let detail: [String] =
      if view.isExplaining {
        message(view, rows: isRoomy ? 8 : isFair ? 4 : 3)
      } else {
        [bar(view)] + (isFair ? [cut(view.tempo)] : []) + message(view, rows: 2)
          + blank(spaces) + trace(view.trace, rows: isRoomy ? 3 : isFair ? 1 : 0)
      }
    let room = between - detail.count - spaces
    guard room >= BigDigits.rows else { return small(view) }
    return fill(above + figure(view, rows: room) + blank(spaces) + detail + below, to: rows)
  }

  /// Rows from which on everything has room.
  private static let roomyRows = 24
  private static let fairRows = 14
  /// What has no room at once is shown in turns of this length, in seconds.
  private static let turnSeconds = 4.0
}

extension LiveLayout {
  /// For a screen that has become too small for large digits.
  private func small(_ view: LiveView) -> [String] {
    let count = [view.figure, view.caption].filter { !$0.isEmpty }.joined(separator: " ")
    let lines = [
      toned(cut([view.phase, count].joined(separator: " ")), view.tone), cut(view.title),
      sensor(view),
    ]
    return fill(lines, to: rows)
  }

  private func head(_ view: LiveView) -> String {
    let marks = String(view.marks.map { signs.mark($0) })
    let dots = "\(marks)  \(view.time)"
    let isFitting = !marks.isEmpty && view.title.count + dots.count < columns
    let place = isFitting ? dots : view.place
    let room = columns - place.count - 1
    guard room > 0 else { return style.strong(cut(view.title)) }
    let title = String(view.title.prefix(room))
    return style.strong(title)
      + String(repeating: " ", count: columns - title.count - place.count) + place
  }

  /// Note and message in so many rows; what has no room follows in turns.
  private func message(_ view: LiveView, rows: Int) -> [String] {
    let note = turn(of: Wording.wrapped(view.note, columns: columns), rows: rows / 2, view.clock)
    let text = turn(
      of: Wording.wrapped(view.message, columns: columns), rows: rows - note.count,
      view.messageSeconds)
    return fill((note + text).map(cut), to: rows)
  }

  private func turn(of lines: [String], rows: Int, _ seconds: Double) -> [String] {
    guard lines.contains(where: { !$0.isEmpty }), rows > 0 else { return [] }
    let turns = (lines.count + rows - 1) / rows
    let first = Int(seconds / Self.turnSeconds) % turns * rows
    return Array(lines[first..<min(lines.count, first + rows)])
  }

  /// As many keys as have room; the others follow in turns.
  private func keys(_ view: LiveView) -> String {
    var turns: [String] = []
    for key in view.keys {
      if let last = turns.last, last.count + 2 + key.count <= columns {
        turns[turns.count - 1] = "\(last)  \(key)"
      } else {
        turns.append(key)
      }
    }
    return cut(turns[Int(view.clock / Self.turnSeconds) % turns.count])
  }

  /// The figure, with the goal where both have room; always as large as the largest count needs.
  private func figure(_ view: LiveView, rows: Int) -> [String] {
    let largest = "\(view.goal)/\(view.goal)"
    let hasGoal =
      !view.goal.isEmpty && view.figure.count <= view.goal.count
      && BigDigits.columns(of: largest, scale: 1) <= columns
    let text = hasGoal ? "\(view.figure)/\(view.goal)" : view.figure
    let caption = hasGoal ? view.unit : String(view.caption.prefix(max(0, columns / 2)))
    let beside = caption.isEmpty ? 0 : caption.count + Self.captionGap
    let widest = hasGoal ? largest : text
    let needed = hasGoal ? 0 : beside
    let scale =
      (1...max(1, rows / BigDigits.rows)).reversed().first {
        BigDigits.columns(of: widest, scale: $0) + needed <= columns
      } ?? 1
    var lines = BigDigits.lines(text, scale: scale, block: signs.block).map {
      toned(cut($0), view.tone)
    }
    if !caption.isEmpty, BigDigits.columns(of: text, scale: scale) + beside <= columns {
      lines[lines.count - 1] += String(repeating: " ", count: Self.captionGap) + caption
    }
    return fill(blank((rows - lines.count) / 2) + lines, to: rows)
  }

  private static let captionGap = 3

  private func bar(_ view: LiveView) -> String {
    guard let progress = view.progress else { return "" }
    let done = Int((Double(columns) * max(0, min(1, progress))).rounded())
    return toned(
      String(repeating: signs.block, count: done)
        + String(repeating: signs.rest, count: columns - done), view.tone)
  }

  private func sensor(_ view: LiveView) -> String {
    let text = cut(view.sensor)
    return view.isSensorPoor ? style.caution(text) : text
  }

  /// The newest points, scaled to the largest of them.
  private func trace(_ points: [Double], rows: Int) -> [String] {
    guard rows > 0 else { return [] }
    let shown = points.suffix(columns)
    let top = max(Self.smallestTraceTop, shown.max() ?? 0)
    let steps = rows * signs.levels.count
    let heights = shown.map { Int(($0 / top * Double(steps - 1)).rounded()) + 1 }
    let pad = String(repeating: " ", count: columns - heights.count)
    return (0..<rows).reversed().map { row in
      pad
        + heights.map { height in
          let filled = height - row * signs.levels.count
          return filled <= 0
            ? " " : String(signs.levels[min(filled, signs.levels.count) - 1])
        }.joined()
    }
  }

  /// Movements smaller than this do not fill the trace, in degrees.
  private static let smallestTraceTop = 8.0

  private func toned(_ text: String, _ tone: LiveView.Tone) -> String {
    guard !text.isEmpty else { return text }
    return switch tone {
    case .calm: style.absent(text)
    case .active: style.good(text)
    case .attention: style.caution(text)
    }
  }

  private func cut(_ text: String) -> String { String(text.prefix(columns)) }

  private func blank(_ count: Int) -> [String] { Array(repeating: "", count: max(0, count)) }

  private func fill(_ lines: [String], to count: Int) -> [String] {
    Array((lines + blank(count - lines.count)).prefix(max(0, count)))
  }
}

/// The signs that a screen is drawn with.
package struct LiveSigns: Sendable {
  /// Fills digits and bars.
  let block: Character
  /// The part of a bar that is left.
  let rest: Character
  /// Heights of the trace, from the lowest.
  let levels: [Character]
  /// How sets stand: done, missed, running, to come.
  let marks: [Character]

  func mark(_ mark: LiveView.Mark) -> Character {
    switch mark {
    case .done: marks[0]
    case .missed: marks[1]
    case .present: marks[2]
    case .coming: marks[3]
    }
  }

  /// For terminals that know Unicode.
  package static let unicode = LiveSigns(
    block: "\u{2588}", rest: "\u{2591}",
    levels: (0x2581...0x2588).compactMap { Unicode.Scalar($0).map(Character.init) },
    marks: ["\u{25CF}", "\u{00B7}", "\u{25C9}", "\u{25CB}"])
  /// For all others.
  package static let ascii = LiveSigns(
    block: "#", rest: ".", levels: [".", ":", "|"], marks: ["*", "-", "@", "o"])
}
