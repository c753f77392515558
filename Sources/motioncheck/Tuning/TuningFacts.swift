import MotionCore
import MotionInput
import MotionTuning

/// What a parameter file says of where its values come from.
struct TuningFacts {
  let facts: [ParameterFile.Fact]

  init(
    _ result: TuningResult, of labelled: LabelledRecordings, seed: UInt64
  ) {
    let filters = labelled.filters.map(\.text).joined(separator: " and ")
    let rows = filters.isEmpty ? "" : ", where \(filters)"
    let parts = result.folds.parts.count
    let what = result.folds.isBySubject ? "people" : "recordings"
    facts = [
      .init("made", "motioncheck tune \(Motioncheck.configuration.version), \(WallClock.now())"),
      .init("manifest", labelled.manifest + rows),
      .init("recordings", "\(result.before.count), seed \(seed)"),
      .init("before", Self.figures(result.before)),
      .init("found", Self.figures(result.after)),
      .init(
        "held-out",
        result.heldOut.map { "\(Self.figures($0)), \(parts) parts of \(what)" }
          ?? "not measured: the search was stopped"),
    ]
  }

  private static func figures(_ sets: [SetComparison]) -> String {
    let score = Score(sets)
    return "\(score.exact.right) of \(score.exact.total) counted exactly, "
      + "\(score.withinOne.right) within one"
  }
}
