import Foundation
import Glibc
import MotionInput

/// A guided session that is led by the controller's own buttons, as by a person who reaches no
/// keyboard: they come from another node than the motion.
enum ButtonCase {
  /// What is pressed, and the words that must then be told once more.
  private static let presses: [(button: ControllerButton?, answer: String)] = [
    (nil, "Bent-over row: 4 reps"),
    (.cross, "Paused."),
    (.cross, "On with bent-over row."),
    (.rightShoulder, "Begin, slowly."),
    (.leftShoulder, "Bent-over row: 4 reps"),
    (.arrowRight, "Begin, slowly."),
    (.circle, "How strong is the pain"),
    (.rightShoulder, "1 of 10"),
    (.arrowRight, "2 of 10"),
    (.rightShoulder, "3 of 10"),
    (.leftShoulder, "2 of 10"),
    (.cross, "Pain of 2 was noted"),
    (.rightShoulder, "Rest for"),
    (.rightShoulder, "Begin, slowly."),
    (.rightShoulder, "Over."),
  ]

  private static let program = """
    version: 1
    id: buttons
    title: Led by buttons
    exercises:
      - {exercise: bent-over-row, reps: 4, rest: 2}
      - {exercise: scapular-squeeze, reps: 3, hold: 5, rest: 2}
    """

  /// How long an answer may take, in seconds.
  private static let patienceSeconds = 20.0

  /// Leads a session with them.
  static func leads() throws -> String {
    let path = "/tmp/buttons.yaml"
    try program.write(toFile: path, atomically: true, encoding: .utf8)
    let sensor = try GameController(.dualSense, address: 0x55)
    let live = try LiveProcess([
      "live", "--device", sensor.device.path, "--program", path, "--format", "json", "--no-record",
    ])
    try live.waitUntilReady(serving: sensor)
    var player = Player(try RecordingSource(path: "/recordings/rows.csv").samples())
    for (button, answer) in presses {
      let told = button == nil ? 0 : live.errors.count(of: answer)
      if let button { try press(button, on: sensor, &player) }
      let end = MonotonicClock.now() + Int64(patienceSeconds * 1e9)
      while live.errors.count(of: answer) == told {
        guard MonotonicClock.now() < end, live.isRunning else {
          throw Outcome.failed(
            "no '\(answer)' after \(button.map { "\($0)" } ?? "the start"): \(live.errors)")
        }
        try player.play(for: 0.1, on: sensor)
      }
    }
    let status = try live.end(serving: sensor)
    return try check(LiveReport(live.output), status)
  }

  private static func press(
    _ button: ControllerButton, on sensor: GameController, _ player: inout Player
  ) throws {
    for state in [button, nil] {
      sensor.hold(state)
      // A report that is late is not sent: on a busy machine that may be all that tell of it.
      let sent = player.sent
      repeat { try player.play(for: 0.1, on: sensor) } while player.sent == sent && player.isPlaying
    }
  }

  private static func check(_ report: LiveReport, _ status: Int32?) throws -> String {
    let (outcomes, pains) = (report.sets.map(\.outcome), report.sets.map(\.pain))
    guard status == 1, outcomes == ["stopped-for-pain", "not-done"], pains == [2, nil] else {
      throw Outcome.failed("status \(status ?? -1), \(outcomes), pain \(pains)")
    }
    return "pause, next, back and pain from the buttons' own node; \(outcomes[0]), pain 2"
  }
}

extension String {
  fileprivate func count(of words: String) -> Int { components(separatedBy: words).count - 1 }
}
