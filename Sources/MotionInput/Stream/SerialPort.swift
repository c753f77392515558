import Glibc

/// A serial port that sends lines of a recording.
enum SerialPort {
  /// Speeds that can be asked for, in baud, with the system's codes.
  static let speeds: [Int: speed_t] = [
    9600: speed_t(B9600), 19200: speed_t(B19200), 38400: speed_t(B38400),
    57600: speed_t(B57600), 115_200: speed_t(B115200), 230_400: speed_t(B230400),
    460_800: speed_t(B460800), 921_600: speed_t(B921600), 1_000_000: speed_t(B1000000),
  ]

  /// Opens the port in raw mode at this speed; what it sent before is thrown away.
  ///
  /// - Throws: `InputError` when it cannot be opened, is read already, or is no serial port.
  static func open(path: String, baud: Int) throws(InputError) -> FileDescriptor {
    guard let speed = speeds[baud] else {
      throw .badSource(argument: path, reason: "unknown speed \(baud)")
    }
    let port = try descriptor(of: path)
    try port.claim()
    var settings = termios()
    guard tcgetattr(port.number, &settings) == 0 else {
      throw .badSource(argument: path, reason: "is not a serial port")
    }
    cfmakeraw(&settings)
    settings.c_cflag |= tcflag_t(CLOCAL | CREAD)
    cfsetispeed(&settings, speed)
    cfsetospeed(&settings, speed)
    guard tcsetattr(port.number, TCSANOW, &settings) == 0 else {
      throw .system(action: "set the speed of", path: path, code: errno)
    }
    tcflush(port.number, TCIFLUSH)
    return port
  }

  private static func descriptor(of path: String) throws(InputError) -> FileDescriptor {
    do {
      return try FileDescriptor(reading: path, flags: O_NOCTTY)
    } catch .unreadable {
      throw .portPermission(path: path)
    }
  }
}
