import Glibc
import Testing

@testable import MotionInput

@Suite struct PendingFileTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.path + "/out.csv" }

  init() throws { directory = try TemporaryDirectory() }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func standsThereWhenItIsWholeAndForItsOwnerOnly() throws {
    var file = try PendingFile(path: path)
    try file.write(Array("new".utf8))
    #expect(access(path, F_OK) != 0)
    try file.commit()
    #expect(try TextFile.read(path) == "new")
    #expect(mode(path) == 0o600)
  }

  /// Nobody can tidy up who is killed; some file systems have no files without a name.
  @Test func untilThenNothingLiesThere() throws {
    let probe = open(directory.path, 0o20_000_000 | O_DIRECTORY | O_WRONLY, 0o600)
    defer { if probe >= 0 { close(probe) } }
    let file = try PendingFile(path: path)
    try file.write(Array("new".utf8))
    #expect(probe < 0 || rmdir(directory.path) == 0)
  }

  @Test func aFileOfThisFolderNeedsNoPath() throws {
    let name = "motioncheck-pending-\(getpid()).txt"
    defer { unlink(name) }
    try PendingFile.write("new", to: name)
    try PendingFile.write("newer", to: name)
    #expect(try TextFile.read(name) == "newer")
  }

  @Test func whatCameMeanwhileStays() throws {
    var file = try PendingFile(path: path, replacing: false)
    try file.write(Array("new".utf8))
    _ = try directory.file("out.csv", "theirs")
    #expect(throws: InputError.outputExists(path: path)) { try file.commit() }
    #expect(try TextFile.read(path) == "theirs")
  }

  @Test func aFileThatIsBeingRecordedIsNotReplaced() throws {
    let recorded = try OutputFile(path: path, replacing: false)
    try recorded.write(Array("rows".utf8))
    #expect(throws: InputError.recordingInUse(path: path)) {
      try PendingFile.write("new", to: path)
    }
    #expect(try TextFile.read(path) == "rows")
  }

  @Test func whatTakesThePlaceOfAnOlderFileIsForItsOwnerOnly() throws {
    let older = try directory.file("out.csv", "old")
    #expect(chmod(older, 0o666) == 0)
    try OutputFile(path: path, replacing: true).write(Array("new".utf8))
    #expect(mode(path) == 0o600)
  }

  @Test func whatIsNotCommittedLeavesTheOlderOneAndNothingElse() throws {
    _ = try directory.file("out.csv", "old")
    do {
      let file = try PendingFile(path: path)
      try file.write(Array("new".utf8))
    }
    #expect(try TextFile.read(path) == "old")
    #expect(rmdir(directory.path) != 0 && unlink(path) == 0 && rmdir(directory.path) == 0)
  }

  @Test(arguments: ["victim.csv", "nowhere.csv"])
  func noLinkIsFollowed(target: String) throws {
    let victim = try directory.file("victim.csv", "precious")
    try #require(symlink(directory.path + "/" + target, path) == 0)
    let error = try #require(throws: InputError.self) { try PendingFile.write("new", to: path) }
    #expect(error.description.contains("found a symbolic link"))
    #expect(throws: error) { _ = try OutputFile(path: path, replacing: true) }
    #expect(throws: InputError.outputExists(path: path)) { try CanonicalWriter.requireNew(path) }
    #expect(try TextFile.read(victim) == "precious")
  }

  @Test func aStreamIsWrittenDirectly() throws {
    try PendingFile.write("gone", to: "/dev/null")
    let error = #expect(throws: InputError.self) { try PendingFile.write("x", to: "/dev/full") }
    #expect(error?.description == "/dev/full: cannot write: No space left on device")
  }
}
