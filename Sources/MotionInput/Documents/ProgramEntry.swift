import MotionCore

/// One exercise of a programme file.
struct ProgramEntry {
  private static let keys = [
    "exercise", "kind", "title", "summary", "placements", "side", "sets", "reps", "hold", "rest",
    "placement", "parameters",
  ]
  /// Keys that describe an exercise of one's own.
  private static let ownKeys = ["title", "summary", "placements"]

  private let entry: YAMLValue
  private let values: [String: YAMLValue]

  init(_ entry: YAMLValue) throws(InputError) {
    self.entry = entry
    values = try entry.mapping(allowed: Self.keys)
  }

  /// The line of the programme that the entry describes.
  func line() throws(InputError) -> Program.Line {
    let sides = try self.sides()
    let exercise = try self.exercise(sides: sides)
    return Program.Line(
      exercise: exercise,
      sides: sides ?? (exercise.isOneSided ? [.left, .right] : [nil]),
      sets: try values["sets"]?.count(ProgramFile.Allowed.sets) ?? 1,
      target: try target(of: exercise),
      restSeconds: try values["rest"]?.number(ProgramFile.Allowed.restSeconds) ?? 30,
      placement: try values["placement"]?.word())
  }

  private func exercise(sides: [Side?]?) throws(InputError) -> Exercise {
    guard let name = values["exercise"] else {
      throw entry.error(found: "an entry without 'exercise'", expected: "the id of an exercise")
    }
    var exercise =
      if let kind = values["kind"] {
        try own(name, kind: kind.word(), sides: sides)
      } else {
        try known(name)
      }
    if let parameters = values["parameters"] {
      for value in try parameters.pairs() { try value.set(in: &exercise.parameters) }
    }
    return exercise
  }

  private func known(_ name: YAMLValue) throws(InputError) -> Exercise {
    guard let exercise = try Exercise.named(name.text()) else {
      let id = try name.text()
      let guess = Suggestion.nearest(to: id, in: Exercise.catalogue.map(\.id))
      throw name.error(
        found: "exercise: '\(id)'" + (guess.map { " (did you mean '\($0)'?)" } ?? ""),
        expected: "one of: \(Exercise.catalogue.map(\.id).joined(separator: ", ")); "
          + "or 'kind: cycle' or 'kind: hold' beside it, to make it your own")
    }
    if let value = Self.ownKeys.lazy.compactMap({ values[$0] }).first {
      throw value.error(
        found: "'\(value.name)' for \(exercise.id)",
        expected: "'\(value.name)' only with 'kind', for an exercise of your own")
    }
    return exercise
  }

  private func own(
    _ name: YAMLValue, kind: ExerciseKind, sides: [Side?]?
  ) throws(InputError) -> Exercise {
    let id = try name.text()
    guard Exercise.named(id) == nil else {
      throw name.error(
        expected: "no 'kind', since \(id) is a known exercise, or another name for your own")
    }
    let title = try values["title"]?.text() ?? id
    var placements = Placement.allCases
    if let listed = values["placements"] {
      placements = []
      for value in try listed.list() { placements.append(try value.word()) }
    }
    return Exercise(
      id: id, title: title, summary: try values["summary"]?.text() ?? title,
      isOneSided: sides?.contains { $0 != nil } ?? false, dose: nil, placements: placements,
      parameters: kind == .cycle ? .cycle(CycleParameters()) : .hold(HoldParameters()))
  }

  private func target(of exercise: Exercise) throws(InputError) -> Target {
    var target = exercise.dose ?? Target(reps: nil)
    if let reps = values["reps"] { target.reps = try reps.count(ProgramFile.Allowed.reps) }
    guard let hold = values["hold"] else { return target }
    guard case .hold(let parameters) = exercise.parameters else {
      throw hold.error(
        found: "'hold' for \(exercise.id), which is counted",
        expected: "'hold' only for held exercises")
    }
    let longest = min(parameters.maximumHoldSeconds, ProgramFile.Allowed.holdSeconds.upperBound)
    let allowed = ProgramFile.Allowed.holdSeconds.lowerBound...longest
    if hold.isScalar {
      target.holdSeconds = try hold.number(allowed)
      target.holdSecondsMax = nil
    } else {
      (target.holdSeconds, target.holdSecondsMax) = try range(hold, allowed)
    }
    return target
  }

  private func range(
    _ hold: YAMLValue, _ allowed: ClosedRange<Double>
  ) throws(InputError) -> (Double, Double) {
    let bounds = try hold.mapping(allowed: ["min", "max"])
    guard let min = bounds["min"], let max = bounds["max"] else {
      throw hold.error(expected: "seconds, or 'min' and 'max' in seconds")
    }
    let least = try min.number(allowed)
    return (least, try max.number(least...allowed.upperBound))
  }

  /// The sides asked for; nil where nothing is said.
  private func sides() throws(InputError) -> [Side?]? {
    guard let value = values["side"] else { return nil }
    guard value.isList else {
      switch try value.text() {
      case "left": return [.left]
      case "right": return [.right]
      case "both": return [.left, .right]
      case "none": return [nil]
      default: throw value.error(expected: "one of: left, right, both, none, or a list of sides")
      }
    }
    var sides: [Side?] = []
    for side in try value.list() { sides.append(try side.word(Side.self)) }
    guard !sides.isEmpty else { throw value.error(expected: "at least one side") }
    return sides
  }
}

extension YAMLValue {
  /// Sets the threshold of this value's name.
  ///
  /// - Throws: `InputError` with what is allowed.
  func set(in parameters: inout DetectionParameters) throws(InputError) {
    do {
      // What is no number lies in no range, and so is answered with the range.
      try parameters.set(name, to: number ?? .nan)
    } catch {
      switch error {
      case .unknown(_, let known):
        let guess = Suggestion.nearest(to: name, in: known)
        throw self.error(
          found: "the unknown parameter '\(name)'"
            + (guess.map { " (did you mean '\($0)'?)" } ?? ""),
          expected: "one of: \(known.joined(separator: ", "))")
      case .outOfRange(_, _, let allowed):
        throw outside(allowed)
      }
    }
  }
}
