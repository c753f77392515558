import MotionCore

/// Programmes as YAML files: exercises in order, with doses, sides, rests, placements and
/// parameters.
///
/// ```yaml
/// id: evening
/// title: Evening round
/// times-per-week: 3
/// patient: M. Example          # neither is needed
/// note: Stop where it hurts.
/// exercises:
///   - exercise: open-book        # an id of the catalogue
///     side: both                 # left, right, both or none; a list sets the order
///     sets: 1
///     reps: 10                   # repetitions, or holds of a held exercise
///     rest: 30                   # seconds after each set
///     placement: upper-arm
///   - exercise: wall-slide       # one's own: a kind, and whatever differs from its defaults
///     kind: hold
///     title: wall slide
///     reps: 5
///     hold: {min: 10, max: 20}   # seconds; a plain number is the minimum
///     parameters: {minimumRangeDegrees: 8}
/// ```
package enum ProgramFile {
  /// What may be prescribed.
  enum Allowed {
    static let sets = 1...20
    /// Sets of all exercises and sides together: hours of exercise.
    static let allSets = 500
    static let reps = 1...1000
    static let holdSeconds = 1.0...600
    static let restSeconds = 0.0...3600
    static let timesPerWeek = 1...70
    static let keys = [
      "version", "id", "title", "times-per-week", "patient", "note", "exercises",
    ]
  }

  /// The version of the form that is written and read.
  static let version = 1

  /// Reads a programme. Its id is the file's name where none is given.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func load(_ path: String) throws(InputError) -> Program {
    try program(YAMLValue.load(path), path)
  }

  /// Reads the programme that a recording carries; `path` is the recording's.
  ///
  /// - Throws: `InputError` as `load` does.
  package static func embedded(_ text: String, path: String) throws(InputError) -> Program {
    try program(YAMLValue.parse(text, path: path), path)
  }

  private static func program(_ file: YAMLValue, _ path: String) throws(InputError) -> Program {
    let values = try file.mapping(allowed: Allowed.keys)
    _ = try values["version"]?.count(version...version)
    guard let exercises = values["exercises"] else {
      throw file.error(found: "no 'exercises'", expected: "a list of exercises under that key")
    }
    var lines: [Program.Line] = []
    for entry in try exercises.list() { lines.append(try ProgramEntry(entry).line()) }
    guard !lines.isEmpty else { throw exercises.error(expected: "at least one exercise") }
    let id = try values["id"]?.text() ?? fileName(path)
    let sets = lines.reduce(0) { $0 + $1.sets * $1.sides.count }
    guard sets <= Allowed.allSets else {
      throw exercises.error(
        found: "\(sets) sets", expected: "at most \(Allowed.allSets) in one programme")
    }
    return Program(
      id: id, title: try values["title"]?.text() ?? id,
      timesPerWeek: try values["times-per-week"]?.count(Allowed.timesPerWeek),
      patient: try values["patient"]?.text(), note: try values["note"]?.text(), lines: lines)
  }

  private static func fileName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? path[...]
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
