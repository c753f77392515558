import MotionCore
import Testing

@testable import MotionInput

/// Numbers that no sensor, clock or app ever writes, where one was: whatever is made of them, the
/// program goes on.
@Suite struct ImpossibleNumberTests {
  private static let numbers = [
    "1e300", "-1e300", "1e19", "9223372036854775807", "-9223372036854775808", "1e-320", "nan",
  ]
  private static let shownLines = 300
  private static let placesASample = 2

  /// The beginning of each format's sample, with one number after another replaced.
  @Test(arguments: FormatSample.all)
  func noNumberStopsTheProgram(sample: FormatSample) throws {
    var dice = SplitMix64(seed: 17)
    let files = sample.files.map { file in
      let whole = String(decoding: file.bytes, as: UTF8.self)
      let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
      let text = lines.prefix(Self.shownLines).joined(separator: "\n")
      return (name: file.name, text: text, numbers: text.ranges(of: /-?[0-9]+(?:\.[0-9]+)?/))
    }
    for number in Self.numbers {
      for _ in 0..<Self.placesASample {
        let chosen = Int.random(in: files.indices, using: &dice)
        let directory = try TemporaryDirectory()
        for (place, file) in files.enumerated() {
          let text =
            place == chosen
            ? Self.replacing(one: file.numbers, of: file.text, by: number, &dice) : file.text
          _ = try directory.file(file.name, text)
        }
        Self.check(sample.given.map { "\(directory.path)/\($0)" } ?? directory.path)
      }
    }
  }

  /// Mostly at the beginning, where formats are told apart and clocks begin.
  private static func replacing(
    one places: [Range<String.Index>], of text: String, by number: String, _ dice: inout SplitMix64
  ) -> String {
    guard !places.isEmpty else { return text }
    let first = Bool.random(using: &dice) ? min(20, places.count) : places.count
    var changed = text
    changed.replaceSubrange(places[Int.random(in: 0..<first, using: &dice)], with: number)
    return changed
  }

  private static func check(_ path: String) {
    guard let source = try? RecordingSource(path: path), let readings = try? source.readAll() else {
      return
    }
    guard let exercise = Exercise.named("repetition") else { return }
    var session = Session(
      plan: .single(PlannedSet(exercise: exercise, target: Target(reps: 10))))
    for reading in readings { _ = session.process(reading) }
    _ = session.finish()
  }

  @Test func anAccelerationWithoutUnitMayBeOfAnySize() throws {
    let rows = (0..<50).map { "\(Double($0) / 50),1e30,1e30,1e30\n" }.joined()
    let directory = try TemporaryDirectory()
    let path = try directory.file("huge.csv", "time,ax,ay,az\n" + rows)
    #expect(throws: InputError.self) { try RecordingSource(path: path).readAll() }
  }

  @Test(arguments: [1e-300, 1e-12])
  func rowsMayBeSaidToComeOnceInAnEternity(rate: Double) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("rows.csv", "a,b,c,d\n" + Fixture.steady(50))
    let options = ReadingOptions(
      columns: ["ax": "2", "ay": "3", "az": "4"], accelerationUnit: "m/s^2", rateHertz: rate)
    #expect(throws: InputError.self) {
      try RecordingSource(path: path, options: options).readAll()
    }
  }
}
