import MotionCore
import Testing

@testable import MotionInput

/// Recordings longer than what is looked at together.
@Suite struct LongRecordingTests {
  private static let count = RowBlock.mostEvenRows + 4000

  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// What is read of a recording of 100 rows a second in some order.
  private func read(
    _ order: ([String]) -> [String]
  ) throws -> (times: [Int64], notices: [String]) {
    let rows = (0..<Self.count).map { (Double($0) / 100).text(2) + ",0,0,\(9 + $0 % 2)" }
    let path = try directory.file(
      "long.csv", "t [s],ax,ay,az\n" + order(rows).joined(separator: "\n") + "\n")
    let source = try RecordingSource(path: path)
    return (try source.readAll().map(\.nanoseconds), source.notices)
  }

  @Test func nothingIsLostBetweenTheParts() throws {
    let (times, notices) = try read { $0 }
    #expect(times.count == Self.count)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(notices.isEmpty)
  }

  @Test func whatWasSortedAsTextIsPutInOrderWhole() throws {
    let (times, notices) = try read { $0.sorted() }
    #expect(times.count == Self.count)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(notices.count == 1 && notices[0].contains("put in order"))
  }
}
