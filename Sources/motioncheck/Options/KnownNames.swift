import ArgumentParser
import MotionCore
import MotionInput

extension Exercise {
  /// The exercise of this id, or a usage error that lists what there is.
  static func required(_ id: String) throws(ValidationError) -> Exercise {
    if let exercise = named(id) { return exercise }
    throw ValidationError(
      Suggestion.message(for: id, what: "exercise", allowed: catalogue.map(\.id)))
  }
}

extension Program {
  /// True for what `--program` takes for the path of a file.
  static func isFile(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// What `--program` names: a file or a built-in programme.
  static func chosen(_ name: String) throws -> Program {
    isFile(name) ? try ProgramFile.load(name) : try required(name)
  }

  /// The built-in programme of this id, or a usage error that lists what there is.
  static func required(_ id: String) throws(ValidationError) -> Program {
    if let program = named(id) { return program }
    throw ValidationError(
      Suggestion.message(for: id, what: "programme", allowed: builtIn.map(\.id))
        + ", or the path of a .yaml file")
  }
}
