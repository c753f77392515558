import MotionCore
import MotionReport
import Testing

@Suite struct CSVReportTests {
  private func rows(
    _ report: SessionReport, _ rows: CSVReport.Rows, _ context: ReportContext = Fixtures.context
  ) -> [String] {
    CSVReport(ReportedSession(report, context: context), rows: rows).lines
  }

  private func cells(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aMovementIsARow() throws {
    let lines = rows(Fixtures.report([try Fixtures.rows()]), .movements)
    #expect(
      lines == [
        "kitchen.csv,2025-11-22T10:00:00Z,,,upper-back,upper-arm,,,1,bent-over-row,,cycle,"
          + "1,4.21,7.02,true,ok,,71.26,,1.2,0.3,1.3,0.5,-1.523",
        "kitchen.csv,2025-11-22T10:00:00Z,,,upper-back,upper-arm,,,1,bent-over-row,,cycle,"
          + "2,8.21,11.02,true,too-fast,does not resemble the other movements of the set,68.0,,1.2,0.3,1.3,0.5,-1.523",
        "kitchen.csv,2025-11-22T10:00:00Z,,,upper-back,upper-arm,,,1,bent-over-row,,cycle,"
          + "3,12.21,15.02,false,partial,does not resemble the other movements of the set,31.0,,1.2,0.3,1.3,,",
      ])
  }

  @Test(arguments: CSVReport.Rows.allCases)
  func everyRowHasACellForEachColumn(kind: CSVReport.Rows) throws {
    var report = try Fixtures.session()
    report.sets[0].reps[1].reason = nil
    let columns = cells(CSVReport.header(kind)).count
    for line in rows(report, kind) where !line.contains("\"") {
      #expect(cells(line).count == columns, "\(line)")
    }
    #expect(rows(report, .sets).count == report.sets.count)
  }

  @Test func whatIsNotKnownIsEmpty() throws {
    let set = SetReport(plan: try Fixtures.plan("shoulder-roll"), outcome: .notMeasured)
    let line = rows(Fixtures.report([set]), .sets)[0]
    #expect(line.hasSuffix(",cycle,,,,0,,not-measured,the signal was missing or unusable,,,,,,"))
  }

  @Test func whatThePersonSaidIsInEachRow() throws {
    var context = Fixtures.context
    context.remark = SessionRemark(effort: 7, note: "stiff")
    let line = rows(Fixtures.report([try Fixtures.rows()]), .sets, context)[0]
    #expect(line.contains(",upper-arm,7,stiff,1,bent-over-row"))
    #expect(CSVReport.header(.sets).contains(",placement,effort,said,set,"))
  }

  @Test func hostileNamesBreakNeitherRowsNorSpreadsheets() throws {
    var context = Fixtures.context
    context.patient = "=HYPERLINK(\"x\")"
    context.note = "a \"b\", c\nd"
    let line = rows(Fixtures.report([try Fixtures.rows()]), .sets, context)[0]
    #expect(line.contains(",\"'=HYPERLINK(\"\"x\"\")\",\"a \"\"b\"\", c\nd\","))
  }
}
