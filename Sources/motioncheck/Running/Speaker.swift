import Dispatch
import Foundation
import MotionInput
import MotionReport
import Synchronization

/// Says things aloud, one at a time, without ever keeping the session waiting.
final class Speaker: Sendable {
  private struct State {
    var queue = SpeechQueue()
    /// Those that have not failed, the best first.
    var programs: ArraySlice<SpeechProgram>
    /// What speaks now.
    var running: Process?
    var isBusy = false
  }

  private let state: Mutex<State>
  private let worker = DispatchQueue(label: "voice")
  private let warn: @Sendable (String) -> Void

  /// A speaker that uses the first of these programs that works.
  ///
  /// - Parameter warn: is told when none does.
  init(programs: [SpeechProgram], warn: @escaping @Sendable (String) -> Void) {
    state = Mutex(State(programs: programs[...]))
    self.warn = warn
  }

  /// Says this as soon as what came before is said or out of date; returns at once.
  func say(_ utterances: [Utterance]) {
    guard !utterances.isEmpty else { return }
    let now = MonotonicClock.now()
    let wasBusy = state.withLock { state in
      for utterance in utterances { state.queue.add(utterance, now: now) }
      if utterances.contains(where: { $0.priority == .interruption }), let running = state.running {
        state.programs.first?.silence(running)
      }
      defer { state.isBusy = true }
      return state.isBusy
    }
    if !wasBusy { worker.async { self.speak() } }
  }

  /// Waits until everything is said, at most for some seconds.
  func finish(withinSeconds seconds: Int) {
    let isSilent = DispatchSemaphore(value: 0)
    worker.async { isSilent.signal() }
    _ = isSilent.wait(timeout: .now() + .seconds(seconds))
  }

  private func speak() {
    while let (utterance, program) = next() {
      if !say(utterance.text, with: program) { giveUp(program, saying: utterance) }
    }
  }

  private func next() -> (Utterance, SpeechProgram)? {
    state.withLock { state in
      if state.programs.isEmpty { state.queue = SpeechQueue() }
      guard let program = state.programs.first,
        let utterance = state.queue.next(now: MonotonicClock.now())
      else {
        state.isBusy = false
        return nil
      }
      return (utterance, program)
    }
  }

  /// Waits until the text is said; false when the program cannot do it.
  private func say(_ text: String, with program: SpeechProgram) -> Bool {
    let isOver = DispatchSemaphore(value: 0)
    let process = program.process(saying: text)
    process.terminationHandler = { _ in isOver.signal() }
    do {
      try state.withLock { state in
        try process.run()
        state.running = process
      }
    } catch {
      return false
    }
    defer { state.withLock { $0.running = nil } }
    guard isOver.wait(timeout: .now() + program.longestSeconds(of: text)) == .success else {
      program.silence(process)
      isOver.wait()
      return false
    }
    // One that was ended by a signal was interrupted, and can speak.
    return process.terminationReason != .exit || process.terminationStatus == 0
  }

  private func giveUp(_ program: SpeechProgram, saying utterance: Utterance) {
    let isMute = state.withLock { state in
      state.programs = state.programs.dropFirst()
      return state.programs.isEmpty
    }
    if isMute {
      warn("\(program.executable.path) cannot speak here; the session goes on in silence")
    } else {
      say([utterance])
    }
  }
}
