/// A programme: exercises in the order in which they are done.
public struct Program: Sendable, Hashable {
  /// One line of a programme: an exercise with its dose.
  public struct Line: Sendable, Hashable {
    /// What is done, with any parameter overrides of the programme already in it.
    public var exercise: Exercise
    /// The sides in the order asked for; a single nil where the side plays no part.
    public var sides: [Side?]
    /// How many sets a side.
    public var sets: Int
    /// What is asked of each set.
    public var target: Target
    /// Rest after each set, in seconds.
    public var restSeconds: Double
    /// Where the sensor should sit for this line, where the programme says so.
    public var placement: Placement?

    /// A line from its parts.
    public init(
      exercise: Exercise, sides: [Side?] = [nil], sets: Int = 1, target: Target,
      restSeconds: Double = 30, placement: Placement? = nil
    ) {
      self.exercise = exercise
      self.sides = sides
      self.sets = sets
      self.target = target
      self.restSeconds = restSeconds
      self.placement = placement
    }
  }

  /// Name on the command line and in reports, such as `upper-back`.
  public var id: String
  /// Name for a person.
  public var title: String
  /// How many sessions a week are asked for; nil where nothing is said.
  public var timesPerWeek: Int?
  /// Who it is for, as a person wrote it; nil where nothing is said.
  public var patient: String?
  /// What else whoever wrote it wants to be read; nil where nothing is said.
  public var note: String?
  /// The exercises in order.
  public var lines: [Line]

  /// A programme from its parts.
  public init(
    id: String, title: String, timesPerWeek: Int? = nil, patient: String? = nil,
    note: String? = nil, lines: [Line]
  ) {
    self.id = id
    self.title = title
    self.timesPerWeek = timesPerWeek
    self.patient = patient
    self.note = note
    self.lines = lines
  }

  /// The same of one arm alone: what names the other is left out.
  public func restricted(to side: Side) -> Program {
    var program = self
    program.lines = lines.compactMap { line in
      var line = line
      line.sides = line.sides.filter { $0 == nil || $0 == side }
      return line.sides.isEmpty ? nil : line
    }
    return program
  }

  /// Every set that is asked for, in order: line by line, side by side, set by set.
  public var sets: [PlannedSet] {
    lines.flatMap { line in
      line.sides.flatMap { side in
        (0..<line.sets).map { index in
          PlannedSet(
            exercise: line.exercise, side: side, number: index + 1, of: line.sets,
            target: line.target, placement: line.placement)
        }
      }
    }
  }
}

/// One set that a session looks for.
public struct PlannedSet: Sendable, Hashable {
  /// What is done.
  public var exercise: Exercise
  /// The arm that moves, where it matters or was said.
  public var side: Side?
  /// Which of the sets of its line and side it is, from 1.
  public var number: Int
  /// How many sets its line asks for on this side.
  public var of: Int
  /// What is asked for; nil where nothing was asked.
  public var target: Target?
  /// Where the sensor should sit for this set, where a programme says so.
  public var placement: Placement?

  /// Which set it is, for a person, such as "open book (left), set 2 of 3".
  public var name: String {
    exercise.title + (side.map { " (\($0.rawValue))" } ?? "")
      + (of > 1 ? ", set \(number) of \(of)" : "")
  }

  /// A planned set from its parts.
  public init(
    exercise: Exercise, side: Side? = nil, number: Int = 1, of: Int = 1, target: Target? = nil,
    placement: Placement? = nil
  ) {
    self.exercise = exercise
    self.side = side
    self.number = number
    self.of = of
    self.target = target
    self.placement = placement
  }
}

extension [PlannedSet] {
  /// The sets that a marker with this exercise and side may mean, in order.
  func matching(exercise: String, side: Side?) -> [Int] {
    indices.filter { index in
      let set = self[index]
      return set.exercise.id == exercise && (side == nil || set.side == nil || set.side == side)
    }
  }
}
