import MotionCore

/// What can be checked, for a person.
package enum CatalogueText {
  private static let idColumns = 18

  /// Every exercise: name and dose, what is done, where the sensor can be worn.
  package static func lines(_ exercises: [Exercise]) -> [String] {
    exercises.map { exercise in
      let name = padded(exercise.id) + exercise.title + (dose(exercise).map { ", \($0)" } ?? "")
      let sensor = Wording.list(exercise.placements.map(\.phrase), "or")
      return [name] + indented(exercise.summary) + indented("Sensor \(sensor).")
    }.joined(separator: [""]).map(\.self)
  }

  /// A programme's exercises in order with their doses.
  package static func lines(_ program: Program) -> [String] {
    let head = padded(program.id) + program.title
    return [head]
      + program.lines.flatMap { line in
        let dose = line.target.dose(of: line.exercise.kind)
        return indented(line.exercise.title + (dose.isEmpty ? "" : ", \(dose)") + sides(line))
      }
  }

  /// The thresholds of an exercise as comment lines of a YAML file.
  package static func thresholds(_ exercise: Exercise) -> [String] {
    let lines =
      switch exercise.parameters {
      case .cycle(let parameters): thresholds(parameters)
      case .hold(let parameters): thresholds(parameters)
      }
    return ["# What can be set under 'parameters:', with its usual value:"] + lines
  }

  private static func thresholds<Parameters: TunableParameters>(
    _ parameters: Parameters
  ) -> [String] {
    Parameters.fields.flatMap { field in
      [
        "#   \(field.name): \(parameters[keyPath: field.keyPath])",
        "#       \(field.summary); \(field.allowed.lowerBound) to \(field.allowed.upperBound)",
      ]
    }
  }

  private static func dose(_ exercise: Exercise) -> String? {
    exercise.dose.map { $0.dose(of: exercise.kind) + (exercise.isOneSided ? " each side" : "") }
  }

  private static func sides(_ line: Program.Line) -> String {
    let names = line.sides.compactMap { $0?.rawValue }
    let sides = names.isEmpty ? "" : ", \(names.joined(separator: " then "))"
    return sides + (line.sets > 1 ? ", \(line.sets) sets" : "")
  }

  private static func padded(_ id: String) -> String {
    id.count < idColumns ? id + String(repeating: " ", count: idColumns - id.count) : id + " "
  }

  private static func indented(_ text: String) -> [String] {
    Wording.wrapped(text, first: String(repeating: " ", count: idColumns))
  }
}
