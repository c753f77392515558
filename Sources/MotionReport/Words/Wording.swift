import MotionCore

/// Figures and lists the way a person reads them.
package enum Wording {
  /// Widest line of a text.
  package static let columns = 80

  /// A figure with a fixed number of decimals.
  package static func fixed(_ value: Double, decimals: Int = 0) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    guard let steps = Int(exactly: (abs(value) * Double(scale)).rounded()) else {
      return String(value)
    }
    let sign = value < 0 && steps > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(steps)" }
    let fraction = String(steps % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(steps / scale).\(zeros)\(fraction)"
  }

  /// A short time, `5.2 s`.
  package static func seconds(_ value: Double) -> String { fixed(value, decimals: 1) + " s" }

  /// A share in percent, `6 %`.
  package static func percent(_ fraction: Double) -> String { fixed(fraction * 100) + " %" }

  /// A figure as it was asked for, `15` or `2.5`.
  package static func prescribed(_ value: Double) -> String {
    fixed(value, decimals: value == value.rounded() ? 0 : 1)
  }

  /// A length of time, `0.4 s` or `41 s` or `12 min 5 s` or `1 h 0 min`.
  package static func duration(_ seconds: Double) -> String {
    let total = Int(exactly: seconds.rounded()) ?? 0
    return switch total {
    case ..<10: self.seconds(seconds)
    case ..<60: "\(total) s"
    case ..<3600: "\(total / 60) min \(total % 60) s"
    default: "\(total / 3600) h \(total % 3600 / 60) min"
    }
  }

  /// A point in the recording, `1:05` or `1:02:05`.
  package static func clock(_ seconds: Double) -> String {
    let total = Int(exactly: seconds.rounded(.down)) ?? 0
    let padded = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return total < 3600
      ? "\(total / 60):\(padded(total % 60))"
      : "\(total / 3600):\(padded(total % 3600 / 60)):\(padded(total % 60))"
  }

  /// A number with its noun, `1 gap` or `2 gaps`.
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// What may be taken for an exercise.
  package static func alternative(_ alternative: Confidence.Alternative) -> String {
    switch alternative {
    case .walking: "walking"
    case .unsteady: "a movement and no position that was held"
    case .otherMovement: "another exercise or movement"
    case .everydayMovement: "everyday movement"
    }
  }

  /// A list in a sentence, `a, b or c`.
  package static func list(_ items: [String], _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// The text with its first letter large.
  package static func sentenceStart(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The text broken into lines of at most `columns`; `first` opens the first line, and the others
  /// are indented as far.
  package static func wrapped(
    _ text: String, first: String = "", columns: Int = columns
  ) -> [String] {
    wrapped(text.split(separator: " ").map(String.init), first: first, columns: columns)
  }

  /// A list with commas broken into lines like a text, but never inside of an item.
  package static func wrapped(
    list items: [String], first: String = "", columns: Int = columns
  ) -> [String] {
    // Of a single item the words may part: it is a sentence.
    guard items.count > 1 else {
      return wrapped(items.first ?? "", first: first, columns: columns)
    }
    return wrapped(
      items.dropLast().map { $0 + "," } + items.suffix(1), first: first, columns: columns)
  }

  /// The text, filled up with blanks; a longer one gets one.
  static func padded(_ text: String, to width: Int) -> String {
    text.count < width ? text + String(repeating: " ", count: width - text.count) : text + " "
  }

  private static func wrapped(
    _ words: [String], first: String, columns: Int = columns
  ) -> [String] {
    let indent = String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line: String?
    for word in words {
      if let begun = line, begun.count + 1 + word.count <= columns {
        line = "\(begun) \(word)"
      } else {
        if let line { lines.append(line) }
        line = (lines.isEmpty && line == nil ? first : indent) + word
      }
    }
    return lines + [line ?? first]
  }
}

extension ExerciseKind {
  /// What is counted, for a narrow column.
  var noun: String {
    switch self {
    case .cycle: "rep"
    case .hold: "hold"
    }
  }
}

extension PlannedSet {
  /// The exercise with its side and which of several sets it is, `open book, left, set 2 of 3`.
  package var title: String {
    exercise.title + (side.map { ", \($0.rawValue)" } ?? "")
      + (of > 1 ? ", set \(number) of \(of)" : "")
  }

  /// What was done of what was asked, `4 of 10 reps`, or `4 reps` where nothing was.
  func done(_ count: Int) -> String {
    let noun = exercise.kind.noun
    return target?.reps.map { "\(count) of \(Wording.count($0, noun))" }
      ?? Wording.count(count, noun)
  }
}

extension Target {
  /// How long each hold is asked to be, `15 to 30 s`; nil for repetitions.
  package var holdRange: String? {
    guard let holdSeconds else { return nil }
    guard let holdSecondsMax else { return Wording.prescribed(holdSeconds) + " s" }
    return "\(Wording.prescribed(holdSeconds)) to \(Wording.prescribed(holdSecondsMax)) s"
  }

  /// What is asked for, `10 reps` or `3 holds of 15 to 30 s`; empty where nothing is.
  func dose(of kind: ExerciseKind) -> String {
    let movements = reps.map { Wording.count($0, kind.noun) }
    guard let holdRange else { return movements ?? "" }
    return "\(movements ?? "holds") of \(holdRange)"
  }
}

extension Placement {
  /// Where the sensor sits, in a sentence.
  package var phrase: String {
    switch self {
    case .upperArm: "on the upper arm"
    case .wrist: "on the wrist"
    case .shoulder: "on top of the shoulder"
    case .upperBack: "on the upper back"
    }
  }
}
