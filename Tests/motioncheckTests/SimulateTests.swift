import Foundation
import Testing

@Suite struct SimulateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func simulate(_ arguments: String...) throws -> Motioncheck.Result {
    try Motioncheck.run(
      Motioncheck.executable, ["simulate", "--output", folder.path("r.csv")] + arguments)
  }

  @Test func activitiesFollowInOrderAndHaveNoEvents() throws {
    let result = try simulate(
      "--activity", "still=5", "--activity", "walking", "--placement", "wrist", "--rate", "12.5",
      "--no-gyroscope", "--inverted-sign", "--condition", "tremor")
    #expect(result.status == 0, "\(result.errors)")
    let recording = try folder.read("r.csv")
    #expect(recording.contains("# activity: still 5.0 s\n# activity: walking 60.0 s\n"))
    #expect(recording.contains("\nt [s],ax [m/s^2],ay [m/s^2],az [m/s^2]\n"))
    #expect(try folder.read("r.labels.csv") == "start,end,exercise,side,kind,count\n")
  }

  @Test func aRecordingWithoutExerciseIsEvaluatedAgainstNothing() throws {
    _ = try simulate("--activity", "still=20")
    let manifest = try folder.write(
      "file,check_as,reps\nr.csv,bent-over-row,0\nr.csv,upper-back,\n", to: "m.csv")
    let result = try Motioncheck.run("evaluate", manifest, "--by", "check_as")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(/bent-over-row +1 +1\.00/))
    #expect(result.output.contains(/upper-back +6 +1\.00/))
  }
}
