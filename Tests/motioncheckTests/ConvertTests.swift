import Foundation
import Testing

@Suite struct ConvertTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let grams = "t [ms],ax [g],ay [g],az [g]\n0,0,0,1\n10,0,x,1\n20,0,0,-1\n"
  private static let canonical =
    "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]\n"
    + "0.000000,0.00000,0.00000,9.80665\n0.020000,0.00000,0.00000,-9.80665\n"

  @Test func writesSIUnitsAndSaysWhatWasLeftOut() throws {
    let input = try folder.write(Self.grams, to: "in.csv")
    let result = try Motioncheck.run("convert", input, folder.path("out.csv"))
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(try folder.read("out.csv") == Self.canonical)
    #expect(
      result.errors
        == "Warning: \(input):3: 1 row: text where a number should be: 'x'; left out\n"
        + "0.0 s, 2 samples, 50.0 Hz -> \(folder.path("out.csv"))\n")
  }

  @Test func readsStandardInputAndWritesStandardOutput() throws {
    let result = try Motioncheck.run("convert", "-", "-", input: Self.grams)
    #expect(result.status == 0)
    #expect(result.output == Self.canonical)
  }

  @Test func keepsAFileThatExistsUnlessForced() throws {
    let input = try folder.write(Self.grams, to: "in.csv")
    let output = try folder.write("precious", to: "out.csv")
    let kept = try Motioncheck.run("convert", input, output)
    #expect(kept.status == 2)
    #expect(kept.errors.contains("exists already and is kept"))
    #expect(try folder.read("out.csv") == "precious")
    #expect(try Motioncheck.run("convert", "--force", input, output).status == 0)
    #expect(try folder.read("out.csv") == Self.canonical)
  }

  @Test func aRecordingThatCannotBeUsedLeavesNoFile() throws {
    let input = try folder.write("a,b\n1,2\n", to: "in.csv")
    let result = try Motioncheck.run("convert", input, folder.path("out.csv"))
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Error: \(input):1: no known names of columns"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["in.csv"])
  }

  @Test(arguments: [["convert"], ["convert", "a.csv"], ["convert", "a.csv", "b.csv", "--fast"]])
  func wrongArgumentsAreRefused(arguments: [String]) throws {
    #expect(try Motioncheck.run(Motioncheck.executable, arguments).status == 64)
  }

  @Test func explainsItself() throws {
    let help = try Motioncheck.run("convert", "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: motioncheck convert <input> <output>"))
  }
}
