import MotionCore
import MotionReport
import Testing

@Suite struct TextReportTests {
  private func text(_ report: SessionReport, style: TextStyle = .plain) -> String {
    TextReport(report, context: Fixtures.context, style: style).lines.joined(separator: "\n")
  }

  private func text(_ set: SetReport) -> String { text(Fixtures.report([set])) }

  private func details(_ report: SessionReport) -> String {
    TextReport(report, context: Fixtures.context, details: true).lines.joined(separator: "\n")
  }

  private func details(_ set: SetReport) -> String { details(Fixtures.report([set])) }

  private func joined(_ report: SessionReport) -> String {
    text(report).replacing(/\s+/, with: " ")
  }

  private func closing(_ sets: [SetReport]) -> String? {
    TextReport(Fixtures.report(sets), context: Fixtures.context).lines.last
  }

  @Test(arguments: [
    (SessionRemark(effort: 7, note: "stiff"), "Effort 7 of 10: \u{201C}stiff\u{201D}"),
    (SessionRemark(effort: 0), "Effort 0 of 10"),
    (SessionRemark(note: "stiff"), "\u{201C}stiff\u{201D}"),
  ])
  func whatThePersonSaidStandsAtTheTop(remark: SessionRemark, line: String) throws {
    var context = Fixtures.context
    context.remark = remark
    let lines = TextReport(try Fixtures.session(), context: context).lines
    #expect(lines.prefix { !$0.isEmpty }.last == line)
  }

