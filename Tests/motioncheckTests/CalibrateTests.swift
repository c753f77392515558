import Foundation
import Testing

/// `motioncheck calibrate`, and why movements are counted.
@Suite struct CalibrateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func calibrate(_ recording: ArmRecording, _ arguments: String...) throws
    -> Motioncheck.Result
  {
    let path = try folder.write(recording.text, to: "arm.csv")
    return try Motioncheck.run(
      Motioncheck.executable,
      ["calibrate", path, "--exercise", "repetition", "--output", folder.path("me.yaml")]
        + arguments)
  }

  @Test func threeGoodRepetitionsSayWhatIsUsual() throws {
    let result = try calibrate(ArmRecording(repetitions: 3))
    #expect(result.status == 0, "\(result.errors)")
    let file = try folder.read("me.yaml")
    let value = try #require(file.firstMatch(of: /usualRangeDegrees: ([0-9.]+)/))
    #expect(abs(try #require(Double(value.1)) - 60) < 15)
    #expect(file.contains("\(value.1) in the movement signal (usualRangeDegrees)"), "\(file)")
    for fact in ["range", "tempo", "rest-level", "placement"] {
      #expect(file.contains("  \(fact): "), "\(file)")
    }
    let small = try folder.write(ArmRecording(raisedDegrees: 25).text, to: "small.csv")
    let check = try Motioncheck.run(
      "replay", small, "--exercise", "repetition", "--parameters", folder.path("me.yaml"))
    #expect(check.output.contains("0 reps"), "\(check.output)")
    #expect(check.output.contains("6 went only part of the way"))
    let without = try Motioncheck.run("replay", small, "--exercise", "repetition")
    #expect(without.output.contains("6 reps"))
  }

  @Test func aSensorThatIsReadFromAPipeWillDo() throws {
    let path = folder.path("me.yaml")
    let result = try Motioncheck.run(
      Motioncheck.executable,
      ["calibrate", "--source", "-", "--exercise", "repetition", "--output", path],
      input: ArmRecording(repetitions: 5).text)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("Do 3 slow, full repetitions"))
    #expect(try folder.read("me.yaml").contains("recording: live"))
  }

  @Test(arguments: ["childs-pose", "scapular-squeeze"])
  func oneGoodHoldSaysWhatIsUsual(exercise: String) throws {
    let (one, small) = (folder.path("one.csv"), folder.path("small.csv"))
    let me = folder.path("me.yaml")
    func run(_ arguments: String...) throws -> String {
      let result = try Motioncheck.run(Motioncheck.executable, arguments)
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    let simulated = ["--exercise", exercise, "--device-preset", "dualsense", "--seed", "4"]
    _ = try Motioncheck.run(
      Motioncheck.executable, ["simulate", "--reps", "1", "--output", one] + simulated)
    let facts = try run("calibrate", one, "--exercise", exercise, "--output", me)
    #expect(facts.contains("measured: 1 hold from "), "\(facts)")
    _ = try Motioncheck.run(
      Motioncheck.executable,
      ["simulate", "--reps", "6", "--range", "0.5", "--output", small] + simulated)
    #expect(try run("replay", small, "--exercise", exercise, "--no-target").contains(": 6 holds;"))
    let judged = try run(
      "replay", small, "--exercise", exercise, "--no-target", "--parameters", me)
    #expect(judged.contains(": 0 holds;"), "\(judged)")
    #expect(judged.contains("6 went only part of the way"))
  }

  @Test func aRangeThatWasMeasuredElsewhereIsWarnedAbout() throws {
    _ = try calibrate(ArmRecording(repetitions: 3), "--placement", "upper-arm")
    let worn = [
      "replay", folder.path("arm.csv"), "--exercise", "repetition", "--parameters",
      folder.path("me.yaml"), "--placement",
    ]
    let json = ["--format", "json"]
    let wrist = try Motioncheck.run(Motioncheck.executable, worn + ["wrist"] + json)
    #expect(wrist.output.contains("was measured on the upper arm"), "\(wrist.output)")
    let same = try Motioncheck.run(Motioncheck.executable, worn + ["upper-arm"] + json)
    #expect(!same.output.contains("was measured on"), "\(same.output)")
  }

  @Test func tooLittleIsRefused() throws {
    let result = try calibrate(ArmRecording(repetitions: 2))
    #expect(result.status == 2)
    #expect(result.errors.contains("found 2 counted repetitions"), "\(result.errors)")
    #expect(result.errors.contains("at least 3"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("me.yaml")))
  }

  @Test func aPlacementThatCannotSeeItIsRefused() throws {
    let path = try folder.write(ArmRecording().text, to: "arm.csv")
    let result = try Motioncheck.run(
      "calibrate", path, "--exercise", "shoulder-roll", "--placement", "wrist", "--output",
      folder.path("me.yaml"))
    #expect(result.status == 64)
    #expect(result.errors.contains("cannot see the shoulder roll"))
  }

  // MARK: - Why

  @Test func replayExplainsEveryMovement() throws {
    let path = try folder.write(ArmRecording().text, to: "arm.csv")
    let parameters = try folder.write(
      "version: 1\nexercise: repetition\nparameters: {minimumRepSeconds: 3}\n", to: "p.yaml")
    let plot = folder.path("arm.svg")
    let good = try Motioncheck.run(
      "replay", path, "--exercise", "repetition", "--explain", "--plot", plot)
    #expect(good.status == 0, "\(good.errors)")
    #expect(good.output.matches(of: /\nok +passes +/).count == 6)
    let svg = try folder.read("arm.svg")
    #expect(svg.contains("<polyline") && svg.contains("minimumRangeDegrees"))
    #expect(svg.matches(of: /ok: passes/).count == 6)
    let bad = try Motioncheck.run(
      "replay", path, "--exercise", "repetition", "--explain", "--parameters", parameters)
    #expect(
      bad.output.matches(of: /time away from rest [0-9.]+ < 3\.00 \(minimumRepSeconds\)/).count == 6
    )
  }

  @Test(arguments: [
    (["--explain"], "goes with --exercise"),
    (["--exercise", "hold", "--explain", "--format", "json"], "--format text"),
    (["--exercise", "hold", "--plot", "x.svg", "another.csv"], "draws one recording"),
  ])
  func whatCannotBeExplainedIsRefused(arguments: [String], words: String) throws {
    let path = try folder.write(ArmRecording().text, to: "arm.csv")
    let result = try Motioncheck.run(Motioncheck.executable, ["replay", path] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }
}
