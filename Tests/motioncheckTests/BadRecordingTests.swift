import Foundation
import Testing

/// A recording that cannot be used: status 2, one message that names it, nothing on output.
@Suite struct BadRecordingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func replay(_ path: String) throws -> Motioncheck.Result {
    try Motioncheck.run(recording: path, "--format", "json")
  }

  private func expectRefused(_ path: String, _ fragment: String) throws {
    let result = try replay(path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: \(path)"), "\(result.errors)")
    #expect(result.errors.contains(fragment), "\(result.errors)")
    #expect(result.errors.count { $0 == "\n" } == 1, "\(result.errors)")
  }

  private static let header = ArmRecording.header + "\n"

  @Test(arguments: [
    ("empty.csv", "", "empty"), ("header.csv", header, "has a header and no"),
    ("columns.csv", "time,left,right\n1,2,3\n", "columns"),
    ("text.csv", header + "0,a,b,c,d,e,f\n", ":2"),
    ("nan.csv", header + "0,nan,nan,nan,0,0,0\n", ":2"),
    ("infinite.csv", header + "0,inf,0,9.81,0,0,0\n", ":2"),
  ])
  func isRefusedForWhatIsWrongWithIt(name: String, text: String, fragment: String) throws {
    try expectRefused(folder.write(text, to: name), fragment)
  }

  @Test func aBinaryFileIsRefused() throws {
    try expectRefused(folder.write(Data((0...255).map { UInt8($0) }), to: "x.bin"), "text")
  }

  @Test func aFolderWithoutARecordingIsRefused() throws {
    try expectRefused(folder.url.path, "is empty; expected the files of a recording")
    _ = try folder.write("not a recording\n", to: "notes.txt")
    try expectRefused(folder.url.path, "is a recording of a worn sensor")
  }

  @Test func standardInputIsCalledByItsName() throws {
    let result = try Motioncheck.run("replay", "-", "--exercise", "repetition", input: "1,2\n")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Error: standard input:1: numbers"), "\(result.errors)")
  }

  @Test func aMissingFileIsRefused() throws {
    try expectRefused(folder.path("missing.csv"), "no such file")
  }

  @Test(.disabled(if: getuid() == 0, "root may read every file"))
  func aFileWithoutReadPermissionIsRefused() throws {
    let path = try folder.write(ArmRecording().text, to: "secret.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    try expectRefused(path, "permission")
  }

  @Test func accelerationWithoutGravityIsRefused() throws {
    let rows = (0..<500).map { "\(Double($0) / 50),0.1,0.0,0.2" }
    let text = (["t,ax,ay,az"] + rows).joined(separator: "\n") + "\n"
    try expectRefused(folder.write(text, to: "linear.csv"), "gravity")
  }

  /// Faults in the midst of a good recording: the good part is reported, with a warning.
  static let damaged: [(name: String, damage: @Sendable (inout [String]) -> Void)] = [
    ("text in a number", { $0[600] = "12,oops,0,9.8,0,0,0" }),
    ("not a number", { $0[600] = "12,nan,0,9.8,0,0,0" }),
    ("infinity", { $0[600] = "12,inf,0,9.8,0,0,0" }),
    ("time backwards", { $0.swapAt(600, 640) }),
    ("duplicate time", { $0[600] = $0[599] }),
  ]

  @Test(arguments: damaged.indices)
  func faultsInAGoodRecordingAreWarnedAbout(index: Int) throws {
    var rows = ArmRecording().rows.map(\.text)
    Self.damaged[index].damage(&rows)
    let path = try folder.write(Self.header + rows.joined(separator: "\n"), to: "damaged.csv")
    let result = try replay(path)
    #expect(result.status == 0, "\(result.errors)")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((report["warnings"] as? [String])?.isEmpty == false, "\(Self.damaged[index].name)")
  }

  @Test func aGapOfTenMinutesIsAGapAndBothSidesAreCounted() throws {
    let rows = ArmRecording().rows.map(\.text)
    let later = rows.map { row in
      let fields = row.split(separator: ",", maxSplits: 1)
      return "\((Double(fields[0]) ?? 0) + 623),\(fields[1])"
    }
    let text = Self.header + (rows + later).joined(separator: "\n")
    let result = try replay(folder.write(text, to: "gap.csv"))
    #expect(result.status == 0)
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let quality = try #require(report["quality"] as? [String: Any])
    #expect((quality["gaps"] as? [[String: Any]])?.count == 1)
    let sets = try #require(report["sets"] as? [[String: Any]])
    #expect(sets.first?["count"] as? Int == 12)
  }
}
