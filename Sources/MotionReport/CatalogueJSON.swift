import MotionCore

/// What can be checked, for other programs: a JSON array of exercises.
package enum CatalogueJSON {
  /// The exercises on one line, without its end.
  package static func line(_ exercises: [Exercise]) -> String {
    JSON.array(exercises.map(exercise)).rendered
  }

  private static func exercise(_ exercise: Exercise) -> JSON {
    [
      "id": .string(exercise.id),
      "title": .string(exercise.title),
      "summary": .string(exercise.summary),
      "kind": .string(exercise.kind.rawValue),
      "oneSided": .bool(exercise.isOneSided),
      "dose": JSON(exercise.dose),
      "placements": .array(exercise.placements.map { .string($0.rawValue) }),
      "parameters": .object(
        exercise.parameters.values.map { JSON.Member(key: $0.name, value: .number($0.value)) }),
    ]
  }
}

extension JSON {
  /// A target as reports and lists write it; null where there is none.
  init(_ target: Target?) {
    guard let target else {
      self = .null
      return
    }
    self = [
      "reps": JSON(target.reps),
      "holdSeconds": JSON(target.holdSeconds),
      "holdSecondsMax": JSON(target.holdSecondsMax),
    ]
  }
}