  @Test func aSessionReadsLikeThis() throws {
    let shown = text(try Fixtures.session())
    #expect(
      shown == """
        Upper back pain at home
        \(ReadableTime.text("2025-11-22T10:00:00Z"))
        kitchen.csv
        DualSense, sensor on the upper arm, thresholds of mine.yaml

        ◐ Bent-over row     2 of 3 reps   partly done: 1 went only part of the way; 1
                                          was too fast
        ✓ Child's pose      3 of 3 holds  done
        ✗ Open book, left   0 of 10 reps  not done: the signal was good, and this was
                                          not found in it
        ? Open book, right  -             not measured: the signal was missing or
                                          unusable
        ? Scapular squeeze  -             not measured: the signal was missing or
                                          unusable
        ! Shoulder roll     1 of 10 reps  stopped for pain: pain of 4 out of 10 was
                                          noted, and stopping was right: please tell
                                          your healthcare provider about it; 9 were not
                                          seen

        Signal: 41 s, 100 samples a second, accelerometer and gyroscope, 1 gap at 0:12
                (0.4 s without signal), 1 sample at the sensor's limit

        Please note
        - The strap slipped at 3:10; ranges before and after cannot be compared.

        1 of 6 sets as prescribed; missing: 1 rep of bent-over row, left open book (not
        done), right open book (not measured), scapular squeeze (not measured), shoulder
        roll (stopped for pain).
        """)
  }

  @Test func detailsAreThoseOfEachSet() throws {
    #expect(
      details(try Fixtures.session()).contains(
        """
        Bent-over row
          usual tempo out 1.2 s, turn 0.3 s, back 1.3 s, rest 0.5 s
          range       70 degrees of sensor turn (from 68 to 71)
          too fast    rep 2 at 0:08
          partial     at 0:12; not counted
          confidence  97 %

        Child's pose
          asked       15 to 30 s
          held        22.1 s, 10.0 s (too short), 16.0 s, 15.2 s
          range       62 degrees of sensor turn
          short       at 1:20; not counted
          other       1 movement at 3:20; not counted

        Shoulder roll
          usual tempo out 1.2 s, turn 0.3 s, back 1.3 s
          range       70 degrees of sensor turn

        Signal: 41 s, 100 samples a second, accelerometer and gyroscope, 1 gap at 0:12
        """))
  }

  @Test(arguments: [30, 40, 60, 80, 120])
  func linesFitATerminal(columns: Int) throws {
    for details in [false, columns >= 40] {
      let lines = TextReport(
        try Fixtures.session(), context: Fixtures.context, columns: columns, details: details
      ).lines
      #expect(lines.allSatisfy { $0.count <= columns }, "\(lines.filter { $0.count > columns })")
    }
  }

  @Test func aNameCannotMoveTheTerminal() {
    var context = Fixtures.context
    context.patient = "Ada\u{1B}[2J\u{202E}\nGone"
    let lines = TextReport(Fixtures.report([]), context: context).lines
    #expect(lines.contains("Ada\u{FFFD}[2J\u{FFFD}\u{FFFD}Gone"))
  }

  @Test func moreThanPrescribedIsSaid() throws {
    var set = try Fixtures.rows()
    set.plan.target = Target(reps: 1)
    set.outcome = .done
    set.reps = [Fixtures.repetition(1), Fixtures.repetition(2)]
    #expect(text(set).contains("2 of 1 rep  done: 1 more than prescribed"))
  }

  @Test func colourChangesNothingButColour() throws {
    let session = try Fixtures.session()
    let coloured = text(session, style: .terminal)
    #expect(coloured.contains("\u{1B}[32m✓ Child's pose      3 of 3 holds  done\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == text(session))
    #expect(!text(session).contains("\u{1B}"))
  }

  @Test func notDoneAndNotMeasuredAreToldApart() throws {
    let plan = try Fixtures.plan("shoulder-roll", target: Target(reps: 10))
    let notDone = text(SetReport(plan: plan, outcome: .notDone))
    let notMeasured = text(SetReport(plan: plan, outcome: .notMeasured))
    #expect(notDone.contains("0 of 10 reps") && notDone.contains("not done"))
    #expect(!notDone.contains("not measured") && !notMeasured.contains("not done"))
    #expect(!notMeasured.contains("0 of 10") && notMeasured.contains("not measured"))
  }

  @Test func aBlindPlacementIsExplainedByItsNoteOnly() throws {
    var report = Fixtures.report([
      SetReport(plan: try Fixtures.plan("shoulder-roll"), outcome: .notMeasured)
    ])
    report.placement = .wrist
    report.warnings = ["shoulder roll: a sensor on the wrist cannot see it"]
    #expect(!joined(report).contains("signal was missing"))
    #expect(joined(report).contains("not measured: the sensor was worn where this does not show"))
    #expect(joined(report).ranges(of: "cannot see").count == 1)
  }

  @Test func withoutATargetTheCountIsTheResult() throws {
    var set = try Fixtures.rows()
    set.plan.target = nil
    set.outcome = .done
    #expect(text(set).contains("2 reps  no target"))
    #expect(closing([set]) == "Bent-over row: 2 reps; no target was set.")
    set.reps = [Fixtures.repetition(1)]
    #expect(closing([set]) == "Bent-over row: 1 rep; no target was set.")
  }

  @Test func theLastLineSaysHowItWent() throws {
    var met = try Fixtures.rows()
    met.plan.target = Target(reps: 2)
    met.outcome = .done
    let missed = try Fixtures.rows()
    #expect(closing([met]) == "Done as prescribed.")
    #expect(closing([met, met]) == "All 2 sets were done as prescribed.")
    #expect(
      closing([met, missed]) == "1 of 2 sets as prescribed; missing: 1 rep of bent-over row.")
    #expect(closing([missed]) == "Less than prescribed: 1 rep missing.")
  }

  @Test func moreThanPrescribedIsNotAsPrescribed() throws {
    var exceeded = try Fixtures.rows()
    exceeded.plan.target = Target(reps: 1)
    exceeded.outcome = .done
    var met = exceeded
    met.plan.target = Target(reps: 2)
    #expect(closing([exceeded]) == "Done, but 1 more than prescribed.")
    #expect(
      closing([met, exceeded])
        == "All 2 sets were done, 1 of them with more than prescribed.")
  }

  @Test(arguments: [
    (Outcome.notDone, "Not done in this recording."),
    (.notMeasured, "Could not be measured."),
    (
      .stoppedForPain,
      "Stopped because of pain."
    ),
  ])
  func aSetThatDidNotHappenIsNamedForWhatItWas(outcome: Outcome, expected: String) throws {
    let plan = try Fixtures.plan("shoulder-roll", target: Target(reps: 10))
    #expect(closing([SetReport(plan: plan, outcome: outcome)]) == expected)
  }

  @Test func anEmptyReportStillReads() {
    let empty = SessionReport(placement: .upperArm, sets: [], quality: Quality())
    let lines = TextReport(empty, context: ReportContext(title: "Nothing", version: "0")).lines
    #expect(
      lines == [
        "Nothing", "sensor on the upper arm", "", "Signal: no samples", "",
        "Nothing was asked for.",
      ])
  }

  @Test func manyGapsAreCountedAndNotListed() throws {
    var report = Fixtures.report([])
    report.quality.gaps = (1...5).map { Gap(start: Double($0) * 10, end: Double($0) * 10 + 2) }
    #expect(joined(report).contains("5 gaps (10 s without signal)"))
    report.quality.gaps = []
    #expect(details(report).contains("no gaps"))
  }

  @Test func linesBreakBetweenMovementsAndNotInsideOfOne() throws {
    let plan = try Fixtures.plan("bent-over-row")
    let reps = (1...9).map { Fixtures.repetition($0, verdict: .tooFast) }
    let text = details(SetReport(plan: plan, outcome: .done, reps: reps))
    #expect(text.contains(",\n              rep 5 at 0:20"))
  }

  @Test func otherMovementsAreCountedAndNotListed() throws {
    let plan = try Fixtures.plan("bent-over-row")
    let reps = (1...9).map { Fixtures.repetition($0, verdict: .notLikeTheOthers) }
    let text = details(SetReport(plan: plan, outcome: .notDone, reps: reps))
    #expect(text.contains("  other       9 movements between 0:04 and 0:36; not counted"))
  }

  @Test func aSetThatTiresSaysSo() throws {
    let text = details(try Fixtures.tiringRows())
    #expect(
      text.contains(
        """
          range       51 degrees of sensor turn (from 42 to 60)
          evenness    range varies by 12 %, time by 14 %
          trend       range fell by 30 % and time rose by 55 % from first to last rep
          pace        2.1 s a rep; 4 of 10 faster than the slow pace of 2 s
        """))
  }

  @Test func anEvenAndSlowSetSaysOnlyHowEven() throws {
    let reps = (1...10).map { Fixtures.repetition($0, range: $0 == 3 ? 50 : 70) }
    let text = details(
      SetReport(plan: try Fixtures.plan("bent-over-row"), outcome: .done, reps: reps))
    #expect(text.contains("  evenness    range varies by 9 %, time by 0 %"))
    #expect(!text.contains("  trend") && !text.contains("  pace"))
  }

  @Test func whatIsNotMeasuredIsLeftOut() throws {
    let plan = try Fixtures.plan("bent-over-row")
    let blind = (1...3).map { Fixtures.repetition($0, range: nil) }
    #expect(
      details(SetReport(plan: plan, outcome: .done, reps: blind))
        .contains("  evenness    time varies by 0 %"))
    let two = (1...2).map { Fixtures.repetition($0) }
    #expect(!details(SetReport(plan: plan, outcome: .done, reps: two)).contains("evenness"))
  }

  @Test func ofHoldsOnlyATrendIsAdded() throws {
    let plan = try Fixtures.plan("scapular-squeeze", target: Target(reps: 5, holdSeconds: 5))
    let holds = (1...5).map { Fixtures.hold($0, seconds: 10 - Double($0)) }
    let text = details(SetReport(plan: plan, outcome: .done, holds: holds))
    #expect(text.contains("  trend       time fell by 44 % from first to last hold"))
    #expect(!text.contains("evenness") && !text.contains("pace"))
  }
}
