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
  private struct Led {
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
    var led = Led()
    #expect(led.view.phase == "Waiting for the sensor")
    led.rest(until: 2)
    #expect(led.view.title == "Shoulder roll")
    #expect(led.view.place == "1 of 2   0:01")
    #expect(led.view.phase == "Next")
    #expect(led.view.figure == "14")
    #expect(led.view.caption == "s, then 10 reps")
    #expect(led.view.message.contains("Lift both shoulders"))
    led.rest(until: 12)
    #expect(led.view.phase == "Get ready")
    #expect(led.view.message.contains("Lift both shoulders"))
  }

  @Test func inASetItsCountIsTheFigure() {
    var led = Led()
    led.rest(until: 16)
    #expect(led.view.phase == "Go, slowly")
    #expect(led.view.tone == .active)
    #expect(led.view.figure == "0")
    #expect(led.view.caption == "of 10 reps")
    let repetition = Repetition(
      number: 1, start: 2, end: 5, verdict: .tooFast, tempo: [1.2, 0.3, 1.3, nil],
      announcedAt: 5)
    led.state.take([.repetition(set: 0, repetition, count: 4)])
    #expect(led.view.figure == "4")
    #expect(led.view.progress == 0.4)
    #expect(led.view.tempo == "last: out 1.2 s  turn 0.3 s  back 1.3 s  slower")
  }

  @Test func painIsAskedFor() {
    var led = Led()
    led.rest(until: 16)
    led.press(.pain)
    #expect(led.view.phase == "Stopped. How strong is the pain?")
    #expect(led.view.tone == .attention)
    #expect(led.view.figure == "-")
    led.press(.next)
    #expect(led.view.figure == "1")
  }

  /// What the person is to do must not go under in what is noted of the recording.
  @Test func aNoteStandsBesideTheMessageForAWhile() {
    var led = Led()
    led.rest(until: 2)
    led.state.take(note: "Recording to a.csv\nWarning: b\n")
    led.rest(until: 6)
    #expect(led.view.note == "Recording to a.csv Warning: b")
    led.state.take(note: "Note: c")
    #expect(led.view.note == "Note: c Recording to a.csv Warning: b")
    led.state.take(note: "Note: d")
    #expect(led.view.note == "Note: d Note: c")
    #expect(led.view.message.contains("Lift both shoulders"))
    led.rest(until: 15)
    #expect(led.view.note == "")
  }

  @Test func aPauseIsShown() {
    var led = Led()
    led.rest(until: 16)
    led.press(.pause)
    #expect(led.view.phase == "Paused")
    #expect(led.view.message == "Paused.")
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
