/// Lays a live view out on a screen of any size.
///
/// What matters most stays longest when there is little room: the figure, then the phase, then the
/// sensor and what was said; then tempo, keys and the trace.
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
    let message = [view.note, view.message].filter { !$0.isEmpty }
      .flatMap { Wording.wrapped($0, columns: columns) }.map(cut)
    let keys = isFair && !view.keys.isEmpty ? [cut(view.keys)] : []
    let detail: [String] =
      if view.isExplaining {
        fill(message, to: isRoomy ? 8 : isFair ? 4 : 2)
      } else {
        [bar(view)] + (isFair ? [cut(view.tempo)] : []) + fill(message, to: isRoomy ? 2 : 1)
          + blank(spaces) + trace(view.trace, rows: isRoomy ? 3 : isFair ? 1 : 0)
      }
    let below = detail + [sensor(view)] + keys
    let above = [head(view), toned(cut(view.phase), view.tone)] + blank(spaces)
    let room = rows - above.count - below.count - spaces
    guard room >= BigDigits.rows else { return small(view) }
    let middle = figure(view, rows: room) + blank(spaces)
    return fill(above + middle + below, to: rows)
  }

  /// Rows from which on everything has room.
  private static let roomyRows = 24
  private static let fairRows = 14
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
    let room = columns - view.place.count - 1
    guard room > 0 else { return style.strong(cut(view.title)) }
    let title = String(view.title.prefix(room))
    return style.strong(title)
      + String(repeating: " ", count: columns - title.count - view.place.count) + view.place
  }

  private func figure(_ view: LiveView, rows: Int) -> [String] {
    guard !view.figure.isEmpty else { return fill([cut(view.caption)], to: rows) }
    let caption = String(view.caption.prefix(max(0, columns / 2)))
    let beside = caption.isEmpty ? 0 : caption.count + Self.captionGap
    let scales = (1...max(1, rows / BigDigits.rows)).reversed()
    let scale =
      scales.first {
        BigDigits.columns(of: view.figure, scale: $0) + beside <= columns
      } ?? 1
    var lines = BigDigits.lines(view.figure, scale: scale, block: signs.block).map {
      toned(cut($0), view.tone)
    }
    let width = BigDigits.columns(of: view.figure, scale: scale)
    if !caption.isEmpty, width + beside <= columns {
      lines[lines.count - 1] += String(repeating: " ", count: Self.captionGap) + caption
    }
    let above = (rows - lines.count) / 2
    return fill(blank(above) + lines, to: rows)
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

  /// For terminals that know Unicode.
  package static let unicode = LiveSigns(
    block: "\u{2588}", rest: "\u{2591}",
    levels: (0x2581...0x2588).compactMap { Unicode.Scalar($0).map(Character.init) })
  /// For all others.
  package static let ascii = LiveSigns(block: "#", rest: ".", levels: [".", ":", "|"])
}
