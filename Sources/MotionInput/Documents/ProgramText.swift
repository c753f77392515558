import MotionCore

extension ProgramFile {
  /// The programme as a YAML file that loads back to an equal programme: something to start one's
  /// own from.
  package static func text(of program: Program) -> String {
    let head: [Pair] = [
      ("version", "\(version)"), ("id", YAMLText.quoted(program.id)),
      ("title", YAMLText.quoted(program.title)),
      ("times-per-week", program.timesPerWeek.map { "\($0)" }),
      ("patient", program.patient.map(YAMLText.quoted)),
      ("note", program.note.map(YAMLText.quoted)),
    ]
    let written = head.compactMap { name, value in value.map { "\(name): \($0)" } }
    return (written + ["exercises:"] + program.lines.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  private static func lines(_ line: Program.Line) -> [String] {
    let pairs =
      exercise(line.exercise) + [sides(line)] + target(line.target)
      + [
        ("sets", "\(line.sets)"), ("rest", YAMLValue.plain(line.restSeconds)),
        ("placement", line.placement?.rawValue), ("parameters", parameters(line.exercise)),
      ]
    let written = pairs.compactMap { name, value in value.map { "\(name): \($0)" } }
    return written.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
  }

  private typealias Pair = (name: String, value: String?)

  private static func exercise(_ exercise: Exercise) -> [Pair] {
    let id: Pair = ("exercise", YAMLText.quoted(exercise.id))
    guard Exercise.named(exercise.id) == nil else { return [id] }
    return [
      id, ("kind", exercise.kind.rawValue), ("title", YAMLText.quoted(exercise.title)),
      ("summary", YAMLText.quoted(exercise.summary)),
      ("placements", "[\(exercise.placements.map(\.rawValue).joined(separator: ", "))]"),
    ]
  }

  private static func sides(_ line: Program.Line) -> Pair {
    let value =
      switch line.sides {
      case [nil]: line.exercise.isOneSided ? "none" : nil as String?
      case [.left, .right]: "both"
      default: "[\(line.sides.map { $0?.rawValue ?? "none" }.joined(separator: ", "))]"
      }
    return ("side", value)
  }

  private static func target(_ target: Target) -> [Pair] {
    let hold = target.holdSeconds.map(YAMLValue.plain)
    let longest = target.holdSecondsMax.map(YAMLValue.plain)
    let range = hold.flatMap { min in longest.map { "{min: \(min), max: \($0)}" } }
    return [("reps", target.reps.map { "\($0)" }), ("hold", range ?? hold)]
  }

  /// The thresholds that differ from those the exercise has by itself.
  private static func parameters(_ exercise: Exercise) -> String? {
    let usual = usualParameters(exercise).values
    let changed = exercise.parameters.values.filter { name, value in
      !usual.contains { $0 == (name, value) }
    }
    guard !changed.isEmpty else { return nil }
    return "{\(changed.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}"
  }

  private static func usualParameters(_ exercise: Exercise) -> DetectionParameters {
    if let known = Exercise.named(exercise.id) { return known.parameters }
    return exercise.kind == .cycle ? .cycle(CycleParameters()) : .hold(HoldParameters())
  }
}

/// Texts as they are written in YAML.
enum YAMLText {
  /// The text as it is where it is plainly a text, else between quotes.
  static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -_,.'()/".contains($0) }
      && !["true", "false", "yes", "no", "on", "off", "null"].contains(text.lowercased())
    guard !isPlain else { return text }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case _ where scalar.value < 0x20: " "
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
