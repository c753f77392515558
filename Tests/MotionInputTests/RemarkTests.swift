import Foundation
import MotionCore
import Testing

@testable import MotionInput

/// What the person said of a session stands behind its rows, and is read again.
@Suite struct RemarkTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "motioncheck-remark-\(UUID().uuidString).csv").path

  private func source(_ lines: [String]) throws -> RecordingSource {
    let rows = (0..<60).map { "\(Double($0) / 50),0.\($0 % 2),9.81,0.2" }
    let text = ["t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]"] + rows + lines
    try (text.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let source = try RecordingSource(path: path)
    _ = try source.readAll()
    return source
  }

  @Test func whatWasAddedIsReadAgain() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try source(["# finished: 2026-11-02T09:00:00Z"])
    let remark = SessionRemark(effort: 7, note: "left arm: \"stiff\", then fine")
    LiveRecording.add(remark, to: path)
    let source = try RecordingSource(path: path)
    let count = try source.readAll().count
    #expect(source.metadata.remark == remark && count == 60)
    #expect(source.notices.isEmpty, "\(source.notices)")
  }

  @Test(arguments: [
    (["# effort: 0"], SessionRemark(effort: 0)),
    (["# effort: 4", "# remark: first", "# effort: 6"], SessionRemark(effort: 6, note: "first")),
    (["# remark: a: b"], SessionRemark(note: "a: b")),
    (["# remark:", "# efforts: 3"], SessionRemark()),
  ])
  func theLastOfEachHolds(lines: [String], remark: SessionRemark) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try source(lines).metadata.remark == remark)
  }

  @Test(arguments: ["11", "-1", "hard", "3.5"])
  func anEffortBeyondTheScaleIsNamedAndLeftOut(effort: String) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let source = try source(["# effort: \(effort)"])
    #expect(source.metadata.remark.isEmpty)
    #expect(source.notices.contains { $0.contains(":62: effort '\(effort)' ignored") })
  }

  @Test func aCopyKeepsIt() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    var metadata = RecordingMetadata()
    metadata.remark = SessionRemark(effort: 10, note: "too much")
    try LiveRecording(path: path, metadata: metadata).finish()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# effort: 10\n# remark: too much\n"))
  }
}
