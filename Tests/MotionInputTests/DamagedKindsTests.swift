import MotionCore
import Testing

@testable import MotionInput

/// What the report must say of each kind of damage; nothing of it is silent.
@Suite struct DamagedKindsTests {
  /// A kind of damage done to the sample movement, and what must come of it.
  struct Kind: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var count: ClosedRange<Int> = 10...10
    var hasGyroscope = true
    var gap: GapReason?
    /// Part of a sentence that the report must have; nil where nothing is to be said.
    var says: String?
    var reordered: Int?
  }

  private typealias Line = (seconds: Double, force: Vector3, rate: Vector3)

  private static let motion = SampleMotion.shared.instants

  private static func row(_ line: Line, time: String? = nil) -> String {
    (time ?? line.seconds.text(4)) + ","
      + Table.join(line.force.list + line.rate.list, decimals: 5)
  }

  private static func line(_ seconds: Double, _ force: Vector3, _ rate: Vector3) -> Line {
    (seconds, force, rate)
  }

  /// The sample with its values changed.
  private static func changed(_ change: (Line) -> Line) -> String {
    Table.text(MotioncheckFormat.example) { instant in
      row(change((instant.seconds, instant.force, instant.rate)))
    }
  }

  /// The sample with its times written otherwise.
  private static func stamped(unit: String = "s", _ time: (Double) -> String) -> String {
    Table.text(MotioncheckFormat.example.replacing("t [s]", with: "t [\(unit)]")) { instant in
      row((instant.seconds, instant.force, instant.rate), time: time(instant.seconds))
    }
  }

  private static func lines(_ order: ([String]) -> [String]) -> String {
    let rows = motion.map { row(($0.seconds, $0.force, $0.rate)) }
    return ([MotioncheckFormat.example] + order(rows)).joined(separator: "\n") + "\n"
  }

  /// All rows of a second within its first 10 ms.
  private static func burst(_ seconds: Double) -> String {
    let second = seconds.rounded(.down)
    return (second + 1 + (seconds - second) / 100).text(4)
  }

  private static func microseconds(_ seconds: Double) -> String {
    "\((4_280_000_000 + Int((seconds * 1e6).rounded())) % (1 << 32))"
  }

  private static func milliseconds(_ seconds: Double) -> String {
    "\((4_294_950_000 + Int((seconds * 1000).rounded())) % (1 << 32))"
  }

  private static let zero = Vector3(0, 0, 0)

  static let signal: [Kind] = [
    Kind(
      testDescription: "all zero from 14 s on",
      text: changed { $0.seconds < 14 ? $0 : line($0.seconds, zero, zero) },
      count: 2...3, gap: .noSignal, says: "not measured from 14.0 s on: the sensor read nothing"),
    Kind(
      testDescription: "all bits set for 6 s",
      text: changed {
        abs($0.seconds - 20) > 3 ? $0 : line($0.seconds, Vector3(-0.0006, -0.0006, -0.0006), zero)
      },
      count: 7...9, gap: .noSignal, says: "the sensor read nothing"),
    Kind(
      testDescription: "ends of the scale for 6 s",
      text: changed {
        abs($0.seconds - 20) > 3 ? $0 : line($0.seconds, Vector3(-19.6, -19.6, -19.6), $0.rate)
      },
      count: 7...9, gap: .busError, says: "the end of their scale"),
    Kind(
      testDescription: "frozen for 6 s",
      text: changed {
        abs($0.seconds - 20) > 3 ? $0 : line($0.seconds, Vector3(1, 3.3, 9.1), zero)
      },
      count: 7...9, gap: .frozen, says: "values stood still"),
    Kind(
      testDescription: "gyroscope spins in a rest",
      text: changed {
        $0.seconds < 1 || $0.seconds > 2.5 ? $0 : line($0.seconds, $0.force, Vector3(30, -20, 10))
      },
      gap: .gyroscopeFault, says: "the gyroscope turned while the accelerometer rested"),
    Kind(
      testDescription: "zero for 0.2 s",
      text: changed { abs($0.seconds - 20) > 0.1 ? $0 : line($0.seconds, zero, zero) }),
  ]

  private static let units: [(name: String, factor: Double, says: String)] = [
    ("in mdps", 1000 / Table.degree, "more than any sensor can"),
    ("57 times too small", Table.degree, "hardly turns while gravity shows"),
    ("57 times too large", 1 / Table.degree, "gravity shows"),
  ]

  static let scaledGyroscopes: [Kind] = units.map { unit in
    Kind(
      testDescription: "gyroscope \(unit.name)",
      text: changed { line($0.seconds, $0.force, $0.rate * unit.factor) },
      hasGyroscope: false, says: unit.says)
  }

  private static func blanked(_ instant: SampleMotion.Instant) -> String {
    let rates = instant.seconds < 20 ? Table.join(instant.rate.list) : ",,"
    return Table.join([instant.seconds] + instant.force.list) + "," + rates
  }

  static let gyroscopes: [Kind] = [
    Kind(
      testDescription: "gyroscope holds gravity",
      text: changed { line($0.seconds, $0.force, $0.force) },
      hasGyroscope: false, says: "turns by radians a second while the accelerometer rests"),
    Kind(
      testDescription: "gyroscope blank from 20 s on",
      text: Table.text(MotioncheckFormat.example) { blanked($0) }, hasGyroscope: false,
      says: "the gyroscope is missing"),
  ]

  static func wholeSeconds(_ seconds: Double) -> String { String(Int(seconds)) }

  static func threeDigits(_ seconds: Double) -> String {
    seconds < 10 ? seconds.text(2) : seconds.text(1)
  }

  static func summerTime(_ seconds: Double) -> String {
    let jump: Double = seconds > 20 ? 3600 : 0
    return (seconds + jump).text(2)
  }

  /// A board's clock, set to the time of day after 20 s.
  static func clockIsSet(_ seconds: Double) -> String {
    (seconds > 20 ? seconds + 1_795_000_000 : seconds).text(2)
  }

  /// A clock that stands from 12 s on: to the end, for 8 s, or until it jumps to the time.
  static func standsToTheEnd(_ seconds: Double) -> String { min(seconds, 12).text(2) }

  static func standsAndGoesOn(_ seconds: Double) -> String {
    (seconds < 20 ? min(seconds, 12) : seconds - 8).text(2)
  }

  static func standsAndJumps(_ seconds: Double) -> String {
    (seconds < 20 ? min(seconds, 12) : seconds).text(2)
  }

  static func newestFirst(_ rows: [String]) -> [String] { rows.reversed() }

  static func sortedAsText(_ rows: [String]) -> [String] { rows.sorted() }

  static func doubled(_ rows: [String]) -> [String] { rows.flatMap { [$0, $0] } }

  static func swappedBlocks(_ rows: [String]) -> [String] {
    var swapped: [String] = []
    for start in stride(from: 0, to: rows.count - 40, by: 40) {
      swapped += rows[(start + 20)..<(start + 40)]
      swapped += rows[start..<(start + 20)]
    }
    return swapped
  }

  /// Ten samples share the time of the first of them.
  static func batch(_ seconds: Double) -> String {
    let start: Double = (seconds * 5).rounded(.down) / 5
    return start.text(2)
  }

  static let times: [Kind] = [
    Kind(
      testDescription: "whole seconds", text: stamped(wholeSeconds),
      says: "spread evenly"),
    Kind(
      testDescription: "bursts once a second",
      text: stamped(burst),
      says: "spread evenly"),
    Kind(
      testDescription: "batches of 10", text: stamped(batch),
      says: "spread evenly"),
    Kind(
      testDescription: "three significant digits after 10 s",
      text: stamped(threeDigits), says: "spread evenly"),
    Kind(
      testDescription: "microseconds of 32 bits",
      text: stamped(unit: "us", microseconds),
      says: "began again at 0"),
    Kind(
      testDescription: "milliseconds of 32 bits",
      text: stamped(unit: "ms", milliseconds),
      says: "began again at 0"),
    Kind(
      testDescription: "summer time", text: stamped(summerTime),
      says: "jumps by 1 h"),
    Kind(
      testDescription: "clock is set", text: stamped(clockIsSet), count: 9...10,
      gap: .clockRestart, says: "the clock starts again, or was set"),
    Kind(
      testDescription: "clock stands to the end", text: stamped(standsToTheEnd),
      says: "the clock stands"),
    Kind(
      testDescription: "clock stands and goes on", text: stamped(standsAndGoesOn),
      says: "the clock stands"),
    Kind(
      testDescription: "clock stands and jumps", text: stamped(standsAndJumps),
      says: "the clock stands"),
    Kind(
      testDescription: "newest first", text: lines(newestFirst), says: "newest row comes first"
    ),
    Kind(testDescription: "sorted as text", text: lines(sortedAsText), says: "put in order"),
    Kind(
      testDescription: "blocks out of order",
      text: lines(swappedBlocks), says: "put in order", reordered: 1000),
    Kind(
      testDescription: "every row twice", text: lines(doubled),
      says: "the same time and values"),
  ]

  @Test(arguments: signal + scaledGyroscopes + gyroscopes + times)
  func isSaid(kind: Kind) throws {
    let directory = try TemporaryDirectory()
    let source = try RecordingSource(path: directory.file("a.csv", kind.text))
    let report = try FormatTests.report(source)
    let said = source.notices + report.warnings
    #expect(kind.count.contains(report.sets[0].count), "\(report.sets[0].count)")
    #expect(report.sets[0].outcome != .notDone)
    #expect(report.quality.hasGyroscope == kind.hasGyroscope)
    #expect(Set(report.quality.gaps.map(\.reason)) == (kind.gap.map { [$0] } ?? []))
    #expect(
      kind.says.map { words in said.contains { $0.contains(words) } } ?? said.isEmpty, "\(said)")
    #expect((report.quality.rateHertz ?? 0).rounded() == 50)
    if let least = kind.reordered { #expect(source.reorderedSamples >= least) }
  }

  /// A live sensor that says nothing has rows 0.2 s apart, and is no frozen one.
  @Test func theSilenceOfALiveSensorIsNoGap() throws {
    let moving = Self.motion.prefix(400)
    let still = (0..<50).map { index in
      Self.row((8 + Double(index) / 5, Vector3(1, 3.3, 9.1), Self.zero))
    }
    let rows = moving.map { Self.row(($0.seconds, $0.force, $0.rate)) } + still
    let outcome = try Fixture.read(
      ([MotioncheckFormat.example] + rows).joined(separator: "\n"))
    #expect(outcome.markers.isEmpty)
    #expect(outcome.samples.count == 450)
  }
}
