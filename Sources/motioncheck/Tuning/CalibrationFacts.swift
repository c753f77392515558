import MotionCore
import MotionInput

/// What a calibration says of itself, in its file and on the screen.
struct CalibrationFacts {
  /// Name of the fact that says where the sensor sat.
  fileprivate static let placement = "placement"

  let facts: [ParameterFile.Fact]

  init(
    _ calibration: Calibration, _ exercise: Exercise, _ worn: Placement, recording: String?
  ) {
    let rest = calibration.restDirection
    let tempo = calibration.tempo.map { Self.plain($0, places: 10) }
    let middle = exercise.kind == .cycle ? "turn" : "held"
    facts = [
      .init(
        "made", "motioncheck calibrate \(Motioncheck.configuration.version), \(WallClock.now())"),
      .init("recording", recording ?? "live"),
      .init(Self.placement, worn.rawValue),
      .init(
        "measured",
        Self.counted(calibration.count, exercise.kind)
          + " from \(Self.plain(calibration.span.lowerBound, places: 10))"
          + " to \(Self.plain(calibration.span.upperBound, places: 10)) s"),
      .init(
        "range",
        "\(Self.plain(calibration.turnedDegrees, places: 1)) degrees of sensor turn, "
          + "\(Self.plain(calibration.usualRangeDegrees, places: 10)) in the movement signal "
          + "(usualRangeDegrees)"),
      .init("tempo", "out \(tempo[0]) s, \(middle) \(tempo[1]) s, back \(tempo[2]) s"),
      .init(
        "rest-level",
        "gravity at rest along "
          + [rest.x, rest.y, rest.z].map { Self.plain($0, places: 100) }.joined(separator: " ")
          + " in the sensor's frame"),
    ]
  }

  private static func counted(_ count: Int, _ kind: ExerciseKind) -> String {
    "\(count) \(kind == .cycle ? "repetition" : "hold")\(count == 1 ? "" : "s")"
  }

  private static func plain(_ value: Double, places: Double) -> String {
    let rounded = (value * places).rounded() / places
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension ParameterFile {
  /// Where the sensor sat when a calibration measured the range in it; nil for other files.
  var calibratedPlacement: Placement? {
    source.first { $0.name == CalibrationFacts.placement }.flatMap { Placement(rawValue: $0.value) }
  }
}
