import Foundation
import MotionReport
import Testing

@Suite struct ReadableTimeTests {
  static let times = [
    ("2025-11-22T10:00:00Z", "Saturday 22 November 2025, 11:00"),
    ("2025-11-22T10:00:00.250Z", "Saturday 22 November 2025, 11:00"),
    ("2025-07-01T23:30:00+00:00", "Wednesday 2 July 2025, 01:30"),
    ("2025-11-22T10:00:00", "Saturday 22 November 2025, 10:00"),
    ("last Tuesday", "last Tuesday"),
    ("", ""),
  ]

  @Test(arguments: times)
  func aTimeReadsAsOneWhereThePersonIs(recorded: String, read: String) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(ReadableTime.text(recorded, in: zone) == read)
  }
}
