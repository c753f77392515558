import Foundation
import Testing

/// What the README promises.
@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  private func readme() throws -> String {
    try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  /// Figures may move a little with the detector; every word must be as it is shown.
  private func words(_ text: String) -> [String] {
    text.replacing(/[0-9]+/, with: "0").split(separator: "\n").map(String.init)
  }

  @Test func itsFirstCommandPrintsWhatItShowsAndSucceeds() throws {
    let command = "Tools/motioncheck replay Recordings/upper-back-session.csv --program upper-back"
    let block = try #require(try readme().split(separator: "```console\n$ \(command)\n").last)
    let shown = try #require(block.split(separator: "```").first)
    let result = try Motioncheck.run(
      URL(filePath: "/usr/bin/env"),
      ["--chdir", root.path, Motioncheck.executable.path]
        + command.split(separator: " ").dropFirst().map(String.init))
    #expect(result.status == 0)
    #expect(words(result.output) == words(String(shown)))
  }

  @Test func itListsTheRecordingsThatFormatsLists() throws {
    let text = try readme()
    let result = try Motioncheck.run("formats")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    let entries = lines.prefix { !$0.isEmpty }.map(String.init)
    #expect(entries.count >= 48)
    for (first, second) in zip(entries, entries.dropFirst()) where !first.hasPrefix(" ") {
      let parts = try #require(first.firstMatch(of: /^(.+?)  +(.+)$/))
      let (title, step) = (parts.1, parts.2)
      #expect(
        text.contains("| \(title) | \(step) | \(second.trimmingCharacters(in: .whitespaces)) |"))
    }
  }

  @Test func itsLinesFitAndItNamesBothCommands() throws {
    let text = try readme()
    #expect(text.contains("Tools/motioncheck replay") && text.contains("\nTools/test\n"))
    let wide = text.split(separator: "\n").filter { $0.count > 100 && !$0.hasPrefix("|") }
    #expect(wide.isEmpty)
  }
}
