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
    var guide: Guide
    var state: LiveState

    init(_ program: Program = program) {
      guide = Guide(program: program, placement: .upperArm)
      state = LiveState(sets: program.sets, keys: LiveState.guidedKeys)
    }

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
    #expect(guided.view.phase == "Next: 10 reps")
    #expect(guided.view.figure == "14")
    #expect(guided.view.caption == "s")
    #expect(guided.view.message == SafetyNotice.short)
    guided.rest(until: 7)
    #expect(guided.view.message.contains("Lift both shoulders"))
    guided.rest(until: 12)
    #expect(guided.view.phase == "Get ready: 10 reps")
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
    #expect(guided.view.goal == "10")
    #expect(guided.view.marks == [.present, .coming])
    #expect(guided.view.progress == 0.4)
    #expect(guided.view.tempo == "last: out 1.2 s  turn 0.3 s  back 1.3 s")
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
    #expect(guided.view.note == "Note: c")
    guided.rest(until: 8)
    #expect(guided.view.message.contains("Lift both shoulders"))
    guided.rest(until: 27)
    #expect(guided.view.note == "")
  }

  /// How a session stands is told when its recording was read; the sensor's first sample comes with
  /// all of the pause.
  @Test func whatAResumedSessionCameToStandsAcrossThePause() {
    let sample = IMUSample(nanoseconds: 0, specificForce: Vector3(0, 0, 9.81), angularRate: .zero)
    var state = LiveState(
      sets: [PlannedSet(exercise: Exercise.catalogue[0])], keys: LiveState.plainKeys)
    state.take(sample, at: 40)
    state.take(note: "Resumed; so far: shoulder roll 8 of 10 reps")
    state.take(sample, at: 3640)
    let view = state.view(.counting, SensorState())
    #expect(view.note == "Resumed; so far: shoulder roll 8 of 10 reps")
    state.take(sample, at: 3640.02)
    state.wait(silentSeconds: 21)
    #expect(state.view(.counting, SensorState()).note == "")
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
    var state = LiveState(sets: [set], keys: LiveState.plainKeys)
    func view(at seconds: Double, _ hold: LiveHold?) -> LiveView {
      state.take(
        IMUSample(nanoseconds: 0, specificForce: Vector3(0, 0, 9.81), angularRate: nil),
        at: seconds)
      state.take(hold)
      return state.view(.counting, SensorState())
    }
    let running = view(at: 25, LiveHold(start: 20.4))
    #expect(running.phase == "Hold 1 of 3")
    #expect(running.figure == "11" && running.goal == "")
    #expect(running.caption == "s to hold")
    let reached = view(at: 38, LiveHold(start: 20.4))
    #expect(reached.phase == "Long enough")
    #expect(reached.figure == "17")
    #expect(reached.caption == "s held")
    // as soon as it is left it is said what it came to
    let left = view(at: 42, LiveHold(start: 20.4, leftAt: 41.8))
    #expect(left.phase == "Hold 1: 21 s")
    #expect(left.figure == "21" && left.caption == "s held")
    let over = view(at: 43, nil)
    #expect(over.phase == "Hold 1: 22 s" || over.phase == "Hold 1: 21 s")
    #expect(over.figure == "1" && over.goal == "3")
    #expect(over.message.hasPrefix("Hold 1: 2"))
  }

  /// The end of a set, the rest and how the next one is done: one after the other.
  @Test func whatFollowsASetIsReadInTurn() {
    var guided = GuidedScreen()
    guided.rest(until: 16)
    guided.press(.next)
    #expect(guided.view.message == "Shoulder roll: 0 of 10 reps. Over.")
    guided.rest(until: 20)
    #expect(guided.view.message == "Shoulder roll: 0 of 10 reps. Over.")
    guided.rest(until: 22)
    #expect(guided.view.message == "Rest for 30 seconds. Then: child's pose.")
    guided.rest(until: 27)
    #expect(guided.view.message.hasPrefix("Kneel and sit on your heels."))
    #expect(guided.view.marks == [.missed, .present])
  }

  /// What is to be done in the rest is not read at the end of it.
  @Test func whereTheSensorMovesIsReadRightAfterTheSet() {
    var guided = GuidedScreen(
      Program(
        id: "own", title: "own",
        lines: [
          .init(
            exercise: Exercise.catalogue[2], sides: [.left, .right], target: Target(reps: 5))
        ]))
    guided.rest(until: 1)
    guided.press(.next)
    guided.press(.next)
    guided.rest(until: 3)
    #expect(guided.view.message == "Open book, left: 0 of 5 reps. Over.")
    #expect(guided.view.phase == "Sensor to the right arm")
    guided.rest(until: 7)
    #expect(guided.view.message.hasPrefix("Now the other side: move the sensor"))
  }

  @Test func theAdviceAfterPainStandsAlone() {
    var guided = GuidedScreen()
    guided.rest(until: 16)
    guided.press(.pain)
    #expect(guided.view.canUndo)
    guided.rest(until: 22)
    #expect(!guided.view.canUndo)
    guided.press(.painLevel(8))
    #expect(guided.view.phase == "Stop for today?")
    #expect(guided.view.isOfferingEnd)
    for seconds in [23.0, 30, 40] {
      guided.rest(until: seconds)
      #expect(guided.view.message.hasPrefix("Pain of 8 was noted"))
    }
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
    ).view(.counting, sensor)
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
