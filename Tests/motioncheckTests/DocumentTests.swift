import Testing

/// Programme and parameter files of the person's own: status 2 and the faulty line, or used.
@Suite struct DocumentTests {
  private let folder: TemporaryFolder
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    recording = try folder.write(ArmRecording().text, to: "arm.csv")
  }

  @Test(arguments: [
    ("exercises: []\n", "1", "at least one exercise"),
    ("title: x\n", "1", "'exercises'"),
    ("exercises:\n  - exercise: bent-row\n", "2", "bent-over-row"),
    ("exercises:\n  - exercise: bent-over-row\n    reps: many\n", "3", "1 to 1000"),
    ("exercises:\n  - exercise: bent-over-row\n    colour: red\n", "3", "placement"),
    ("exercises:\n  - exercise: hold\n    hold: {min: 30, max: 10}\n", "3", "30"),
    ("exercises:\n  - exercise: open-book\n    side: up\n", "3", "left, right, both"),
    (
      "exercises:\n  - exercise: hold\n    parameters:\n      toleranceFraction: 2\n", "4",
      "0 to 0.5"
    ),
    ("exercises:\n  - [", "", "found"),
  ])
  func aFaultyProgrammeIsNamedWithItsLine(text: String, line: String, allowed: String) throws {
    let path = try folder.write(text, to: "own.yaml")
    let result = try Motioncheck.run("replay", recording, "--program", path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: \(path):\(line)"), "\(result.errors)")
    #expect(result.errors.contains(allowed), "\(result.errors)")
  }

  @Test func aProgrammeFileIsTakenAlikeForASimulation() throws {
    let path = try folder.write("exercises: []\n", to: "own.yaml")
    let recording = folder.path("simulated.csv")
    let faulty = try Motioncheck.run("simulate", "--program", path, "--output", recording)
    #expect(faulty.status == 2)
    #expect(faulty.errors.hasPrefix("Error: \(path):1:"), "\(faulty.errors)")
    try folder.write("exercises:\n  - exercise: hold\n    reps: 1\n    hold: 2\n", to: "own.yaml")
    let good = try Motioncheck.run("simulate", "--program", path, "--output", recording)
    #expect(good.status == 0, "\(good.errors)")
    #expect(try folder.read("simulated.labels.csv").contains(",hold,"))
  }

  @Test func aMissingProgrammeFileIsNamed() throws {
    let path = folder.path("missing.yaml")
    let result = try Motioncheck.run("replay", recording, "--program", path)
    #expect(result.status == 2)
    #expect(result.errors.contains("\(path): no such file"))
  }

  @Test func aProgrammeOfOnesOwnIsChecked() throws {
    let path = try folder.write(
      """
      title: Arm raises
      exercises:
        - exercise: arm-raise
          kind: cycle
          reps: 6
      """, to: "raises.yaml")
    let result = try Motioncheck.run("replay", recording, "--program", path)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasPrefix("Arm raises\n"))
    #expect(result.output.contains("6 of 6 reps"))
  }

  @Test func thresholdsOfOnesOwnAreUsedAndNamed() throws {
    let path = try folder.write(
      "exercise: repetition\nparameters:\n  maximumRangeDegrees: 30\n", to: "mine.yaml")
    let result = try Motioncheck.run(recording: recording, "--parameters", path)
    #expect(result.status == 0)
    #expect(result.output.contains("Repetition: 0 reps"))
    #expect(result.output.contains(path))
  }

  @Test(arguments: [
    ("parameters:\n  minimumRangeDegree: 3\n", 2, "minimumRangeDegrees"),
    ("parameters:\n  minimumRangeDegrees: -3\n", 2, "0.5 to 30"),
    ("parameters:\n  minimumRangeDegrees: x\n", 2, "x"),
  ])
  func faultyThresholdsAreNamedWithTheirLine(text: String, line: Int, allowed: String) throws {
    let path = try folder.write(text, to: "mine.yaml")
    let result = try Motioncheck.run(recording: recording, "--parameters", path)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Error: \(path):\(line):"), "\(result.errors)")
    #expect(result.errors.contains(allowed), "\(result.errors)")
  }

  @Test func thresholdsOfAnotherExerciseAreAContradiction() throws {
    let path = try folder.write("exercise: hold\nparameters: {}\n", to: "mine.yaml")
    let result = try Motioncheck.run(recording: recording, "--parameters", path)
    #expect(result.status == 64)
    #expect(result.errors.contains("'hold'"))
  }
}
