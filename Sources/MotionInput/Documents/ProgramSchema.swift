import MotionCore

extension ProgramFile {
  /// Every key of a programme file, with what is allowed, as a commented file that loads.
  package static var schema: [String] {
    let ids = Exercise.catalogue.map(\.id).joined(separator: ", ")
    let placements = Placement.allCases.map(\.rawValue).joined(separator: ", ")
    return [
      "# A programme of motioncheck, with every key that it may have. What is marked (optional)",
      "# may be left out. Indent with spaces.",
      "version: \(version)                 # (optional) the form of this file",
      "id: evening                # (optional) its name on reports; else the file's own",
      "title: Evening round       # (optional) its name for a person",
      "times-per-week: 3          # (optional) sessions a week, \(range(Allowed.timesPerWeek))",
      "patient: M. Example        # (optional) who it is for",
      "note: Stop where it hurts. # (optional) what else is to be read",
      "exercises:                 # in the order in which they are done",
      "  - exercise: open-book    # \(ids)",
      "    side: both             # (optional) left, right, both, none, or a list such as",
      "                           # [right, left]; in that order",
      "    sets: 1                # (optional) sets on each side, \(range(Allowed.sets))",
      "    reps: 10               # (optional) repetitions, or holds of a held exercise,",
      "                           # \(range(Allowed.reps)); else the usual dose",
      "    rest: 30               # (optional) seconds after each set, "
        + "\(YAMLValue.plain(Allowed.restSeconds.lowerBound)) to "
        + YAMLValue.plain(Allowed.restSeconds.upperBound),
      "    placement: upper-arm   # (optional) \(placements)",
      "  - exercise: wall-slide   # an exercise of your own has a name of its own and",
      "    kind: hold             # its kind: cycle (counted) or hold (timed)",
      "    title: wall slide      # (optional) its name for a person",
      "    summary: Slide the arms up the wall and stay. # (optional) what is done",
      "    placements: [upper-arm, wrist] # (optional) where a sensor can see it",
      "    reps: 5",
      "    hold: {min: 10, max: 20} # seconds; a plain number is the shortest time",
      "    parameters: {minimumRangeDegrees: 8} # (optional) thresholds; 'motioncheck exercises",
      "                           # show ID' lists them",
    ]
  }

  private static func range(_ allowed: ClosedRange<Int>) -> String {
    "\(allowed.lowerBound) to \(allowed.upperBound)"
  }
}
