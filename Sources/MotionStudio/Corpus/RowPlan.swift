import MotionCore
import MotionInput

extension Manifest.Entry {
  /// What the recording is checked as, with these thresholds.
  package func plan(_ parameters: ParameterFile?) throws(InputError) -> SessionPlan {
    if var program = Program.named(checkAs) {
      for line in program.lines.indices {
        try parameters?.apply(to: &program.lines[line].exercise)
      }
      return .program(program)
    }
    guard var exercise = Exercise.named(checkAs) else {
      let allowed = Exercise.catalogue.map(\.id) + Program.builtIn.map(\.id)
      throw wrong("check_as", checkAs, expected: "one of: \(allowed.joined(separator: ", "))")
    }
    try parameters?.apply(to: &exercise)
    return .single(PlannedSet(exercise: exercise, target: exercise.dose))
  }
}
