import Foundation
import MotionCore
import Testing

@testable import MotionReport

@Suite struct HTMLReportTests {
  private func html(_ report: SessionReport, _ context: ReportContext = Fixtures.context) -> String
  {
    HTMLReport([ReportedSession(report, context: context)]).html
  }

  @Test func fetchesNothingAndRunsNothing() throws {
    let page = try html(Fixtures.session())
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    #expect(!page.contains("{{") && page.contains("default-src 'none'"))
  }

  @Test func hostileNamesStayNames() throws {
    var context = Fixtures.context
    let name = "<img src=x onerror=alert(1)>\"'&\u{202E}\u{7}{{style}}"
    context.title = name
    context.patient = name
    context.note = name
    context.device = name
    context.recording = name
    context.parameters = name
    context.recordedAt = name
    let page = html(Fixtures.report([try Fixtures.rows()], warnings: [name]), context)
    #expect(!page.contains("<img") && !page.contains("\u{202E}") && !page.contains("\u{7}"))
    #expect(page.ranges(of: "&lt;img src=x onerror=alert(1)&gt;").count >= 8)
    #expect(page.contains("{{style}}"))
  }

  @Test func headingsStepDownOneLevelAtATime() throws {
    for sessions in 1...2 {
      let session = ReportedSession(try Fixtures.session(), context: Fixtures.context)
      let page = HTMLReport(Array(repeating: session, count: sessions)).html
      let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }
  }

  @Test func saysWhoAndWhenAndWhatWasMissing() throws {
    var context = Fixtures.context
    context.patient = "Ada"
    context.note = "After the holidays"
    let page = html(try Fixtures.session(), context)
    for words in [
      "Ada", "After the holidays", "November 2025", "2 of 3 reps", "1 went only part of the way",
      "missing:", "Pain of 4 out of 10 was noted", "The strap slipped at 3:10", "mine.yaml",
      "motioncheck 0.1.0", "Open book, right was not measured: the signal was missing",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func everyDrawingHasWordsAndATable() throws {
    let page = html(try Fixtures.session())
    let drawings = page.ranges(of: "role=\"img\"").count
    #expect(drawings >= 4)
    #expect(page.ranges(of: "aria-label=").count >= drawings)
    #expect(page.contains("Every listed movement of: Bent-over row"))
  }

  @Test func leftStandsBesideRight() throws {
    let sides = try [Side.left, .right].map { side in
      SetReport(
        plan: try Fixtures.plan("open-book", side: side, target: Target(reps: 3)), outcome: .done,
        reps: (1...3).map { Fixtures.repetition($0, range: side == .left ? 100 : 120) })
    }
    let page = html(Fixtures.report(sides))
    #expect(page.contains("Left and right") && page.contains("100°") && page.contains("120°"))
    #expect(!html(Fixtures.report([sides[0]])).contains("Left and right"))
  }

  @Test func severalSessionsBeginWithWhatTheyComeTo() throws {
    var context = Fixtures.context
    context.recordedAt = nil
    context.recording = "<b>second</b>.csv"
    let report = try Fixtures.session()
    let page = HTMLReport([
      ReportedSession(report, context: Fixtures.context), ReportedSession(report, context: context),
    ]).html
    let together = try #require(
      page.firstMatch(of: /(?s)<article class="session history together">.*?<\/article>/))
    #expect(together.0.contains("2 sessions on "))
    #expect(together.0.contains("&lt;b&gt;second&lt;/b&gt;.csv"))
    #expect(together.0.contains("Bent-over row"))
    for number in 1...2 {
      #expect(together.0.contains("href=\"#session\(number)\""))
      #expect(page.ranges(of: "id=\"session\(number)\"").count == 1)
    }
    #expect(!html(report).contains("together"))
  }
}
