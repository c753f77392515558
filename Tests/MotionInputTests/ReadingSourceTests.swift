import MotionCore
import Testing

@testable import MotionInput

@Suite struct ReadingSourceTests {
  /// A source that breaks off at once.
  private final class BrokenSource: ReadingSource {
    let metadata = RecordingMetadata()
    let notices: [String] = []
    func next() throws(InputError) -> [MotionReading]? { throw .outputExists(path: "here") }
  }

  @Test func whatIsToEndAnywayEndsWhereItBreaksOff() throws {
    #expect(try BrokenSource().next(isLast: true) == nil)
    #expect(throws: InputError.self) { try BrokenSource().next(isLast: false) }
  }
}
