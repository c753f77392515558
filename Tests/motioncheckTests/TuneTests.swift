import Foundation
import Testing

/// `motioncheck tune`: what it refuses, and a small search from its begin to its end.
@Suite struct TuneTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A manifest of recordings of six arm raises each, in the rows' own columns.
  private func manifest(_ rows: [String], columns: String = "file,check_as,subject,reps") throws
    -> String
  {
    for (index, raise) in [60.0, 50, 40].enumerated() {
      try folder.write(ArmRecording(raisedDegrees: raise).text, to: "arm\(index).csv")
    }
    return try folder.write(([columns] + rows).joined(separator: "\n") + "\n", to: "m.csv")
  }

  private func expectRefusal(_ result: Motioncheck.Result, status: Int32 = 2, _ words: String...) {
    #expect(result.status == status, "\(result.errors)")
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
  }

  @Test func withoutLabelsThereIsNothingToTune() throws {
    let path = try manifest(["arm0.csv,repetition,a,", "arm1.csv,repetition,b,"])
    expectRefusal(
      try Motioncheck.run("tune", path), "found 0 labelled recordings of repetition",
      "motioncheck label")
  }

  @Test func oneRecordingIsTooFew() throws {
    let path = try manifest(["arm0.csv,repetition,a,6", "arm1.csv,repetition,b,"])
    expectRefusal(
      try Motioncheck.run("tune", path), "\(path):1: found 1 labelled recording of repetition",
      "at least 2")
  }

  @Test func anUnknownExerciseIsToldWithItsLine() throws {
    let path = try manifest(["arm0.csv,rowing,a,6", "arm1.csv,rowing,b,6"])
    expectRefusal(
      try Motioncheck.run("tune", path), "\(path):2: found check_as 'rowing'; expected an exercise")
  }

  @Test func labelsThatContradictOneAnotherAreNamedWithTheirLine() throws {
    let path = try manifest(["arm0.csv,repetition,a,", "arm1.csv,repetition,b,6"])
    let labels = try folder.write(
      "start,end,exercise,side,kind,count\n2,20,repetition,,set,6\n2,4.4,repetition,,rep,\n",
      to: "arm0.labels.csv")
    for command in ["tune", "evaluate"] {
      let result = try Motioncheck.run(command, path)
      #expect(result.status == 2)
      #expect(
        result.errors.contains("\(labels):2: found a set of 6 in which 1 events are labelled"),
        "\(result.errors)")
    }
  }

  @Test func labelsOutsideTheRecordingAreNamedWithTheirLine() throws {
    let path = try manifest(["arm0.csv,repetition,a,", "arm1.csv,repetition,b,6"])
    let labels = try folder.write(
      "start,end,exercise,side,kind,count\n2,200,repetition,,set,6\n", to: "arm0.labels.csv")
    expectRefusal(
      try Motioncheck.run("tune", path), "\(labels):2: found a label from 2.0 to 200.0 s",
      "s long")
  }

  @Test func anUnknownParameterIsNamedWithItsLineAndWhatIsAllowed() throws {
    let path = try manifest(["arm0.csv,repetition,a,6", "arm1.csv,repetition,b,6"])
    let file = try folder.write(
      "version: 1\nexercise: repetition\nparameters:\n  speed: 2\n", to: "p.yaml")
    expectRefusal(
      try Motioncheck.run("tune", path, "--parameters", file),
      "\(file):4:3: found the unknown parameter 'speed'", "minimumRangeDegrees")
    try folder.write(
      "version: 1\nexercise: repetition\nparameters:\n  minimumRangeDegrees: 90\n", to: "p.yaml")
    expectRefusal(
      try Motioncheck.run("tune", path, "--parameters", file), "\(file):4:3: ", "0.5 to 30")
    try folder.write("version: 2\nparameters: {}\n", to: "p.yaml")
    expectRefusal(
      try Motioncheck.run("tune", path, "--parameters", file), "\(file):1:1: ", "version")
  }

  @Test func severalExercisesNeedAChoice() throws {
    let path = try manifest(["arm0.csv,repetition,a,6", "arm1.csv,bent-over-row,b,6"])
    expectRefusal(
      try Motioncheck.run("tune", path), status: 64, "bent-over-row, repetition", "--exercise")
    expectRefusal(
      try Motioncheck.run("tune", path, "--exercise", "hold"), status: 64,
      "no row of \(path) is to be checked as 'hold'")
    expectRefusal(
      try Motioncheck.run("tune", path, "--candidates", "5"), status: 64, "100 or more")
  }

  @Test func theLabelledSetsOfWholeSessionsAreTunedOn() throws {
    for seed in 1...3 {
      let simulated = try Motioncheck.run(
        "simulate", "--program", "upper-back", "--device-preset", "metamotion", "--seed",
        "\(seed)", "--output", folder.path("s\(seed).csv"))
      #expect(simulated.status == 0, "\(simulated.errors)")
    }
    try FileManager.default.removeItem(atPath: folder.path("s3.labels.csv"))
    let path = try folder.write(
      "file,check_as,subject\ns1.csv,upper-back,a\ns2.csv,upper-back,b\ns3.csv,upper-back,b\n",
      to: "m.csv")
    expectRefusal(try Motioncheck.run("tune", path), status: 64, "open-book", "--exercise")
    let result = try Motioncheck.run(
      "tune", path, "--exercise", "open-book", "--candidates", "100")
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.hasPrefix("open book: 4 sets in 2 recordings of 2 people"))
    #expect(result.output.contains(/as before +1\.00 +1\.00 +0\.00 +1\.000/), "\(result.output)")
    #expect(
      result.errors.contains(
        "Left out:\n  s3.csv: a whole session in which no set of open-book is labelled"))
  }

  @Test func theSetsOfOneSessionAreOneRecording() throws {
    let simulated = try Motioncheck.run(
      "simulate", "--program", "upper-back", "--device-preset", "metamotion", "--output",
      folder.path("s.csv"))
    #expect(simulated.status == 0, "\(simulated.errors)")
    let path = try folder.write("file,check_as\ns.csv,upper-back\n", to: "m.csv")
    expectRefusal(
      try Motioncheck.run("tune", path, "--exercise", "open-book"),
      "found 1 labelled recording of open-book", "at least 2")
  }

  @Test func whatTakesNoPartIsNamed() throws {
    let path = try manifest([
      "arm0.csv,bent-over-row,a,6", "arm1.csv,bent-over-row,b,6", "arm2.csv,bent-over-row,b,",
      "other.csv,bent-over-row,b,", "arm2.csv,hold,b,1",
    ])
    try folder.write(ArmRecording().text, to: "other.csv")
    try folder.write(
      "start,end,exercise,side,kind,count\n2,20,shoulder-rol,,set,6\n", to: "other.labels.csv")
    let result = try Motioncheck.run(
      "tune", path, "--exercise", "bent-over-row", "--candidates", "100")
    #expect(
      result.errors.contains(
        """
        Left out:
          arm2.csv: neither a count nor labels
          other.csv: its labels name shoulder-rol, not bent-over-row
          1 row of other exercises

        """), "\(result.errors)")
  }

  @Test func anInterruptKeepsTheBestSoFar() throws {
    let path = try manifest([
      "arm0.csv,repetition,a,6", "arm1.csv,repetition,b,6", "arm2.csv,repetition,c,6",
    ])
    let spoiled = try folder.write(
      "version: 1\nexercise: repetition\nparameters: {minimumRepSeconds: 3}\n", to: "p.yaml")
    let output = folder.path("out.yaml")
    let interrupted = "\"$0\" \"$@\" & sleep 2; kill -INT $!; wait $!"
    let result = try Motioncheck.run(
      URL(filePath: "/bin/sh"),
      [
        "-c", interrupted, Motioncheck.executable.path, "tune", path, "--parameters", spoiled,
        "--candidates", "100000", "--output", output,
      ])
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.contains("Stopped before its end"), "\(result.output)")
    #expect(try folder.read("out.yaml").contains("held-out: \"not measured"))
  }

  @Test func anOutputThatExistsIsKept() throws {
    let path = try manifest(["arm0.csv,repetition,a,6", "arm1.csv,repetition,b,6"])
    let output = try folder.write("mine", to: "out.yaml")
    expectRefusal(try Motioncheck.run("tune", path, "--output", output), "exists already")
    #expect(try folder.read("out.yaml") == "mine")
  }

  @Test func whereNothingIsBetterNothingIsWritten() throws {
    let path = try manifest([
      "arm0.csv,repetition,a,6", "arm1.csv,repetition,b,6", "arm2.csv,repetition,b,6",
    ])
    let output = folder.path("out.yaml")
    let result = try Motioncheck.run("tune", path, "--candidates", "100", "--output", output)
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.contains("3 recordings of 2 people"))
    #expect(result.output.contains("Nothing better was found"))
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func spoiledThresholdsAreFoundBackAndWritten() throws {
    let path = try manifest([
      "arm0.csv,repetition,a,6", "arm1.csv,repetition,b,6", "arm2.csv,repetition,c,6",
    ])
    let spoiled = try folder.write(
      "version: 1\nexercise: repetition\nparameters: {minimumRepSeconds: 3}\n", to: "p.yaml")
    let (output, plot) = (folder.path("out.yaml"), folder.path("out.svg"))
    let arguments = ["tune", path, "--parameters", spoiled, "--candidates", "100"]
    let first = try Motioncheck.run(
      Motioncheck.executable, arguments + ["--output", output, "--plot", plot])
    #expect(first.status == 0, "\(first.errors)\(first.output)")
    #expect(first.output.contains("Recommended"))
    let again = try Motioncheck.run(Motioncheck.executable, arguments)
    #expect(again.output == first.output)
    let written = try folder.read("out.yaml")
    #expect(written.contains("held-out: \"3 of 3 counted exactly"))
    #expect(try folder.read("out.svg").hasPrefix("<svg "))
    let check = try Motioncheck.run("evaluate", path, "--parameters", output)
    #expect(check.output.contains(/total +3 +1\.00/), "\(check.output)\(check.errors)")
  }
}
