import Glibc
import MotionCore
import Testing

@testable import MotionInput

@Suite struct RecordingSourceTests {
  static let text = RecordingParserTests.recording + "0.7,x,0,0\n" + Fixture.steady(3000, from: 1)

  @Test func fileAndPipeGiveTheSame() throws {
    let directory = try TemporaryDirectory()
    let file = try RecordingSource(path: directory.file("a.csv", Self.text))
    #expect(file.metadata.placement == .wrist)
    let path = directory.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let source = try RecordingSource(path: path)
    #expect(try source.next() == [])
    let writer = open(path, O_WRONLY | O_NONBLOCK)
    var rest = Array(Self.text.utf8)[...]
    var readings: [MotionReading] = []
    while !rest.isEmpty {
      let piece = rest.prefix(777)
      _ = piece.withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(piece.count)
      readings += try #require(try source.next())
    }
    #expect(try source.next() == [])
    close(writer)
    readings += try source.readAll()
    #expect(try readings == file.readAll())
    #expect(source.metadata == file.metadata)
    #expect(
      source.notices.map { $0.replacing(path, with: "") }
        == file.notices.map { $0.replacing(directory.path + "/a.csv", with: "") })
    #expect(try source.next() == nil)
  }

  @Test func aTerminalIsReadAsASerialLine() throws {
    var master: Int32 = -1
    var terminal: Int32 = -1
    try #require(openpty(&master, &terminal, nil, nil, nil) == 0)
    defer {
      close(master)
      close(terminal)
    }
    let path = "/proc/self/fd/\(terminal)"
    let source = try SourceAddress(argument: "serial:\(path)@230400").open()
    var settings = termios()
    #expect(tcgetattr(terminal, &settings) == 0)
    #expect(cfgetispeed(&settings) == speed_t(B230400))
    #expect(settings.c_lflag & tcflag_t(ICANON | ECHO) == 0)
    #expect(try source.next() == [])
    let text = "9.8\r\n0.01,0,0,9.8\r\n0.02,0,0,9.7\r\n0.03,0,0,9.8\r\n"
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    let readings = try #require(try source.next())
    #expect(readings.count == 2)
    #expect(throws: InputError.sourceInUse(path: path)) {
      _ = try SourceAddress(argument: "serial:\(path)@230400").open()
    }
    withExtendedLifetime(source) {}
  }

  @Test func aPipeThatIsReadIsNotReadByASecondProgram() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let pipe = try SourceAddress(argument: path)
    let first = try pipe.open()
    #expect(throws: InputError.sourceInUse(path: path)) { _ = try pipe.open() }
    withExtendedLifetime(first) {}
    let file = try SourceAddress(argument: directory.file("a.csv", Self.text))
    let both = try [file.open(), file.open()].map { try $0.readAll() }
    #expect(both[0] == both[1] && !both[0].isEmpty)
  }

  @Test func aPipeThatIsNoLongerReadIsFree() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    for _ in 0..<2 { _ = try SourceAddress(argument: path).open() }
  }
}

@Suite struct SourceAddressTests {
  @Test(arguments: [
    ("-", SourceAddress.standardInput), ("a.csv", .path("a.csv")),
    ("serial:/dev/ttyACM0@9600", .serial(path: "/dev/ttyACM0", baud: 9600)),
    ("serial:/dev/ttyACM0", .serial(path: "/dev/ttyACM0", baud: 115_200)),
  ])
  func readsEachForm(argument: String, address: SourceAddress) throws {
    #expect(try SourceAddress(argument: argument) == address)
  }

  @Test(arguments: ["", "serial:", "serial:@9600", "serial:/dev/tty@fast", "serial:/dev/tty@1"])
  func saysWhatIsAllowed(argument: String) throws {
    let error = try #require(throws: InputError.self) { try SourceAddress(argument: argument) }
    #expect(error.description.contains("allowed: '-'"))
  }

  @Test func aSerialPortNeedsItsSpeed() throws {
    var master: Int32 = -1
    var terminal: Int32 = -1
    try #require(openpty(&master, &terminal, nil, nil, nil) == 0)
    defer {
      close(master)
      close(terminal)
    }
    let error = try #require(throws: InputError.self) {
      try SourceAddress(argument: "/proc/self/fd/\(terminal)").open()
    }
    #expect(error.description.contains("is a serial port, whose speed must be named"))
    #expect(error.description.contains("serial:/dev/ttyACM0@115200"))
  }

  @Test func aFileIsNoSerialPort() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("a", "")
    #expect(throws: InputError.badSource(argument: path, reason: "is not a serial port")) {
      try SourceAddress(argument: "serial:\(path)").open()
    }
  }
}

@Suite struct WallClockTests {
  @Test(arguments: [(0, "1970-01-01T00:00:00Z"), (1_767_323_045, "2026-01-02T03:04:05Z")])
  func writesUniversalTime(moment: Int, text: String) {
    #expect(WallClock.text(of: moment) == text)
  }
}
