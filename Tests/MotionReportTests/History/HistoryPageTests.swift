import Foundation
import MotionCore
import Testing

@testable import MotionReport

/// The history as a page, and what several recordings come to.
@Suite struct HistoryPageTests {
  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }

  /// A session on a day of November 2026; the 2nd is a Monday.
  private static func session(_ day: Int, count: Int = 10, range: Double = 60) -> PastSession {
    PastSession(
      recordedAt: "2026-11-\(day < 10 ? "0" : "")\(day)T09:00:00Z", recording: "a.csv",
      program: "up<b>per", timesPerWeek: 3, placement: .wrist, seconds: 412.5,
      sets: [
        PastSet(
          exercise: "bent-over-row", kind: .cycle, prescribed: 10, measured: count,
          outcome: count == 10 ? .done : .partlyDone, rangeDegrees: range, usualSeconds: 4)
      ])
  }

  @Test func eachDayHasItsMark() {
    let sessions = [2, 4, 13].map { Self.session($0, count: $0 == 4 ? 7 : 10) }
    let rows = AdherenceCalendar(sessions, calendar: Self.calendar).rows.map { row in
      row.map(\.rendered)
    }
    #expect(rows.count == 2)
    #expect(rows[1][1].contains("✓") && rows[1][3].contains("◐") && rows[1][2].contains("–"))
    #expect(rows[0][5].contains("✓"))
    #expect(rows[1][8] == "2 of 3")
    #expect(rows[0][8] == "1 of 3")
  }

  /// What may be another thing has that thing's range, until a person says what it was.
  @Test func figuresAreOfWhatIsSure() {
    func set(_ range: Double, confidence: Double, corrected: Int? = nil) -> PastSet {
      PastSet(
        exercise: "bent-over-row", kind: .cycle, prescribed: 10, measured: 10,
        corrected: corrected, outcome: .partlyDone, confidence: confidence, rangeDegrees: range,
        usualSeconds: 4)
    }
    var session = Self.session(2)
    session.sets = [
      set(60, confidence: 0.9), set(20, confidence: 0.3), set(55, confidence: 0.4, corrected: 10),
    ]
    let history = ExerciseHistory.all(in: [session])
    #expect(history.map(\.ranges) == [[60, 55]])
    #expect(history.map(\.times) == [[4, 4]])
    #expect(history.map(\.sets.count) == [3])
  }

  @Test func aRisingRangeIsSaidWithItsMargin() {
    let sessions = (2...16).map {
      Self.session($0, range: 50 + 2 * Double($0) + Double($0 % 3))
    }
    let words = ExerciseTrend.all(in: sessions).map(\.words)
    #expect(words.count == 3)
    #expect(words[0] == "no clear change")
    #expect(words[2].hasPrefix("rising by 1"))
    #expect(words[2].contains("° a week (± "))
  }

  @Test func manySetsAreDrawnWeekByWeek() {
    let sessions = (0..<70).map { day in
      var session = Self.session(2, range: 60 + Double(day % 7))
      session.recordedAt = ReadableTime.date("2026-01-05T09:00:00Z")?
        .addingTimeInterval(86_400 * Double(day)).ISO8601Format()
      return session
    }
    let points = { (sessions: [PastSession]) in
      HistoryPage(sessions, version: "1").html.ranges(of: "<circle").count
    }
    #expect(points(Array(sessions.prefix(20))) == 3 * 20)
    #expect(points(sessions) == 3 * 10)
  }

  @Test func namesAreNoMarkup() {
    let html = HistoryPage([Self.session(2)], version: "1").html
    #expect(html.contains("up&lt;b&gt;per"))
    #expect(!html.contains("<script"))
  }

  @Test func whatThePersonSaidIsInEachForm() {
    var session = Self.session(2)
    session.remark = SessionRemark(effort: 7, note: String(repeating: "stiff & ", count: 9))
    let html = HistoryPage([session], version: "1").html
    #expect(html.contains(">7<") && html.contains("stiff &amp; stiff"))
    let text = HistoryText([session]).lines.joined(separator: "\n")
    #expect(text.contains("7 of 10") && text.contains("stiff & stiff") && text.contains("\u{2026}"))
    #expect(HistoryExport.json([session])[0].contains(#""effort":7,"remark":"stiff & "#))
    #expect(HistoryExport.csv([session])[1].contains(",7,stiff & "))
  }

  @Test func anEmptyHistoryIsAPage() {
    #expect(HistoryPage([], version: "1").html.contains("0 sessions"))
  }

  @Test func severalSessionsEndWithWhatTheyComeTo() {
    let lines = SessionsSummary([Self.session(2), Self.session(4, count: 7)]).lines
    #expect(lines[0] == "Together")
    #expect(lines[1].hasSuffix("1 of 2 sets done"))
    #expect(lines.contains { $0.contains("bent-over-row") && $0.contains("1 of 2") })
    #expect(SessionsSummary([Self.session(2)]).lines.isEmpty)
  }
}
