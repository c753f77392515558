import MotionCore
import Testing

@testable import MotionInput

/// Recordings of minutes and hours: what comes later says what was wrong before.
@Suite struct LongRecordingTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// What is read of a recording of 100 rows a second in some order, no part of which is like
  /// another one.
  private func read(
    rows: Int, _ order: ([String]) -> [String]
  ) throws -> (times: [Int64], notices: [String]) {
    let rows = (0..<rows).map { (Double($0) / 100).text(2) + ",0.\($0 * $0 % 10_007),0,9.8" }
    let path = try directory.file(
      "long.csv", "t [s],ax,ay,az\n" + order(rows).joined(separator: "\n") + "\n")
    let source = try RecordingSource(path: path)
    return (try source.readAll().map(\.nanoseconds), source.notices)
  }

  @Test func nothingIsLostBetweenTheParts() throws {
    let count = RowBlock.mostRows + 4000
    let (times, notices) = try read(rows: count) { $0 }
    #expect(times.count == count)
    let rises = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
    #expect(rises)
    #expect(notices.isEmpty)
  }

  @Test func tenMinutesSortedAsTextArePutInOrder() throws {
    let (times, notices) = try read(rows: 60_000) { $0.sorted() }
    #expect(times.count == 60_000)
    let rises = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
    #expect(rises)
    #expect(notices.count == 1 && notices[0].contains("put in order"))
  }
}
