import MotionCore
import Testing

@testable import MotionReport

@Suite struct LiveLayoutTests {
  private static let view: LiveView = {
    var view = LiveView()
    view.title = "Bent-over row"
    view.place = "6 of 6   9:41"
    view.phase = "Go, slowly"
    view.tone = .active
    view.figure = "7"
    view.caption = "of 10 reps"
    (view.goal, view.unit, view.time) = ("10", "reps", "9:41")
    view.marks = [.done, .done, .missed, .done, .done, .present]
    view.progress = 0.7
    view.tempo = "last: out 1.0 s  turn 0.5 s  back 1.2 s"
    view.message = "Begin, slowly."
    view.trace = (0..<90).map { Double($0 % 20) }
    view.sensor = "sensor: 250 samples a second, no gaps, battery 75 %"
    view.keys = LiveState.guidedKeys
    return view
  }()

  private static func lines(
    _ columns: Int, _ rows: Int, _ view: LiveView = view, style: TextStyle = .plain
  ) -> [String] {
    LiveLayout(columns: columns, rows: rows, style: style, signs: .ascii).lines(view)
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  @Test func everythingHasItsPlaceOnAnOrdinaryTerminal() {
    var view = Self.view
    view.trace = [0, 4, 8]
    let lines = Self.lines(80, 24, view).map(Self.trimmed)
    let pad = String(repeating: " ", count: 77)
    #expect(
      lines == [
        "Bent-over row                                                       **-**@  9:41",
        "Go, slowly",
        "",
        "############            ####        ####        ############",
        "############            ####        ####        ############",
        "        ####            ####    ########        ####    ####",
        "        ####            ####    ########        ####    ####",
        "        ####        ####            ####        ####    ####",
        "        ####        ####            ####        ####    ####",
        "        ####    ####                ####        ####    ####",
        "        ####    ####                ####        ####    ####",
        "        ####    ####            ############    ############",
        "        ####    ####            ############    ############   reps",
        "",
        "########################################################........................",
        "last: out 1.0 s  turn 0.5 s  back 1.2 s",
        "Begin, slowly.",
        "",
        "",
        pad + "  |",
        pad + " :|",
        pad + ".||",
        "sensor: 250 samples a second, no gaps, battery 75 %",
        "space pause  n next  b back  s side  p pain  q finish",
      ])
  }

  /// Whatever the size, no row is wider than the screen, and there are as many as it has.
  @Test(arguments: [1, 5, 12, 13, 16, 22, 24, 50], [1, 20, 40, 80, 81, 200])
  func everySizeIsFilledAndNoneIsExceeded(rows: Int, columns: Int) {
    let lines = Self.lines(columns, rows)
    #expect(lines.count == rows)
    #expect(lines.allSatisfy { $0.count <= columns })
  }

  @Test(arguments: [(80, 24), (40, 12), (200, 60)])
  func theFigureAndWhatItMeansAreNeverLeftOut(columns: Int, rows: Int) {
    let lines = Self.lines(columns, rows)
    #expect(lines.contains { $0.contains("####") })
    #expect(lines.contains { $0.contains("Go, slowly") })
    #expect(lines.contains { $0.contains("sensor: 250") })
    #expect(lines.contains { $0.contains("space pause") })
  }

  private static let sizes = [(40, 12), (60, 20), (80, 24), (120, 40)]

