import Foundation
import MotionCore
import MotionInput
import MotionReport

/// What a session of these rows must show, each with the row that brings it about.
struct ExpectedOutput {
  private var news: [(text: String, row: Int)] = []

  /// Replays the rows, for a session that prints lines or has a screen.
  init(
    _ rows: Rows, count: Int, exercise id: String, onScreen: Bool, in folder: URL
  ) throws {
    guard let exercise = Exercise.named(id) else {
      throw TrialFailure(description: "no exercise '\(id)'")
    }
    let recording = folder.appending(path: "sent.csv")
    try (rows.header + (0..<count).map { rows[$0].text }.joined())
      .write(to: recording, atomically: false, encoding: .utf8)
    let source = try RecordingSource(path: recording.path)
    let set = PlannedSet(exercise: exercise, side: nil, target: nil)
    var session = Session(plan: .single(set))
    var wording = LiveLines(sets: [set])
    var state = LiveState(sets: [set], keys: LiveState.plainKeys)
    var shown = Self.figure(state)
    var row = 0
    while let readings = try source.next() {
      for reading in readings {
        let events = session.process(reading)
        if onScreen {
          state.take(events)
          let figure = Self.figure(state)
          if figure != shown { news.append((figure, row)) }
          shown = figure
        } else {
          news += wording.lines(for: events).map { ($0, row) }
        }
        row += 1
      }
    }
  }

  /// The large figure as the screen shows it while nothing is held.
  private static func figure(_ state: LiveState) -> String {
    let layout = LiveLayout(
      columns: FigureReader.columns, rows: FigureReader.rows, style: .plain, signs: .unicode)
    let lines = layout.lines(state.view(.counting, SensorState()))
    return FigureReader.figureRows.map { lines[$0 - 1] }.joined(separator: "\n")
  }

  /// Milliseconds from each row to what it brought about, sorted.
  func delays(
    sent: [ContinuousClock.Instant], seen: [(text: String, time: ContinuousClock.Instant)]
  ) throws -> [Double] {
    var rest = seen[...]
    let delays = try news.map { text, row in
      guard let index = rest.firstIndex(where: { $0.text == text }) else {
        throw TrialFailure(description: "not shown, as a replay of the same rows has it: \(text)")
      }
      defer { rest = rest[(index + 1)...] }
      return (rest[index].time - sent[row]) / .milliseconds(1)
    }
    guard !delays.isEmpty else { throw TrialFailure(description: "nothing was to be shown") }
    return delays.sorted()
  }
}
