import MotionCore
import MotionInput

extension ConditionedRecording {
  /// Reads a recording from a file.
  ///
  /// - Parameter placement: where the sensor sat; nil for what the recording says.
  package init(
    path: String, options: ReadingOptions = ReadingOptions(), placement: Placement?,
    for parameters: DetectionParameters
  ) throws(InputError) {
    let source = try RecordingSource(path: path, options: options)
    self.init(
      try source.allReadings(), placement: placement ?? source.metadata.placement ?? .upperArm,
      for: parameters)
  }
}

extension RecordingSource {
  /// All that is left of it.
  package func allReadings() throws(InputError) -> [MotionReading] {
    var readings: [MotionReading] = []
    while let next = try self.next() { readings += next }
    return readings
  }
}
