import MotionCore
import Testing

@testable import MotionInput

@Suite struct ManifestTests {
  @Test func picksColumnsByNameAndPrefersWhatIsVisible() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(
      "index.csv",
      "file,subject,exercise,check_as,placement,reps,visible,notes\n"
        + "a/b.csv,A,row,bent-over-row,wrist,10,9,\"heavy, \"\"fast\"\"\"\n"
        + "/c.csv,,row,repetition,,,,\n")
    let entries = try Manifest.load(path)
    #expect(
      entries == [
        Manifest.Entry(
          path: directory.path + "/a/b.csv", file: "a/b.csv", subject: "A",
          checkAs: "bent-over-row", reps: 9, placement: .wrist,
          others: ["exercise": "row", "notes": "heavy, \"fast\""], manifest: path, line: 2),
        Manifest.Entry(
          path: "/c.csv", file: "/c.csv", subject: nil, checkAs: "repetition", reps: nil,
          placement: nil, others: ["exercise": "row"], manifest: path, line: 3),
      ])
  }

  @Test func faultsNameTheLine() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("index.csv", "file,check_as,reps\na.csv,hold,few\n")
    #expect(
      throws: InputError.document(
        path: path, line: 2, found: "reps 'few'", expected: "a whole number from 0 to 1000000")
    ) {
      try Manifest.load(path)
    }
    let empty = try directory.file("empty.csv", "")
    #expect(
      throws: InputError.document(
        path: empty, line: 1, found: "nothing", expected: "a header with file,check_as")
    ) { try Manifest.load(empty) }
    let header = try directory.file("header.csv", "file,check_as\n")
    let nothing = InputError.unsuitable(
      path: header, found: "a header and no row", expected: "a row a recording")
    #expect(throws: nothing) { try Manifest.load(header) }
  }
}
