import MotionCore
import MotionReport

/// A fitted set model as text: for a person, and as the source file that the detector reads.
package struct SetModelText: Sendable {
  private let trials: [(kind: ExerciseKind, trial: SetModelTrial)]

  package init(_ trials: [(kind: ExerciseKind, trial: SetModelTrial)]) { self.trials = trials }

  /// How right it is on data sets left out, and how well its probabilities agree with what is so.
  package var lines: [String] {
    var lines: [String] = []
    for (kind, trial) in trials {
      let error = trial.reliability.expectedCalibrationError.fixed(3)
      lines.append("Candidates told rightly, kind \(kind.rawValue)")
      lines += Self.datasets(trial)
      lines += ["", "What was said of data sets left out, and what was so"]
      lines += Self.bins(trial.reliability)
      lines += ["expected calibration error \(error)", ""]
    }
    return lines
  }

  private static func datasets(_ trial: SetModelTrial) -> [String] {
    var table = TextTable(
      words: ["data set"],
      figures: ["candidates", "sets, left out", "fitted", "others, left out", "fitted"])
    for row in trial.rows {
      let shares = [row.sets, row.fittedSets, row.others, row.fittedOthers]
      table.add([row.dataset, "\(row.candidates)"] + shares.map { $0.fixed(3) })
    }
    return table.lines
  }

  private static func bins(_ reliability: Reliability) -> [String] {
    var table = TextTable(words: [], figures: ["said", "so", "weight"])
    for bin in reliability.bins where bin.weight > 0 {
      table.add([bin.meanSaid.fixed(2), bin.share.fixed(2), bin.weight.fixed(0)])
    }
    return table.lines
  }

  /// The Swift file of the weights and of what is typical.
  package var source: String {
    let weights = trials.map { kind, trial in
      let weights = trial.fit.weights
      return """
          static let \(kind.rawValue) = SetModel.Weights(
            intercept: \(Self.number(weights.intercept)),
            usual: [
        \(Self.figures(weights.usual))
            ],
            slopes: [
        \(Self.figures(weights.slopes))
            ])
        """
    }
    let typical = trials.reduce(into: TypicalTable()) { $0.merge($1.trial.fit.typical) { $1 } }
    return """
      // Made by Tools/fit-set-model; not to be changed by hand.

      extension SetModel.Weights {
      \(weights.joined(separator: "\n\n"))
      }

      extension TypicalMovement {
        static let fitted: [String: [Placement: TypicalMovement]] = [
      \(Self.rows(typical))
        ]
      }

      """
  }

  private static func figures(_ values: [Double]) -> String {
    zip(SetModel.Figure.allCases, values).map { figure, value in
      "      \(number(value)),  // \(figure.rawValue)"
    }.joined(separator: "\n")
  }

  private static func rows(_ table: TypicalTable) -> String {
    table.sorted { $0.key < $1.key }.map { exercise, placements in
      let rows = placements.sorted { $0.key.rawValue < $1.key.rawValue }.map { placement, typical in
        """
              .\(placement): TypicalMovement(
                logDegrees: \(figure(typical.logDegrees)),
                logSeconds: \(figure(typical.logSeconds)),
                plateauShare: \(figure(typical.plateauShare)),
                liftMetres: \(number(typical.liftMetres))),
        """
      }
      return "    \"\(exercise)\": [\n\(rows.joined(separator: "\n"))\n    ],"
    }.joined(separator: "\n")
  }

  private static func figure(_ figure: TypicalMovement.Figure) -> String {
    ".init(median: \(number(figure.median)), spread: \(number(figure.spread)))"
  }

  private static func number(_ value: Double) -> String { value.fixed(4) }
}
