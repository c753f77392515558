import MotionCore
import MotionReport
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    (5.0, 1, "5.0"), (5.25, 1, "5.3"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (-1.26, 1, "-1.3"),
    (9.96, 1, "10.0"), (71.5, 0, "72"), (1.005, 2, "1.00"), (12.034, 2, "12.03"),
  ])
  func roundsToFixedDecimals(value: Double, decimals: Int, expected: String) {
    #expect(Wording.fixed(value, decimals: decimals) == expected)
  }

  @Test func figuresThatAreNoNumbersAreShownAsTheyAre() {
    #expect(Wording.fixed(.nan, decimals: 1) == "nan")
    #expect(Wording.fixed(.infinity) == "inf")
  }

  @Test(arguments: [
    (0.0, "0.0 s"), (0.44, "0.4 s"), (41.2, "41 s"), (59.6, "1 min 0 s"), (725, "12 min 5 s"),
    (3600, "1 h 0 min"),
    (7384, "2 h 3 min"),
  ])
  func namesLengthsOfTime(seconds: Double, expected: String) {
    #expect(Wording.duration(seconds) == expected)
  }

  @Test(arguments: [(0.0, "0:00"), (65.9, "1:05"), (600, "10:00"), (3725, "1:02:05")])
  func namesPointsInTime(seconds: Double, expected: String) {
    #expect(Wording.clock(seconds) == expected)
  }

  @Test(arguments: [(0, "0 gaps"), (1, "1 gap"), (2, "2 gaps")])
  func agreesInNumber(count: Int, expected: String) {
    #expect(Wording.count(count, "gap") == expected)
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c"),
  ])
  func listsInASentence(items: [String], expected: String) {
    #expect(Wording.list(items, "or") == expected)
  }

  @Test func wrapsAndIndentsLikeTheFirstLine() {
    let words = Array(repeating: "word", count: 20).joined(separator: " ")
    let lines = Wording.wrapped(words, first: "- ")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("- word") && lines[1].hasPrefix("  word"))
    #expect(lines.allSatisfy { $0.count <= Wording.columns })
  }

  @Test func aWordLongerThanALineStaysWhole() {
    let path = String(repeating: "x", count: 100)
    #expect(Wording.wrapped("at \(path) now") == ["at", path, "now"])
  }

  @Test(arguments: [
    (Target(reps: 3), nil), (Target(reps: nil, holdSeconds: 5), "5 s"),
    (Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30), "15 to 30 s"),
    (Target(reps: 1, holdSeconds: 2.5), "2.5 s"),
  ])
  func namesTheHoldThatIsAskedFor(target: Target, expected: String?) {
    #expect(target.holdRange == expected)
  }
}
