import MotionCore
import Testing

@testable import MotionReport

@Suite struct GuideWordsTests {
  private static let sets = (Program.named("upper-back")?.sets ?? [])
  private static let words = GuideWords(sets: sets, placement: .upperArm)

  @Test func anExerciseIsNamedExplainedAndTheSensorPlaced() throws {
    let set = try #require(Self.sets.firstIndex { $0.exercise.id == "open-book" })
    let lines = Self.words.lines(.introduced(set: set, arm: .left))
    #expect(lines.first == "Open book, left: 10 reps")
    #expect(lines.last == "Sensor on the outside of the left upper arm.")
    #expect(lines.count == 3)
  }

  @Test(arguments: Exercise.catalogue)
  func everyExerciseIsExplainedShortly(exercise: Exercise) {
    let text = Instruction.text(for: exercise, side: .left)
    #expect(text.count <= 220, "\(exercise.id) takes too long to say")
    #expect(exercise.dose == nil || text.lowercased().contains("slowly"), "\(exercise.id)")
    #expect(!text.contains("\n"))
  }

  @Test func anExerciseOfOnesOwnIsExplainedByItsProgramme() {
    var own = Exercise.catalogue[0]
    (own.id, own.summary) = ("own", "Do as you were told.")
    #expect(Instruction.text(for: own, side: nil) == "Do as you were told.")
  }

  @Test func whatCannotBeSeenIsToldWithWhereToWearTheSensor() throws {
    let squeeze = try #require(Self.sets.firstIndex { $0.exercise.id == "scapular-squeeze" })
    let words = GuideWords(sets: Self.sets, placement: .wrist)
    let text = try #require(words.spoken(.unseen(set: squeeze)))
    #expect(text.contains("on the wrist cannot see it"))
    #expect(text.contains("on the upper arm or on top of the shoulder"))
  }

  @Test func holdsAreCountedDownInFewWords() {
    let spoken = (1...30).reversed().filter {
      Self.words.spoken(.holdSecondsLeft(set: 1, $0)) != nil
    }
    #expect(spoken == [30, 20, 10, 3, 2, 1])
  }

  @Test func countsAreSpokenAndLeftToTheirOwnLines() {
    let cue = GuideCue.counted(set: 0, count: 4, asksSlower: false)
    #expect(Self.words.spoken(cue) == "4")
    #expect(Self.words.lines(cue).isEmpty)
    #expect(
      Self.words.spoken(.counted(set: 0, count: 5, asksSlower: true)) == "5, slower")
  }

  /// The person is told to stop and whom to tell, and never to go on through it.
  @Test(arguments: [nil, 6])
  func painIsNotedWithoutAnyPush(level: Int?) throws {
    let text = try #require(Self.words.spoken(.painNoted(set: 0, level: level, isSevere: false)))
    #expect(text.contains("this exercise is over"))
    #expect(text.contains("healthcare provider"))
    #expect(level == nil || text.contains("6"))
    let question = try #require(Self.words.spoken(.painAsked(set: 0)))
    #expect(question.contains("from 0 for none to 10"))
    #expect(question.contains("choose with next and back, and confirm with pause"))
    #expect(Self.words.lines(.painAsked(set: 0)) == [question])
    // who chooses with buttons sees what was chosen
    #expect(Self.words.lines(.painLevel(3)) == ["3 of 10"])
  }

  @Test func thePositionIsSaidOutright() throws {
    let set = try #require(Self.sets.firstIndex { $0.exercise.id == "open-book" })
    for (place, words) in [
      (set, "Lie on your right side, left arm on top"),
      (set + 1, "Lie on your left side, right arm on top"),
    ] {
      let text = try #require(Self.words.spoken(.introduced(set: place, arm: nil)))
      #expect(text.contains(words) && text.contains("Breathe in"))
      // how it is done is said once, the position each time
      let again = try #require(Self.words.spoken(.introduced(set: place, arm: nil), isKnown: true))
      #expect(again.contains(words) && !again.contains("Breathe in"))
    }
  }

  @Test func severePainOffersTheEnd() throws {
    let text = try #require(
      Self.words.spoken(.painNoted(set: 0, level: 8, isSevere: true)))
    #expect(text.contains("Stop for today?") && text.contains("without an answer"))
  }

  /// What was being said when a countdown begins gives way to it.
  @Test func aCountdownInterrupts() {
    let priorities = [8, 5, 4, 1].map {
      Self.words.utterances(.getReady(set: 0, secondsLeft: $0)).map(\.priority)
    }
    #expect(priorities == [[.interruption], [.interruption], [.count], [.count]])
  }

  @Test func longSentencesAreBrokenBehindTheirTime() {
    let lines = LiveLines.lines(
      Self.words.lines(.introduced(set: 1, arm: nil)), at: 65)
    #expect(lines.first?.hasPrefix("   1:05  Child's pose: 3 holds of 15 to 30 s") == true)
    #expect(lines.count > 3)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("         ") && $0.count <= 80 })
  }
}
