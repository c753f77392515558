import ArgumentParser
import MotionInput

/// Which sensor is read live.
struct SensorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A motion sensor of this machine; 'motioncheck devices' lists them.",
      valueName: "path|name|vendor:product"),
    completion: .devices)
  var device: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "For a device that does not say how many of its units are 1 g.", valueName: "units-per-g"))
  var scale: Double?

  @Option(
    help: ArgumentHelp(
      """
      Rows of a recording from standard input, a FIFO or a serial port (serial:PATH@BAUD); a phone \
      or watch over the network: http://ADDRESS:PORT listens for Sensor Logger, phyphox://HOST, \
      ws://HOST:PORT (SensorServer), dsu://HOST (DSU/cemuhook).
      """, valueName: "-|fifo|url"))
  var source: String?

  func validate() throws {
    if device != nil && source != nil {
      throw ValidationError("--device and --source exclude each other: name one of them.")
    }
    if scale != nil && source != nil {
      throw ValidationError(
        "--scale is for a --device; rows from a --source name their units in the header.")
    }
    if let scale, !(scale > 0 && scale.isFinite) {
      throw ValidationError("--scale is \(scale); it must be above 0.")
    }
  }

  /// Opens the sensor; `tell` is told what the person should know at once.
  func open(
    tell: @escaping (String) -> Void = { TextStream.standardError().note("Note: \($0)\n") }
  ) throws -> any ReadingSource {
    guard let source else { return try EvdevSource(device, unitsPerG: scale, tell: tell) }
    let address = try address(source)
    guard case .push(_, let own) = address else { return try address.open(tell: tell) }
    let token = try own ?? AccessToken.usual().text
    let opened = try address.open(token: token, tell: tell)
    if let listener = (opened as? WatchedSource)?.listener {
      Self.invite(to: PhoneURL(listener, token: token), isLoopback: listener.isLoopback)
    }
    return opened
  }

  /// Says what is to be done on the phone.
  private static func invite(to url: PhoneURL, isLoopback: Bool) {
    let errors = TextStream.standardError()
    errors.note(
      """
      Listening for Sensor Logger. On the phone: Settings > Data Streaming > HTTP Push, this URL, \
      then record:
      \(url.lines(isTerminal: errors.isTerminal))
      """)
    if isLoopback {
      errors.note(
        "This address is this computer's alone; for a phone, listen at http://0.0.0.0:PORT.\n")
    }
  }

  private func address(_ argument: String) throws -> SourceAddress {
    do {
      return try SourceAddress(argument: argument)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
