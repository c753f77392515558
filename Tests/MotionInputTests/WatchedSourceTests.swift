import MotionCore
import Synchronization
import Testing

@testable import MotionInput

@Suite struct WatchedSourceTests {
  /// Hands out what it was given, one element a call; nil is the end.
  private final class ScriptedSource: ReadingSource {
    let metadata = RecordingMetadata()
    let notices = ["its own"]
    private var script: [Bool?]

    init(_ script: [Bool?]) { self.script = script }

    func next() -> [MotionReading]? {
      guard !script.isEmpty, let hasReading = script.removeFirst() else { return nil }
      let sample = IMUSample(nanoseconds: 0, specificForce: .zero)
      return hasReading ? [.sample(sample)] : []
    }
  }

  /// Seconds that pass with each call of `next`.
  private static func watch(
    _ script: [Bool?], secondsEach: Double, isPort: Bool = false
  ) throws -> (told: [String], notices: [String]) {
    let time = Mutex<Int64>(0)
    var told: [String] = []
    let source = WatchedSource(
      ScriptedSource(script), name: "x", isPort: isPort, clock: { time.withLock { $0 } },
      tell: { told.append($0) })
    for _ in script {
      time.withLock { $0 += Int64(secondsEach * 1e9) }
      _ = try source.next()
    }
    return (told, source.notices)
  }

  @Test func aSteadyStreamIsNotTalkedAbout() throws {
    let seen = try Self.watch([true, false, true, true, nil], secondsEach: 1)
    #expect(seen.told == [] && seen.notices == ["its own"])
  }

  @Test func aStallIsToldOnceWhenItBeginsAndWhenItEnds() throws {
    let seen = try Self.watch([true, false, false, false, false, true, true], secondsEach: 2)
    #expect(
      seen.told == [
        "x: nothing came for 4 s; waiting for more", "x: rows come again after 10 s",
      ])
    #expect(seen.notices == ["its own", "x: stalled once, for 10 s in all"])
  }

  @Test func aStreamThatHasNotBegunIsWaitedFor() throws {
    let seen = try Self.watch([false, false, true], secondsEach: 2)
    #expect(seen.told == ["x: nothing has come yet; waiting for the first rows"])
    #expect(seen.notices == ["its own"])
  }

  @Test func aStallAtTheEndIsReportedToo() throws {
    let seen = try Self.watch([true, false, false], secondsEach: 2)
    #expect(seen.notices.last == "x: nothing came any more at the end")
  }

  @Test func onlyAPortIsUnplugged() throws {
    #expect(
      try Self.watch([true, nil], secondsEach: 1, isPort: true).notices.last == "x: was unplugged")
    #expect(try Self.watch([true, nil], secondsEach: 1).notices == ["its own"])
  }
}
