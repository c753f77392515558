import Foundation

/// One way into the program, tried with whatever bytes the fuzzer comes up with. Nothing is
/// expected of it but that it returns: a trap, a bad access and a run without end are the faults.
enum FuzzTarget: String, CaseIterable {
  /// A recording's file, as replay reads it.
  case recording
  /// Rows from a pipe or a port.
  case rows
  /// A zip, gzip, tar and so on.
  case archive
  case program
  case parameters
  case labels
  case manifest
  case sensorLogger = "sensor-logger"
  case sensorServer = "sensor-server"
  case phyphox
  case webSocket = "web-socket"
  case dsu
  case witMotion = "wit-motion"
  /// Events of an input device.
  case evdev
  /// Bytes of a keyboard.
  case keys
  /// Samples of any size at any time, behind all readers.
  case session
  /// The file of the history.
  case history

  /// Named by the environment, so that all arguments are the fuzzer's own.
  static let chosen = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(Self.init)

  /// Takes one input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .recording: ReaderTargets.recording(bytes)
    case .rows: ReaderTargets.rows(bytes)
    case .archive: ReaderTargets.archive(bytes)
    case .program: ReaderTargets.program(bytes)
    case .parameters, .labels, .manifest, .history: FileTargets.run(self, bytes)
    case .sensorLogger: MessageTargets.sensorLogger(bytes)
    case .sensorServer: MessageTargets.sensorServer(bytes)
    case .phyphox: MessageTargets.phyphox(bytes)
    case .webSocket: MessageTargets.webSocket(bytes)
    case .dsu: MessageTargets.dsu(bytes)
    case .witMotion: MessageTargets.witMotion(bytes)
    case .evdev: DeviceTargets.evdev(bytes)
    case .keys: DeviceTargets.keys(bytes)
    case .session: DeviceTargets.session(bytes)
    }
  }
}

/// The fuzzer's own main, of its runtime.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

@main
struct FuzzTargets {
  static func main() {
    guard FuzzTarget.chosen != nil else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
      print(names)
      exit(CommandLine.arguments.contains("--list") ? 0 : 64)
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runFuzzer(&count, &arguments) { start, count in
        FuzzTarget.chosen?.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}
