import Foundation
import MotionCore
import MotionInput
import MotionReport
import Testing

@testable import MotionStudio

@Suite struct LibraryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Recordings").standardizedFileURL.path

  private static func library(_ names: [String]) throws -> Library {
    Library(
      try names.map { name in
        let entry = Manifest.Entry(recording: "\(folder)/\(name).csv", checkAs: name)
        return StudioItem(entry: entry, plan: try entry.plan(nil))
      })
  }

  @Test(arguments: ["bent-over-row", "childs-pose", "scapular-squeeze"])
  func whatIsFoundIsWhatASessionFinds(name: String) throws {
    let library = try Self.library([name])
    let plan = try #require(library.items[0].plan)
    var session = Session(plan: plan, placement: try library.read(0).placement)
    for reading in try library.read(0).readings { _ = session.process(reading) }
    _ = session.finish()
    let found = try Detection(0, of: library, plan: plan, isExplained: true)
    #expect(found.report.sets[0].count == session.report.sets[0].count)
    let (held, live) = (found.report.sets[0].holds, session.report.sets[0].holds)
    #expect(held.filter(\.isCounted).map(\.start) == live.filter(\.isCounted).map(\.start))
    #expect(found.explanations[0]?.signal.isEmpty == false)
  }

  @Test func aScoreNamesWhoGotWorse() throws {
    let library = try Self.library(["bent-over-row"])
    let start = try #require(library.exercises.first { $0.id == "bent-over-row" })
    let changed = try start.with(["minimumRangeDegrees": 30, "maximumRangeDegrees": 30])
    let score = CorpusScore(library)
    let text = try #require(score.json(start, changed, page: ("a", 1))?.rendered)
    #expect(text.contains("\"truth\":10,\"before\":10,\"after\":0,\"change\":\"worse\""))
    #expect(text.contains("\"before\":{\"sets\":1,\"exact\":1"))
    #expect(text.contains("\"after\":{\"sets\":1,\"exact\":0"))
  }

  @Test func theScoreOfWhatIsShownIsThatOfWhatIsFoundAnew() throws {
    let (fresh, shown) = (try Self.library(["bent-over-row"]), try Self.library(["bent-over-row"]))
    let start = try #require(shown.exercises.first { $0.id == "bent-over-row" })
    let changed = try start.with(["minimumRangeDegrees": 30])
    let plan = try #require(shown.items[0].plan).with([start.id: changed.parameters])
    let found = try Detection(0, of: shown, plan: plan, isExplained: false)
    let set = PlannedSet(exercise: changed, target: changed.dose)
    #expect(shown.known(0, set) == found.report)
    let scores = [fresh, shown].map { CorpusScore($0).json(start, changed, page: ("a", 1)) }
    #expect(scores[0] == scores[1])
  }

  @Test func aCurveIsMeasuredWithoutASearch() throws {
    let library = try Self.library(["bent-over-row"])
    let exercise = try #require(library.exercises.first { $0.id == "bent-over-row" })
    let recordings = try library.labelled(0, exercise)
    let text = try #require(
      CurveDesk().json("minimumRangeDegrees", of: exercise, on: recordings)?.rendered)
    #expect(text.contains("\"name\":\"minimumRangeDegrees\""))
    #expect(text.contains("\"points\":[[1.0,"))
    #expect(CurveDesk().json("nonsense", of: exercise, on: recordings) == nil)
  }

  @Test func anOlderQuestionOfAPageHasNoAnswer() throws {
    let library = try Self.library(["bent-over-row"])
    let exercise = try #require(library.exercises.first { $0.id == "bent-over-row" })
    let score = CorpusScore(library)
    #expect(score.json(exercise, exercise, page: ("a", 2)) != nil)
    #expect(score.json(exercise, exercise, page: ("a", 1)) == nil)
    #expect(score.json(exercise, exercise, page: ("b", 1)) != nil)
  }

  @Test func anExerciseIsLookedForOnlyWhereItIsAsked() throws {
    let library = try Self.library(["bent-over-row", "hold"])
    let hold = try #require(library.exercises.first { $0.id == "hold" })
    #expect(try library.labelled(0, hold).isEmpty)
    #expect(try library.labelled(1, hold).count == 1)
  }

  @Test func twoParameterFilesAreComparedRecordingByRecording() throws {
    let library = try Self.library(["bent-over-row"])
    let text = "version: 1\nexercise: bent-over-row\nparameters:\n  minimumRangeDegrees: "
    let a = try ParameterFile.parse(text + "6\n", path: "a.yaml")
    let b = try ParameterFile.parse(text + "30\n", path: "b.yaml")
    let rows = try Comparison(a, b, in: library).json.rendered
    #expect(rows.contains("\"truth\":10"))
    #expect(rows.contains("\"count\":10"))
  }
}
