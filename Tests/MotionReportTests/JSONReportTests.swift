import Foundation
import MotionCore
import MotionReport
import Testing

@Suite struct JSONReportTests {
  private func object(_ report: SessionReport, _ context: ReportContext = Fixtures.context) throws
    -> [String: Any]
  {
    let line = JSONReport(report, context: context).line
    return try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
  }

  private func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  /// The whole line, in the order of the format's description.
  @Test func aReportIsTheSameToTheByte() throws {
    let line = JSONReport(Fixtures.report([try Fixtures.rows()]), context: Fixtures.context).line
    #expect(
      line == """
        {"schema":"motioncheck.report/1","recording":"kitchen.csv",\
        "recordedAt":"2025-11-22T10:00:00Z","patient":null,"note":null,"effort":null,"remark":null,"device":"DualSense","placement":"upper-arm",\
        "version":"0.1.0","program":"upper-back","parameters":"mine.yaml",\
        "sets":[{"exercise":"bent-over-row","side":null,"kind":"cycle",\
        "target":{"reps":3,"holdSeconds":null,"holdSecondsMax":null},"number":1,"of":1,"count":2,\
        "targetMet":false,"exceeded":false,"exceededBy":0,"confidence":0.97,"outcome":"partly-done","pain":null,"start":4.0,"end":19.5,\
        "consistency":{"rangeVariationFraction":null,"secondsVariationFraction":null},\
        "trend":{"range":null,"seconds":null},\
        "pace":{"slowRepSeconds":2.0,"medianSeconds":2.8,"fasterReps":0,"fasterFraction":0.0},\
        "reps":[\
        {"number":1,"start":4.21,"end":7.02,"counted":true,"verdict":"ok","reason":null,\
        "rangeDegrees":71.26,"tempo":[1.2,0.3,1.3,0.5],"timeUnderTension":2.8,\
        "smoothness":-1.523,"announcedAt":7.15,"correctedAt":null},\
        {"number":2,"start":8.21,"end":11.02,"counted":true,"verdict":"too-fast",\
        "reason":"does not resemble the other movements of the set","rangeDegrees":68.0,"tempo":[1.2,0.3,1.3,0.5],\
        "timeUnderTension":2.8,"smoothness":-1.523,"announcedAt":11.15,"correctedAt":null},\
        {"number":3,"start":12.21,"end":15.02,"counted":false,"verdict":"partial",\
        "reason":"does not resemble the other movements of the set","rangeDegrees":31.0,"tempo":[1.2,0.3,1.3,null],\
        "timeUnderTension":2.8,"smoothness":null,"announcedAt":15.15,"correctedAt":41.0}],"holds":[]}],\
        "quality":{"samples":4123,"seconds":41.22,"rateHertz":100.0,\
        "gaps":[{"start":12.0,"end":12.4,"reason":null}],"saturatedSamples":1,\
        "reorderedSamples":0,"hasGyroscope":true},"warnings":[]}
        """)
  }

  @Test func saysWhatThePersonSaid() throws {
    var context = Fixtures.context
    context.remark = SessionRemark(effort: 0, note: "fine")
    let top = try object(Fixtures.report([try Fixtures.rows()]), context)
    #expect(top["effort"] as? Int == 0 && top["remark"] as? String == "fine")
  }

  @Test func hasEveryKeyOfTheFormatAndNulls() throws {
    let bare = SessionReport(
      placement: .wrist,
      sets: [SetReport(plan: try Fixtures.plan("repetition"), outcome: .notDone)],
      quality: Quality())
    let top = try object(bare, ReportContext(title: "x", version: "0.1.0"))
    #expect(
      Set(top.keys) == [
        "schema", "recording", "recordedAt", "patient", "note", "effort", "remark", "device",
        "placement", "version", "program",
        "parameters", "sets", "quality", "warnings",
      ])
    for key in ["recording", "recordedAt", "device", "program", "parameters"] {
      #expect(top[key] is NSNull, "\(key)")
    }
    #expect((top["warnings"] as? [String]) == [])
    let set = try #require(try list(top["sets"]).first)
    #expect(
      Set(set.keys) == [
        "exercise", "side", "kind", "target", "number", "of", "count", "targetMet", "exceeded",
        "exceededBy", "confidence", "outcome", "pain", "start", "end", "consistency", "trend",
        "pace", "reps", "holds",
      ])
    for key in [
      "side", "target", "targetMet", "exceeded", "exceededBy", "confidence", "pain", "start", "end",
      "pace",
    ] {
      #expect(set[key] is NSNull, "\(key)")
    }
    #expect(try list(set["reps"]).isEmpty)
    #expect(try list(set["holds"]).isEmpty)
    let quality = try #require(top["quality"] as? [String: Any])
    #expect(
      Set(quality.keys) == [
        "samples", "seconds", "rateHertz", "gaps", "saturatedSamples", "reorderedSamples",
        "hasGyroscope",
      ])
    #expect(quality["rateHertz"] is NSNull)
  }

  @Test func aHoldHasEveryKeyOfTheFormat() throws {
    let set = try list(object(try Fixtures.session())["sets"])[1]
    let holds = try list(set["holds"])
    #expect(holds.count == 5)
    #expect(
      Set(holds[0].keys) == [
        "number", "start", "end", "seconds", "counted", "verdict", "reason", "rangeDegrees",
        "reachedAt", "announcedAt", "correctedAt",
      ])
    #expect(holds[0]["seconds"] as? Double == 22.14)
    #expect(holds[1]["verdict"] as? String == "short")
    #expect(holds[1]["reachedAt"] is NSNull)
    #expect(set["count"] as? Int == 3)
    #expect(set["targetMet"] as? Bool == true)
  }

  @Test func aSetHasItsFactsAsSharesOfOne() throws {
    let set = try #require(try list(object(Fixtures.report([Fixtures.tiringRows()]))["sets"]).first)
    let consistency = try #require(set["consistency"] as? [String: Double])
    #expect(
      consistency == ["rangeVariationFraction": 0.119, "secondsVariationFraction": 0.144])
    let trend = try #require(set["trend"] as? [String: [String: Any]])
    #expect(trend["range"]?["changeFraction"] as? Double == -0.3)
    #expect(trend["seconds"]?["changeFraction"] as? Double == 0.545)
    #expect(trend["range"]?["clear"] as? Bool == true)
    #expect(
      set["pace"] as? [String: Double] == [
        "slowRepSeconds": 2, "medianSeconds": 2.1, "fasterReps": 4, "fasterFraction": 0.4,
      ])
  }

  @Test func outcomesAndPainAreSpelledAsInTheFormat() throws {
    let sets = try list(object(try Fixtures.session())["sets"])
    #expect(
      sets.map { $0["outcome"] as? String } == [
        "partly-done", "done", "not-done", "not-measured", "not-measured", "stopped-for-pain",
      ])
    #expect(sets[5]["pain"] as? Int == 4)
    #expect(sets[2]["side"] as? String == "left")
  }

  @Test func isOneLineWhateverTheTextHolds() throws {
    var context = Fixtures.context
    context.recording = "odd\nname \"1\".csv"
    let line = JSONReport(Fixtures.report([], warnings: ["a\nb"]), context: context).line
    #expect(!line.contains("\n"))
    #expect(try object(Fixtures.report([]), context)["recording"] as? String == context.recording)
  }
}
