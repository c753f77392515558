import CLibevdev
import Glibc
import MotionInput

/// A HID device made through /dev/uhid, for whichever driver the kernel finds for it.
///
/// Events are written byte by byte as `linux/uhid.h` lays them out, since Swift does not import
/// packed structures.
final class UHIDDevice {
  /// What the kernel needs to know to find a driver.
  struct Identity {
    var name: String
    /// Where it seems to be plugged in; no two devices have the same.
    var physicalPath: String
    /// The address that tells it from others of its kind.
    var uniqueID: String
    var bus: Int32
    var vendor: UInt32
    var product: UInt32
    var reportDescriptor: [UInt8]
  }

  /// What a device answers its driver.
  struct Answers {
    /// Feature reports, by the number that comes first.
    var features: [UInt8: [UInt8]] = [:]
    /// The input report that an output report brings, if it brings one.
    var reply: @Sendable ([UInt8]) -> [UInt8]? = { _ in nil }
  }

  private enum Event {
    static let output: UInt32 = 6
    static let getReport: UInt32 = 9
    static let getReportReply: UInt32 = 10
    static let create: UInt32 = 11
    static let input: UInt32 = 12
    static let setReport: UInt32 = 13
    static let setReportReply: UInt32 = 14
  }

  private static let largestEventBytes = 4380
  private let file: Int32
  private let answers: Answers

  /// Plugs a device in.
  init(_ identity: Identity, answers: Answers) throws {
    file = open("/dev/uhid", O_RDWR | O_NONBLOCK | O_CLOEXEC)
    self.answers = answers
    guard file >= 0 else { throw Outcome.failed("/dev/uhid: \(String(cString: strerror(errno)))") }
    let descriptor = identity.reportDescriptor
    try write(
      Event.create,
      Self.text(identity.name, bytes: 128) + Self.text(identity.physicalPath, bytes: 64)
        + Self.text(identity.uniqueID, bytes: 64) + UInt16(descriptor.count).bytes
        + UInt16(identity.bus).bytes
        + identity.vendor.bytes + identity.product.bytes + UInt32(0x8111).bytes
        + UInt32(0).bytes + descriptor)
  }

  deinit { close(file) }

  /// Sends an input report, its number first.
  func send(_ report: [UInt8]) throws {
    try write(Event.input, UInt16(report.count).bytes + report)
  }

  /// Answers the driver, up to a moment of the monotonic clock, in nanoseconds.
  func serve(until nanoseconds: Int64) throws {
    var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, Pace.milliseconds(until: nanoseconds)) > 0 { try answer() }
    Pace.wait(until: nanoseconds)
  }

  private func answer() throws {
    var event = [UInt8](repeating: 0, count: Self.largestEventBytes)
    guard read(file, &event, event.count) > 0 else { return }
    let type = UInt32(bytes: event[0..<4])
    let (id, number) = (Array(event[4..<8]), event[8])
    switch type {
    case Event.output:
      let (data, size) = (event[4..<4100], Int(UInt16(bytes: event[4100..<4102])))
      if let report = answers.reply(Array(data.prefix(size))) { try send(report) }
    case Event.getReport:
      let report = answers.features[number]
      try write(
        Event.getReportReply,
        id + UInt16(report == nil ? EIO : 0).bytes + UInt16(report?.count ?? 0).bytes
          + (report ?? []))
    case Event.setReport:
      try write(Event.setReportReply, id + UInt16(0).bytes)
    default: break
    }
  }

  private func write(_ type: UInt32, _ payload: [UInt8]) throws {
    let bytes = type.bytes + payload
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
      throw Outcome.failed("/dev/uhid: \(String(cString: strerror(errno)))")
    }
  }

  private static func text(_ text: String, bytes: Int) -> [UInt8] {
    let characters = Array(text.utf8.prefix(bytes - 1))
    return characters + [UInt8](repeating: 0, count: bytes - characters.count)
  }
}

extension FixedWidthInteger {
  /// Its bytes, the lowest first.
  var bytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }

  /// The number that these bytes are, the lowest first.
  init(bytes: some Collection<UInt8>) {
    self = bytes.reversed().reduce(0) { $0 << 8 | Self($1) }
  }
}
