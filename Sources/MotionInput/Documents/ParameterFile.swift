import MotionCore

/// Detection thresholds as a YAML file, as `tune` writes them.
///
/// ```yaml
/// version: 1
/// exercise: bent-over-row      # left out: for every exercise that is checked
/// parameters:
///   minimumRangeDegrees: 12
/// ```
public struct ParameterFile {
  private static let version = 1

  /// The exercise whose thresholds these are; nil for any.
  public let exercise: String?
  private let values: [YAMLValue]

  /// Reads a file.
  ///
  /// - Throws: `InputError` that names the line, what was found and what is allowed.
  public static func load(_ path: String) throws(InputError) -> ParameterFile {
    try ParameterFile(path)
  }

  private init(_ path: String) throws(InputError) {
    let file = try YAMLValue.load(path)
    let keys = try file.mapping(allowed: ["version", "exercise", "parameters"])
    _ = try keys["version"]?.count(Self.version...Self.version)
    exercise = try keys["exercise"]?.text()
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
  public func apply(to exercise: inout Exercise) throws(InputError) {
    guard self.exercise == nil || self.exercise == exercise.id else { return }
    for value in values { try value.set(in: &exercise.parameters) }
  }

  /// The text of a file with all thresholds of this exercise.
  public static func text(of exercise: Exercise) -> String {
    let lines =
      ["version: \(version)", "exercise: \(YAMLText.quoted(exercise.id))", "parameters:"]
      + exercise.parameters.values.map { "  \($0.name): \($0.value)" }
    return lines.map { $0 + "\n" }.joined()
  }
}
