/// What `--source` and the RECORDING arguments name.
public enum SourceAddress: Sendable, Hashable {
  /// Standard input, written `-`.
  case standardInput
  /// A regular file or a FIFO.
  case path(String)
  /// A serial port, written `serial:PATH@BAUD`.
  case serial(path: String, baud: Int)

  private static let serialPrefix = "serial:"
  /// Speed of most boards' USB serial ports when none is named.
  public static let defaultBaud = 115_200

  /// Reads the address as it stands on the command line.
  ///
  /// - Throws: `InputError.badSource` with what is allowed.
  public init(argument: String) throws(InputError) {
    guard argument.hasPrefix(Self.serialPrefix) else {
      guard !argument.isEmpty else {
        throw .badSource(argument: "''", reason: "an empty name")
      }
      self = argument == "-" ? .standardInput : .path(argument)
      return
    }
    let rest = argument.dropFirst(Self.serialPrefix.count)
    let parts = rest.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, !path.isEmpty else {
      throw .badSource(argument: argument, reason: "no path of a serial port")
    }
    let baud = parts.count == 2 ? Int(parts[1]) : Self.defaultBaud
    guard let baud, SerialPort.speeds[baud] != nil else {
      let known = SerialPort.speeds.keys.sorted().map(String.init).joined(separator: ", ")
      throw .badSource(argument: argument, reason: "unknown speed; known: \(known) baud")
    }
    self = .serial(path: String(path), baud: baud)
  }

  /// Opens the source.
  ///
  /// - Throws: `InputError` when it cannot be opened.
  public func open() throws(InputError) -> any ReadingSource {
    switch self {
    case .standardInput: try RecordingSource(path: "-")
    case .path(let path): try RecordingSource(path: path)
    case .serial(let path, let baud):
      try RecordingSource(
        SerialPort.open(path: path, baud: baud), isLiveLine: true)
    }
  }
}
