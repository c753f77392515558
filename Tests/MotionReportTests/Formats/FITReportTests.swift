import Foundation
import MotionCore
import Testing

@testable import MotionReport

@Suite struct FITReportTests {
  private let start = Date(timeIntervalSince1970: 1_763_805_600)

  private func report() throws -> FITReport {
    FITReport(ReportedSession(try Fixtures.session(), context: Fixtures.context), start: start)
  }

  /// The check value of CRC-16/ARC.
  @Test func theChecksumIsThatOfTheProtocol() {
    #expect(FITEncoder.checksum(Array("123456789".utf8)) == 0xBB3D)
  }

  @Test func aFileHasItsHeadItsLengthAndItsChecksums() throws {
    let bytes = try report().bytes
    #expect(Array(bytes[8..<12]) == Array(".FIT".utf8))
    let length = (0..<4).reduce(0) { $0 | Int(bytes[4 + $1]) << (8 * $1) }
    #expect(bytes.count == 14 + length + 2)
    // A checksum over data and its own checksum is zero.
    #expect(FITEncoder.checksum(Array(bytes[..<14])) == 0)
    #expect(FITEncoder.checksum(bytes) == 0)
  }

  @Test func aMessageFollowsItsDefinition() {
    var encoder = FITEncoder()
    encoder.add(225, [(3, .uint16(10)), (5, .uint8(1)), (8, .uint16(nil))])
    #expect(
      Array(encoder.file[14...].dropLast(2)) == [
        0x40, 0, 0, 225, 0, 3, 3, 2, 0x84, 5, 1, 0x02, 8, 2, 0x84, 0, 10, 0, 1, 0xFF, 0xFF,
      ])
  }

  @Test func saysWhatItHasNoPlaceFor() throws {
    let lacking = try report().lacking
    #expect(lacking.contains("the length of each hold") && lacking.contains("the side"))
    #expect(!lacking.contains("the patient"))
  }
}
