import MotionCore

/// The text form of a marker, the part of a comment line after `# marker `:
/// `12.345 set-start bent-over-row left 2`, `set-end`, `pain 4`, `gap`.
enum MarkerLine {
  /// Word that makes a comment line a marker.
  static let keyword = "marker"

  /// The marker that the words after the keyword describe, or nil.
  static func parse(words: [Substring]) -> Marker? {
    guard words.count >= 2, let time = nanoseconds(words[0]) else { return nil }
    guard let kind = kind(word: words[1], arguments: words.dropFirst(2)) else { return nil }
    return Marker(nanoseconds: time, kind: kind)
  }

  /// The words after the time.
  static func render(_ kind: Marker.Kind) -> String {
    switch kind {
    case .setStart(let exercise, let side, let number):
      ["set-start", exercise, side?.rawValue, number.map(String.init)]
        .compactMap(\.self).joined(separator: " ")
    case .setEnd: "set-end"
    case .pain(let level?): "pain \(level)"
    case .pain(nil): "pain"
    case .gap(let reason?): "gap \(reason.rawValue)"
    case .gap(nil): "gap"
    }
  }

  private static func nanoseconds(_ word: Substring) -> Int64? {
    let bytes = Array(word.utf8)
    var position = 0
    guard let decimal = Decimal.scan(bytes.span, at: &position), position == bytes.count else {
      return nil
    }
    guard let time = decimal.nanoseconds(in: .seconds),
      time.magnitude <= RecordingGrid.latestNanoseconds.magnitude
    else { return nil }
    return RecordingGrid.round(nanoseconds: time)
  }

  private static func kind(word: Substring, arguments: ArraySlice<Substring>) -> Marker.Kind? {
    let arguments = Array(arguments)
    switch (word, arguments.count) {
    case ("set-start", 1...3): return setStart(String(arguments[0]), arguments[1...])
    case ("set-end", 0): return .setEnd
    case ("pain", 0): return .pain(level: nil)
    case ("pain", 1):
      guard let level = Int(arguments[0]), (0...10).contains(level) else { return nil }
      return .pain(level: level)
    case ("gap", 0): return .gap()
    case ("gap", 1): return GapReason(rawValue: String(arguments[0])).map { .gap(reason: $0) }
    default: return nil
    }
  }

  /// A side, a number, or both in this order may follow the exercise.
  private static func setStart(
    _ exercise: String, _ arguments: ArraySlice<Substring>
  ) -> Marker.Kind? {
    let side = arguments.first.flatMap { Side(rawValue: String($0)) }
    let rest = arguments.dropFirst(side == nil ? 0 : 1)
    guard let word = rest.first else { return .setStart(exercise: exercise, side: side) }
    guard rest.count == 1, let number = Int(word), number >= 1 else { return nil }
    return .setStart(exercise: exercise, side: side, number: number)
  }
}
