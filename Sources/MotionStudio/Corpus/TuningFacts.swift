import MotionCore
import MotionInput
import MotionTuning

/// What a parameter file says of where its values come from.
package struct TuningFacts {
  /// The facts, in the order in which they are written.
  package let facts: [ParameterFile.Fact]

  /// The facts of a tuning.
  ///
  /// - Parameters:
  ///   - maker: what searched, such as "motioncheck tune 0.1.0".
  ///   - manifest: where the recordings are listed, and which of them were taken.
  package init(_ result: TuningResult, maker: String, manifest: String) {
    let parts = result.folds.parts.count
    let what = result.folds.isBySubject ? "people" : "recordings"
    facts = [
      .init("made", "\(maker), \(WallClock.now())"),
      .init("manifest", manifest),
      .init("recordings", "\(result.before.count), seed \(result.seed)"),
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
