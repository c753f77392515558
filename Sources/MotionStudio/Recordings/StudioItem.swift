import MotionCore
import MotionInput

/// A recording that the studio shows, and what is looked for in it.
package struct StudioItem: Sendable {
  /// Its row of the manifest, or what stands for one.
  package var entry: Manifest.Entry
  /// What is looked for; nil where nothing says so yet, and the page asks.
  package var plan: SessionPlan?

  /// An item from its parts.
  package init(entry: Manifest.Entry, plan: SessionPlan?) {
    self.entry = entry
    self.plan = plan
  }

  /// The programme that it is a session of.
  var program: Program? {
    if case .program(let program)? = plan { program } else { nil }
  }

  /// The ids of the exercises that are looked for.
  var exercises: Set<String> { Set((plan?.sets ?? []).map(\.exercise.id)) }
}

extension SessionPlan {
  /// The same plan with other thresholds for some of its exercises.
  func with(_ thresholds: [String: DetectionParameters]) -> SessionPlan {
    switch self {
    case .single(var set):
      set.exercise.parameters = thresholds[set.exercise.id] ?? set.exercise.parameters
      return .single(set)
    case .program(var program):
      for line in program.lines.indices {
        let exercise = program.lines[line].exercise
        program.lines[line].exercise.parameters = thresholds[exercise.id] ?? exercise.parameters
      }
      return .program(program)
    }
  }
}
