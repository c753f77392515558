import MotionCore

/// Detection thresholds as a YAML file, as `tune` and `calibrate` write them.
///
/// ```yaml
/// version: 1
/// exercise: bent-over-row      # left out: for every exercise that is checked
/// parameters:                  # only what differs from the defaults
///   minimumRangeDegrees: 12    # degrees
/// source:                      # where the values come from; for people, nothing is set by it
///   recordings: 23
/// ```
package struct ParameterFile {
  private static let version = 1

  /// One line on where the values come from.
  package struct Fact: Sendable, Hashable {
    /// What it is about, such as `recordings`.
    package var name: String
    /// What is to be known of it.
    package var value: String

    /// A fact from its parts.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The exercise whose thresholds these are; nil for any.
  package let exercise: String?
  /// Where the values come from, as far as the file says it.
  package let source: [Fact]
  private let values: [YAMLValue]

  /// Reads a file.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func load(_ path: String) throws(InputError) -> ParameterFile {
    try ParameterFile(YAMLValue.load(path))
  }

  /// Reads the text of a file; `path` says in messages what it is called.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  package static func parse(_ text: String, path: String) throws(InputError) -> ParameterFile {
    try ParameterFile(YAMLValue.parse(text, path: path))
  }

  private init(_ file: YAMLValue) throws(InputError) {
    let keys = try file.mapping(allowed: ["version", "exercise", "parameters", "source"])
    _ = try keys["version"]?.count(Self.version...Self.version)
    exercise = try keys["exercise"]?.text()
    var source: [Fact] = []
    for fact in try keys["source"]?.pairs() ?? [] {
      source.append(Fact(fact.name, try fact.text()))
    }
    self.source = source
    guard let parameters = keys["parameters"] else {
      throw file.error(found: "no 'parameters'", expected: "names and values under that key")
    }
    values = try parameters.pairs()
    if let exercise, let name = keys["exercise"] {
      guard var known = Exercise.named(exercise) else {
        throw name.error(
          expected: "one of: \(Exercise.catalogue.map(\.id).joined(separator: ", "))")
      }
      try apply(to: &known)
    }
  }

  /// Sets the thresholds in an exercise; one that the file is not for stays as it is.
  ///
  /// - Throws: `InputError` for a threshold that this exercise does not have, or a value that is
  ///   not allowed.
  package func apply(to exercise: inout Exercise) throws(InputError) {
    guard self.exercise == nil || self.exercise == exercise.id else { return }
    for value in values { try value.set(in: &exercise.parameters) }
  }

  /// The text of a file with the thresholds of an exercise of the catalogue that differ from those
  /// it has by itself, each with its unit, its usual value and what is allowed.
  ///
  /// - Parameter source: where they come from.
  package static func text(of exercise: Exercise, source: [Fact] = []) -> String {
    let usual = Exercise.named(exercise.id)?.parameters
    var lines = ["version: \(version)", "exercise: \(YAMLText.quoted(exercise.id))"]
    let changed = exercise.parameters.described.filter { usual?[$0.name] != $0.value }
    lines.append(changed.isEmpty ? "parameters: {}" : "parameters:")
    for parameter in changed { lines += Self.lines(parameter, usual: usual?[parameter.name]) }
    if !source.isEmpty { lines.append("source:") }
    for fact in source { lines.append("  \(fact.name): \(YAMLText.quoted(fact.value))") }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ parameter: ParameterValue, usual: Double?) -> [String] {
    let unit = parameter.unit.isEmpty ? "a share" : "in \(parameter.unit)"
    let instead = usual.map { "usually \(YAMLValue.plain($0)), " } ?? ""
    let lowest = YAMLValue.plain(parameter.allowed.lowerBound)
    let highest = YAMLValue.plain(parameter.allowed.upperBound)
    return [
      "  # \(parameter.summary)",
      "  # \(unit), \(instead)allowed: \(lowest) to \(highest)",
      "  \(parameter.name): \(YAMLValue.plain(parameter.value))",
    ]
  }
}