  /// What a screen shows over a while of one message, in turns.
  private static func words(_ size: (Int, Int), _ view: LiveView) -> String {
    stride(from: 0.0, to: 40, by: 4).map { seconds in
      var view = view
      (view.clock, view.messageSeconds) = (seconds, seconds)
      return lines(size.0, size.1, view).joined(separator: " ")
    }.joined(separator: " ").replacing(#/\s+/#, with: " ")
  }

  @Test(arguments: sizes)
  func safetyDoseAndKeysAreCompleteInTurns(columns: Int, rows: Int) {
    var view = Self.view
    (view.isExplaining, view.goal, view.figure, view.caption) = (true, "", "15", "s")
    view.phase = "Next: 3 holds of 15 to 30 s"
    view.message = SafetyNotice.short
    let words = Self.words((columns, rows), view)
    #expect(words.contains("Next: 3 holds of 15 to 30 s"))
    for word in SafetyNotice.short.split(separator: " ") { #expect(words.contains(word)) }
    for key in LiveState.guidedKeys { #expect(words.contains(key), "\(key)") }
  }

  @Test(arguments: sizes)
  func theLongestExplanationIsCompleteInTurns(columns: Int, rows: Int) {
    for exercise in Exercise.catalogue {
      var view = Self.view
      (view.isExplaining, view.goal, view.figure) = (true, "", "15")
      view.message = Instruction.text(for: exercise, side: .left)
      let words = Self.words((columns, rows), view)
      for word in view.message.split(separator: " ") { #expect(words.contains(word), "\(word)") }
    }
  }

  /// Count and goal are as large as the screen allows, and as large throughout the set.
  @Test(arguments: zip(sizes, [5, 5, 10, 15]))
  func countAndGoalAreBigTogether(size: (Int, Int), digitRows: Int) {
    for count in ["0", "7", "10"] {
      var view = Self.view
      view.figure = count
      let bar = String(repeating: "#", count: 21)
      let rows = Self.lines(size.0, size.1, view).count { line in
        line.contains("##") && !line.contains("..") && !line.hasPrefix(bar)
      }
      #expect(rows >= digitRows, "\(count) at \(size)")
    }
  }

  @Test func theFigureGrowsWithTheScreen() {
    let heights = [24, 34, 60].map { rows in
      Self.lines(200, rows).count { $0.hasSuffix("#") && $0.contains("  ##") || $0.hasPrefix("##") }
    }
    #expect(heights[0] < heights[1] && heights[1] < heights[2])
  }

  @Test func aScreenThatHasBecomeTinyStillShowsTheCount() {
    #expect(Self.lines(30, 4).first == "Go, slowly 7 of 10 reps")
  }

  @Test func withoutInkThereIsNoEscapeSequence() {
    #expect(!Self.lines(80, 24).joined().contains("\u{1B}"))
    #expect(Self.lines(80, 24, style: .terminal).joined().contains("\u{1B}[32m"))
  }

  @Test func theNewestOfTheTraceIsAtTheRight() {
    var view = Self.view
    view.trace = Array(repeating: 0, count: 100) + [20]
    let lines = Self.lines(80, 24, view)
    #expect(lines.contains { $0.hasSuffix("|") && $0.dropLast().allSatisfy { $0 == " " } })
  }

  @Test func aNoteStandsAboveTheMessage() {
    var view = Self.view
    view.note = "Note: the sensor is back after 4 s"
    let lines = Self.lines(80, 24, view).map(Self.trimmed)
    #expect(lines[16...17] == ["Note: the sensor is back after 4 s", "Begin, slowly."])
    #expect(Self.lines(80, 14, view).map(Self.trimmed).contains(view.note))
  }
}

@Suite struct BigDigitsTests {
  @Test func aFigureIsDrawnInPixels() {
    #expect(
      BigDigits.lines("14", scale: 1, block: "#") == [
        "  ##    ##  ##", "####    ##  ##", "  ##    ######", "  ##        ##", "######      ##",
      ])
  }

  @Test(arguments: ["0123456789", "-", "7"], 1...4)
  func allRowsAreAsWideAsWasSaid(text: String, scale: Int) {
    let lines = BigDigits.lines(text, scale: scale, block: "#")
    #expect(lines.count == BigDigits.rows * scale)
    #expect(lines.allSatisfy { $0.count == BigDigits.columns(of: text, scale: scale) })
  }

  @Test func noTwoDigitsLookAlike() {
    let shapes = Set("0123456789".map { BigDigits.lines(String($0), scale: 1, block: "#") })
    #expect(shapes.count == 10)
  }
}

@Suite struct ScreenUpdateTests {
  @Test func onlyChangedRowsAreWritten() {
    var update = ScreenUpdate()
    let first = update.text(for: ["one", "two", "three"])
    #expect(first.hasPrefix("\u{1B}[2J"))
    #expect(update.text(for: ["one", "two", "three"]) == "")
    #expect(update.text(for: ["one", "2", "three"]) == "\u{1B}[2;1H\u{1B}[K2")
  }

  @Test func anotherSizeIsDrawnAnew() {
    var update = ScreenUpdate()
    _ = update.text(for: ["one", "two"])
    #expect(update.text(for: ["one"]) == "\u{1B}[2J\u{1B}[1;1H\u{1B}[Kone")
    update.forget()
    #expect(update.text(for: ["one"]).hasPrefix("\u{1B}[2J"))
  }
}
