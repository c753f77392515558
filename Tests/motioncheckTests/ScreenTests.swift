import Foundation
import MotionCore
import Testing

/// The live view in a real terminal, by what its screen shows.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed: apt-get install tmux"))
struct ScreenTests {
  private static let speed = 4.0
  private let folder: TemporaryFolder
  private let fifo: String
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    fifo = folder.path("fifo")
    try #require(mkfifo(fifo, 0o600) == 0)
    program = try folder.write(Exerciser.program, to: "short.yaml")
  }

  private func command(_ options: String) throws -> String {
    """
    echo before; echo $$ > \(folder.path("number")); \
    \(try Motioncheck.executable.path) live --source \(fifo) \(options); \
    echo status $?; sleep 60
    """
  }

  private func terminal(
    columns: Int = 80, rows: Int = 24, _ environment: [String: String] = [:],
    options: String? = nil, hasScreen: Bool = true
  ) async throws -> Tmux {
    let terminal = try Tmux(
      columns: columns, rows: rows,
      environment: ["LC_ALL": "C.UTF-8", "XDG_DATA_HOME": folder.path("data")]
        .merging(environment) { $1 }, command: command(options ?? "--program \(program)"))
    // Nobody exercises before it is there.
    for _ in 0..<1000 where hasScreen {
      if try terminal.fact("alternate_on") == "1" { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    return terminal
  }

  /// Feeds the first sample of the set until the screen shows all of these words.
  private func wait(
    for words: String..., on terminal: Tmux, _ person: inout Exerciser, at sample: IMUSample?
  ) async throws {
    var screen: [String] = []
    try await person.wait(inPosition: sample, atMost: 60) {
      screen = try terminal.screen()
      let text = screen.joined(separator: "\n")
      return words.allSatisfy(text.contains)
    }
    let text = screen.joined(separator: "\n")
    #expect(words.allSatisfy(text.contains), "\(words) are not all in:\n\(text)")
  }

  private func signal(_ number: Int32) throws {
    let shell = try folder.read("number").trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    for child in children.split(separator: " ").compactMap({ pid_t($0) }) { kill(child, number) }
  }

  @Test func aSetIsSeenFromItsIntroductionToTheReport() async throws {
    let terminal = try await terminal()
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let set = try Exerciser.set(of: "bent-over-row", reps: 4)
    try await wait(
      for: "Bent-over row", "\u{25C9}\u{25CB}", "Next: 4 reps", "Move slowly", "space pause",
      on: terminal, &person, at: set.first)
    try await wait(
      for: "Bend forward at the hips", "samples a second, no gaps", on: terminal, &person,
      at: set.first)
    try await wait(for: "Go, slowly", "reps", on: terminal, &person, at: set.first)
    #expect(try terminal.fact("alternate_on") == "1")
    #expect(try terminal.fact("cursor_flag") == "0")
    // a 0 in pixels of two columns and two rows
    let pixels = try terminal.screen()[3..<13].map { $0.prefix(12) }
    #expect(pixels.first == "████████████" && pixels[4] == "████    ████")
    try await person.perform(Array(set.prefix(set.count * 5 / 8)))
    try await wait(for: "last: out", "░", on: terminal, &person, at: nil)
    #expect(try terminal.screen()[20..<23].joined().contains("█"))
    try terminal.press("qq")
    try await wait(for: "How hard was it", on: terminal, &person, at: nil)
    try terminal.press("Enter")
    try await wait(for: "status 1", on: terminal, &person, at: nil)
    let text = try terminal.history()
    #expect(text.contains("before\n") && text.contains("as prescribed"), "\(text)")
    #expect(try terminal.fact("alternate_on") == "0")
    #expect(try terminal.fact("cursor_flag") == "1")
    try person.leave()
  }

  /// Whatever the size, the screen is filled anew; and what does not fit is not shown.
  @Test func anotherSizeIsFollowed() async throws {
    let terminal = try await terminal()
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    try await wait(for: "4 reps", on: terminal, &person, at: start)
    try terminal.press("n")
    try await wait(for: "Go, slowly", on: terminal, &person, at: start)
    for (columns, rows) in [(120, 40), (40, 12), (30, 5), (80, 24)] {
      try terminal.resize(columns: columns, rows: rows)
      var isDrawn = false
      try await person.wait(inPosition: start, atMost: 20) {
        let screen = try terminal.screen()
        isDrawn =
          screen.joined().contains(rows < 12 ? "of 4 reps" : "\u{2588}\u{2588}")
          && screen.joined().contains("Go, slowly")
          && screen.contains { $0.contains("sensor:") }
        return isDrawn
      }
      let screen = try terminal.screen().joined(separator: "\n")
      #expect(isDrawn, "\(columns) x \(rows):\n\(screen)")
    }
    try person.leave()
  }

  @Test(arguments: ["</dev/null", "<&-"])
  func whereNoKeyCanBePressedNoneIsOffered(redirection: String) async throws {
    let terminal = try await terminal(options: "--program \(program) \(redirection)")
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    try await wait(
      for: "4 reps", "Ctrl-C ends the session", on: terminal, &person, at: start)
    #expect(try !terminal.screen().joined().contains("space pause"))
    try signal(SIGINT)
    try await wait(for: "before", "status 1", on: terminal, &person, at: start)
    try person.leave()
  }

  /// Twice Ctrl-C ends at once, and a fault of the program's own is not asked for either.
  @Test(arguments: [[SIGTERM], [SIGHUP], [SIGINT], [SIGINT, SIGINT], [SIGSEGV], [SIGQUIT]])
  func theTerminalIsAsItWasOnEveryWayOut(signals: [Int32]) async throws {
    let terminal = try await terminal(rows: 40)
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    try await wait(for: "4 reps", on: terminal, &person, at: start)
    for number in signals { try signal(number) }
    try await wait(for: "before", "status", on: terminal, &person, at: start)
    #expect(try terminal.fact("alternate_on") == "0")
    #expect(try terminal.fact("cursor_flag") == "1")
    // what is typed is shown again
    try terminal.press("x y")
    try await wait(for: "x y", on: terminal, &person, at: start)
    try person.leave()
  }

  @Test(arguments: [
    (["TERM": "dumb"], 80, 24), ([:], 39, 24), ([:], 80, 11),
  ])
  func whereAScreenMakesNoSenseThereAreLines(
    environment: [String: String], columns: Int, rows: Int
  ) async throws {
    let terminal = try await terminal(
      columns: columns, rows: rows, environment, hasScreen: false)
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    try await wait(for: "0:00  Bent-over row: 4 reps", on: terminal, &person, at: start)
    #expect(try terminal.fact("alternate_on") == "0")
    try terminal.press("qq")
    try await wait(for: "How hard was it", on: terminal, &person, at: start)
    try terminal.press("Enter")
    try await wait(for: "status 1", on: terminal, &person, at: start)
    try person.leave()
  }

  /// What a phone is set up by stands there until it sends.
  @Test func theScreenWaitsForAPhone() async throws {
    let terminal = try Tmux(
      columns: 80, rows: 40,
      environment: ["LC_ALL": "C.UTF-8", "XDG_DATA_HOME": folder.path("data")],
      command: "\(Motioncheck.executable.path) live --source http://0/secret --program \(program)")
    for _ in 0..<200 where try !terminal.screen().joined().contains("Ctrl-C ends") {
      try await Task.sleep(for: .milliseconds(50))
    }
    let screen = try terminal.screen().joined(separator: "\n")
    #expect(screen.contains("/secret") && screen.contains("HTTP Push"), "\(screen)")
    #expect(try terminal.fact("alternate_on") == "0")
  }

  @Test func aSessionThatWasKilledGoesOnWithItsCount() async throws {
    let set = try Exerciser.set(of: "bent-over-row", reps: 4)
    do {
      let terminal = try await terminal(rows: 40)
      var person = try Exerciser(fifo: fifo, speed: Self.speed)
      try await wait(for: "Go, slowly", on: terminal, &person, at: set.first)
      try await person.perform(Array(set.prefix(set.count * 3 / 4)))
      try await wait(for: "last: out", on: terminal, &person, at: nil)
      // What is killed loses what came in the last 0.25 s: what was seen must be older.
      let seen = person.now
      let recording = try #require(folder.recordings().first)
      try await person.wait(inPosition: nil) {
        try TemporaryFolder.recordedSeconds(in: recording) >= seen
      }
      try signal(SIGKILL)
      try await wait(for: "status 137", on: terminal, &person, at: nil)
      try person.leave()
    }
    let terminal = try await terminal(options: "--resume")
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    try await wait(
      for: "Resumed; so far: bent-over row", "4 reps", "\u{25C9}\u{25CB}", on: terminal,
      &person, at: set.first)
    try person.leave()
  }

  @Test func withoutColourNoneIsUsed() async throws {
    for (environment, isColoured) in [(["NO_COLOR": "1"], false), ([:], true)] {
      let terminal = try await terminal(environment)
      var person = try Exerciser(fifo: fifo, speed: Self.speed)
      let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
      try await wait(for: "4 reps", on: terminal, &person, at: start)
      #expect(try terminal.colouredScreen().contains("\u{1B}[36m") == isColoured)
      try person.leave()
    }
  }
}
