import MotionCore
import MotionReport
import MotionTuning

extension Exercise {
  /// The exercise with every threshold as the page takes it: unit, usual value, the value to begin
  /// from, what is allowed, and how the steps of a slider lie.
  var studioJSON: JSON {
    let usual = Exercise.named(id)?.parameters
    let searched = SearchSpace(self, needsSmoothing: true).parameters
    return [
      "id": .string(id), "title": .string(title), "summary": .string(summary),
      "kind": .string(kind.rawValue), "isOneSided": .bool(isOneSided),
      "thresholds": .array(
        parameters.described.map { field in
          [
            "name": .string(field.name), "unit": .string(field.unit),
            "summary": .string(field.summary),
            "start": .number(field.value),
            "usual": JSON(usual?[field.name] ?? field.value),
            "low": .number(field.allowed.lowerBound), "high": .number(field.allowed.upperBound),
            "isLogarithmic": .bool(field.allowed.lowerBound > 0 && field.isWide),
            "isSearched": .bool(searched.contains { $0.name == field.name }),
          ]
        }),
    ]
  }

  /// The exercise with these thresholds.
  ///
  /// - Throws: `ParameterError` for one that it does not have, or a value that is not allowed.
  func with(_ values: [String: Double]) throws(ParameterError) -> Exercise {
    var changed = self
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      try changed.parameters.set(name, to: value)
    }
    return changed
  }
}

extension ParameterValue {
  /// From this ratio of the largest to the smallest value on, even steps leave no room for the
  /// small ones.
  private static let wideRatio = 8.0

  fileprivate var isWide: Bool { allowed.upperBound >= Self.wideRatio * allowed.lowerBound }
}
