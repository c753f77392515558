import ArgumentParser
import MotionInput

/// Which sensor is read live.
struct SensorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A motion sensor of this machine; 'motioncheck devices' lists them.",
      valueName: "path|name|vendor:product"))
  var device: String?

  @Option(
    help: ArgumentHelp(
      "Rows of a recording from standard input, a FIFO or a serial port (serial:PATH@BAUD).",
      valueName: "-|fifo|serial:path@baud"))
  var source: String?

  func validate() throws {
    if device != nil && source != nil {
      throw ValidationError("--device and --source exclude each other: name one of them.")
    }
  }

  /// Opens the sensor.
  func open() throws -> any ReadingSource {
    guard let source else { return try EvdevSource(device) }
    return try address(source).open()
  }

  private func address(_ argument: String) throws -> SourceAddress {
    do {
      return try SourceAddress(argument: argument)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
