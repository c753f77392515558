/// Writes files of the FIT protocol (Garmin, 'FIT File Structure'): a head of 14 bytes, messages
/// each after the definition of its fields, and a checksum.
struct FITEncoder {
  /// A value with its base type. Integers that are nil are written as the type's invalid value.
  enum Value {
    case enumeration(UInt8)
    case uint8(UInt8)
    case uint16(UInt16?)
    case uint32(UInt32)
    case uint32z(UInt32)

    private static let bigBaseType: UInt8 = 0x80

    fileprivate var baseType: UInt8 {
      switch self {
      case .enumeration: 0x00
      case .uint8: 0x02
      case .uint16: Self.bigBaseType | 0x04
      case .uint32: Self.bigBaseType | 0x06
      case .uint32z: Self.bigBaseType | 0x0C
      }
    }

    fileprivate var bytes: [UInt8] {
      switch self {
      case .enumeration(let value), .uint8(let value): [value]
      case .uint16(let value): FITEncoder.bytes(value ?? .max)
      case .uint32(let value), .uint32z(let value): FITEncoder.bytes(value)
      }
    }
  }

  /// A field of a message: its number in the profile, and its value.
  typealias Field = (number: UInt8, value: Value)

  private var body: [UInt8] = []

  /// Adds a message.
  ///
  /// - Parameters:
  ///   - number: its global message number.
  ///   - fields: the number of each of its fields, with its value.
  mutating func add(_ number: UInt16, _ fields: [Field]) {
    // Every message follows its definition as local type 0: a few bytes more, and nothing to keep.
    let definition: UInt8 = 0x40
    body += [definition, 0, 0] + Self.bytes(number) + [UInt8(fields.count)]
    for field in fields {
      body += [field.number, UInt8(field.value.bytes.count), field.value.baseType]
    }
    body.append(0)
    for field in fields { body += field.value.bytes }
  }

  /// The whole file.
  var file: [UInt8] {
    let protocolVersion: UInt8 = 0x20
    let profileVersion: UInt16 = 21_158
    var head: [UInt8] = [14, protocolVersion]
    head += Self.bytes(profileVersion) + Self.bytes(UInt32(body.count)) + Array(".FIT".utf8)
    head += Self.bytes(Self.checksum(head))
    return head + body + Self.bytes(Self.checksum(head + body))
  }

  /// The lowest byte first.
  private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// The cyclic redundancy check of the protocol, CRC-16 with polynomial 0x8005, reflected.
  static func checksum(_ bytes: [UInt8]) -> UInt16 {
    bytes.reduce(0) { sum, byte in
      (0..<8).reduce(sum ^ UInt16(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xA001 : sum >> 1
      }
    }
  }
}
