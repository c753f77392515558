import Glibc

/// What `--source` names.
package enum SourceAddress: Sendable, Hashable {
  /// Standard input, written `-`.
  case standardInput
  /// A regular file or a FIFO.
  case path(String)
  /// A serial port, written `serial:PATH@BAUD`.
  case serial(path: String, baud: Int)

  private static let serialPrefix = "serial:"
  /// Speed of most boards' USB serial ports when none is named.
  package static let defaultBaud = 115_200

  /// Reads the address as it stands on the command line.
  ///
  /// - Throws: `InputError.badSource` with what is allowed.
  package init(argument: String) throws(InputError) {
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

  /// Opens the source; `tell` is told when it stalls.
  ///
  /// - Throws: `InputError` when it cannot be opened, or is a serial port without its speed.
  package func open(
    tell: @escaping (String) -> Void = { _ in }
  ) throws(InputError) -> any ReadingSource {
    let descriptor = try descriptor()
    let name = descriptor.path
    let isRegularFile = descriptor.isRegularFile
    let source = try RecordingSource(descriptor, isLiveLine: true)
    if isRegularFile { return source }
    return WatchedSource(source, name: name, isPort: isPort, tell: tell)
  }

  private var isPort: Bool { if case .serial = self { true } else { false } }

  private func descriptor() throws(InputError) -> FileDescriptor {
    switch self {
    case .standardInput: return .standardInput()
    case .path(let path):
      let descriptor = try FileDescriptor(reading: path, flags: O_NOCTTY)
      guard !descriptor.isTerminal else {
        throw .badSource(argument: path, reason: "is a serial port, whose speed must be named")
      }
      return descriptor
    case .serial(let path, let baud): return try SerialPort.open(path: path, baud: baud)
    }
  }
}
