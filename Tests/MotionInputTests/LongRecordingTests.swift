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

  /// A clock that starts again right behind the rows that are passed on.
  @Test(arguments: [1000, 100_000])
  func whatIsUnevenBehindTheFirstPartIsSeenInItsPlace(chunk: Int) throws {
    let rows = (0..<RowBlock.mostEvenRows + 9000).map { row in
      (Double(row + (row < RowBlock.mostEvenRows + 10 ? 0 : 400)) / 100).text(2)
        + ",0.\(row * row % 10_007),0,9.8\n"
    }
    var parser = RecordingParser(path: "long.csv")
    let bytes = Array(("t [s],ax,ay,az\n" + rows.joined()).utf8)
    var times: [Int64] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = bytes[start..<min(start + chunk, bytes.count)]
      times += try parser.parse(Array(piece).span).map(\.nanoseconds)
    }
    times += try parser.finish().map(\.nanoseconds)
    let rises = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    #expect(times.count >= rows.count && rises)
    #expect(times.last == Int64(rows.count - 1 + 400) * 10_000_000)
  }

  @Test func tenMinutesSortedAsTextArePutInOrder() throws {
    let (times, notices) = try read(rows: 60_000) { $0.sorted() }
    #expect(times.count == 60_000)
    let rises = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
    #expect(rises)
    #expect(notices.count == 1 && notices[0].contains("put in order"))
  }

  /// Where one part of a recording is handed on and the next begins, there is no new header.
  @Test func aCommentBehindTheFirstPartIsNone() throws {
    let rows = (0..<RowBlock.mostRows + 4000).map {
      (Double($0) / 100).text(2) + ",0.\($0 * $0 % 10_007),0,9.8\n"
    }
    let parts = [
      "t [s],ax,ay,az\n" + rows[..<RowBlock.mostRows].joined(),
      "# placement: wrist\n" + rows[RowBlock.mostRows...].joined(),
    ]
    var parser = RecordingParser(path: "long.csv")
    var count = 0
    for part in parts { count += try parser.parse(Array(part.utf8).span).count }
    count += try parser.finish().count
    #expect(count == rows.count)
    #expect(parser.metadata.placement == nil)
  }

  /// A clock that stood still between two parts of a recording.
  @Test func aPauseBetweenTwoPartsIsAGap() {
    var pauses = RecordingPauses([TextPlan.Pause(nanoseconds: 20, length: 100)])
    var (first, second) = (Self.block([0, 10]), Self.block([20, 30]))
    pauses.insert(into: &first)
    pauses.insert(into: &second)
    #expect(first.rows.map(\.nanoseconds) == [0, 10])
    #expect(first.markers.isEmpty)
    #expect(second.rows.map(\.nanoseconds) == [120, 130])
    #expect(second.markers.map(\.marker) == [Marker(nanoseconds: 10, kind: .gap(reason: .paused))])
    #expect(second.markers.map(\.position) == [0])
  }

  private static func block(_ times: [Int64]) -> RowBlock {
    RowBlock(
      rows: times.map { Row(nanoseconds: $0, force: .zero, rate: Row.nothing, line: 1) })
  }
}
