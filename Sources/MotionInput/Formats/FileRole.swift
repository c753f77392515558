/// What the name of a file says of the sensor in it, where apps write the same columns for all.
enum FileRole {
  private static let names: [(String, MotionVocabulary.Quantity)] = [
    ("linear", .linear), ("lacm", .linear), ("useracc", .linear), ("gravity", .gravity),
    ("grvm", .gravity), ("gyr", .rotation), ("giro", .rotation), ("angular", .rotation),
    ("rotation", .rotation), ("accm", .force), ("accel", .force), ("magn", .other),
    ("orientation", .other),
  ]

  /// Nil for a name that says nothing.
  static func of(_ name: String) -> MotionVocabulary.Quantity? {
    let name = name.lowercased()
    return names.first { name.contains($0.0) }?.1
  }
}
