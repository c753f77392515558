import MotionCore
import MotionReport
import Testing

/// What is said of a set that more likely is another thing.
@Suite struct ConfidenceTests {
  private static func rolls(
    _ probability: Double, _ alternative: Confidence.Alternative = .walking
  ) throws -> SetReport {
    SetReport(
      plan: try Fixtures.plan("shoulder-roll", target: Target(reps: 10)),
      outcome: probability < 0.5 ? .partlyDone : .done,
      confidence: Confidence(probability: probability, alternative: alternative),
      reps: (1...10).map { Fixtures.repetition($0) })
  }

  private static func lines(_ set: SetReport) -> String {
    TextReport(Fixtures.report([set]), context: Fixtures.context).lines.joined(separator: "\n")
  }

  private static func json(_ set: SetReport) -> String {
    JSONReport(Fixtures.report([set]), context: Fixtures.context).line
  }

  @Test func aDoubtfulSetMeetsNoTarget() throws {
    #expect(try Self.rolls(0.49).isTargetMet == false)
    #expect(try Self.rolls(0.5).isTargetMet == true)
    let json = try Self.json(Self.rolls(0.49))
    #expect(json.contains("\"targetMet\":false,\"exceeded\":false,"))
    #expect(json.contains("\"confidence\":0.49"))
  }

  @Test func theReportSaysWhatADoubtfulSetCouldBe() throws {
    let text = try Self.lines(Self.rolls(0.21))
    #expect(text.contains("not sure"))
    #expect(text.contains("10 of 10 reps"))
    #expect(text.replacing(/\s+/, with: " ").contains("this could be walking (confidence 21 %)"))
    #expect(text.contains("Not sure that it was done."))
    #expect(try !Self.lines(Self.rolls(0.9)).contains("confidence"))
  }

  @Test(arguments: Confidence.Alternative.allCases)
  func everyAlternativeHasItsWords(alternative: Confidence.Alternative) throws {
    let text = try Self.lines(Self.rolls(0.1, alternative)).replacing("\n ", with: "")
    #expect(text.contains("this could be"))
    #expect(!text.contains(alternative.rawValue) || alternative == .walking)
  }

  @Test func whatWasNotSeenHasNoConfidence() throws {
    let set = SetReport(
      plan: try Fixtures.plan("shoulder-roll", target: Target(reps: 10)), outcome: .notDone)
    #expect(Self.json(set).contains("\"confidence\":null"))
    #expect(!Self.lines(set).contains("confidence"))
  }
}
