import MotionCore
import Testing

@testable import MotionReport

@Suite struct LiveStateTests {
  private static let program = Program(
    id: "own", title: "own",
    lines: [
      .init(exercise: Exercise.catalogue[0], target: Target(reps: 10)),
      .init(
        exercise: Exercise.catalogue[1],
        target: Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30)),
    ])

  /// A guide, with a state that is told all that it tells.
  private struct GuidedScreen {
    var guide = Guide(program: program, placement: .upperArm)
    var state = LiveState(sets: program.sets, keys: LiveState.guidedKeys)

    var view: LiveView { state.view(guide, SensorState()) }

    mutating func rest(until seconds: Double) {
      var time = guide.now
      while time < seconds {
        let sample = IMUSample(
          nanoseconds: Int64(time * 1e9), specificForce: Vector3(0, 0, 9.81), angularRate: .zero)
        state.take(sample, at: time)
        tell(guide.process(sample, at: time))
        time += 0.02
      }
    }

    mutating func press(_ intent: GuideIntent) { tell(guide.take(intent)) }

    private mutating func tell(_ actions: [GuideAction]) {
      for case .cue(let cue) in actions {
        state.take(cue, GuideWords(sets: guide.sets, placement: .upperArm))
      }
    }
  }

  @Test func beforeASetTheSecondsAreCountedAndTheExerciseIsExplained() {
    var guided = GuidedScreen()
    #expect(guided.view.phase == "Waiting for the sensor")
    guided.rest(until: 2)
    #expect(guided.view.title == "Shoulder roll")
    #expect(guided.view.place == "1 of 2   0:01")
    #expect(guided.view.phase == "Next")
    #expect(guided.view.figure == "14")
    #expect(guided.view.caption == "s, then 10 reps")
    #expect(guided.view.message.contains("Lift both shoulders"))
    guided.rest(until: 12)
    #expect(guided.view.phase == "Get ready")
    #expect(guided.view.message.contains("Lift both shoulders"))
  }

  @Test func inASetItsCountIsTheFigure() {
    var guided = GuidedScreen()
    guided.rest(until: 16)
    #expect(guided.view.phase == "Go, slowly")
    #expect(guided.view.tone == .active)
    #expect(guided.view.figure == "0")
    #expect(guided.view.caption == "of 10 reps")
    let repetition = Repetition(
      number: 1, start: 2, end: 5, verdict: .tooFast, tempo: [1.2, 0.3, 1.3, nil],
      announcedAt: 5)
    guided.state.take([.repetition(set: 0, repetition, count: 4)])
    #expect(guided.view.figure == "4")
    #expect(guided.view.progress == 0.4)
    #expect(guided.view.tempo == "last: out 1.2 s  turn 0.3 s  back 1.3 s  slower")
  }

  @Test func painIsAskedFor() {
    var guided = GuidedScreen()
    guided.rest(until: 16)
    guided.press(.pain)
    #expect(guided.view.phase == "Stopped. How strong is the pain?")
    #expect(guided.view.tone == .attention)
    #expect(guided.view.figure == "-")
    guided.press(.next)
    #expect(guided.view.figure == "1")
  }

  /// What the person is to do must not go under in what is noted of the recording.
  @Test func aNoteStandsBesideTheMessageForAWhile() {
    var guided = GuidedScreen()
    guided.rest(until: 2)
    guided.state.take(note: "Recording to a.csv\nWarning: b\n")
    guided.rest(until: 6)
    #expect(guided.view.note == "Recording to a.csv Warning: b")
    guided.state.take(note: "Note: c")
    #expect(guided.view.note == "Note: c Recording to a.csv Warning: b")
    guided.state.take(note: "Note: d")
    #expect(guided.view.note == "Note: d Note: c")
    #expect(guided.view.message.contains("Lift both shoulders"))
    // a gap takes nothing of its time
    let sample = IMUSample(nanoseconds: 0, specificForce: Vector3(0, 0, 9.81), angularRate: nil)
    guided.state.take(sample, at: 100)
    #expect(guided.view.note == "Note: d Note: c")
    guided.state.take(sample, at: 7)
    guided.rest(until: 15)
    #expect(guided.view.note == "")
  }

  @Test func aPauseIsShown() {
    var guided = GuidedScreen()
    guided.rest(until: 16)
    guided.press(.pause)
    #expect(guided.view.phase == "Paused")
    #expect(guided.view.message == "Paused.")
  }

  @Test func aHoldIsCountedDownAndThenUp() {
    let set = PlannedSet(
      exercise: Exercise.catalogue[1],
      target: Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30))
    let state = LiveState(sets: [set], keys: LiveState.plainKeys)
    let running = state.view(at: 25, runningHoldStart: 20.4, SensorState())
    #expect(running.phase == "Hold")
    #expect(running.figure == "11")
    #expect(running.caption == "s to hold")
    let reached = state.view(at: 38, runningHoldStart: 20.4, SensorState())
    #expect(reached.figure == "17")
    #expect(reached.caption == "s held")
    let none = state.view(at: 38, runningHoldStart: nil, SensorState())
    #expect(none.figure == "0")
    #expect(none.caption == "of 3 holds")
  }

  @Test func aSensorThatIsSilentIsWhatMattersMost() {
    var sensor = SensorState()
    sensor.rateHertz = 250
    sensor.batteryPercent = 75
    #expect(sensor.line == "sensor: 250 samples a second, no gaps, battery 75 %")
    #expect(!sensor.isPoor)
    sensor.silentSeconds = 3.4
    sensor.gaps = 2
    #expect(sensor.line == "sensor: no signal for 3.0 s, 2 gaps, battery 75 %")
    #expect(sensor.isPoor)
    let view = LiveState(
      sets: [PlannedSet(exercise: Exercise.catalogue[0])], keys: LiveState.plainKeys
    ).view(at: 1, runningHoldStart: nil, sensor)
    #expect(view.tone == .attention)
    #expect(view.isSensorPoor)
  }

  @Test func anEmptyBatteryIsToldUnlessItIsCharged() {
    var sensor = SensorState()
    sensor.batteryPercent = 10
    #expect(sensor.isPoor)
    sensor.isCharging = true
    #expect(!sensor.isPoor)
    #expect(sensor.line.hasSuffix("battery 10 %, charging"))
  }
}
