import Foundation
import MotionCore
import MotionInput
import Testing

@testable import MotionStudio

@Suite struct LabelDeskTests {
  private static let seconds = 60.0

  private static func rep(_ start: Double, _ end: Double) -> Label {
    Label(start: start, end: end, exercise: "bent-over-row", kind: .rep)
  }

  private static func whole(_ reps: Label...) -> [Label] {
    [
      Label(
        start: reps.map(\.start).min() ?? 0, end: reps.map(\.end).max() ?? 0,
        exercise: "bent-over-row", kind: .set, count: reps.count)
    ] + reps
  }

  /// A folder with the path of a recording in it, which need not be there.
  private func folder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "studio-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path + "/rows.csv")
  }

  @Test func whatIsSavedStandsOnTheDiskForItsOwnerAlone() throws {
    try folder { recording in
      let desk = LabelDesk()
      let empty = try desk.state(of: recording)
      #expect(!empty.isNoted && empty.labels.isEmpty)
      let labels = Self.whole(Self.rep(1, 3), Self.rep(4, 6))
      let answer = try desk.save(
        .init(base: empty.number, labels: labels), of: recording, seconds: Self.seconds)
      guard case .saved(let state) = answer else { Issue.record("\(answer)"); return }
      #expect(state.labels == labels && state.isNoted)
      let path = LabelFile.path(forRecording: recording)
      #expect(try LabelFile.load(path) == labels)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func whatAnotherEditorWroteMeanwhileIsMerged() throws {
    try folder { recording in
      let path = LabelFile.path(forRecording: recording)
      try PendingFile.write(LabelFile.text(of: Self.whole(Self.rep(1, 3))), to: path)
      let desk = LabelDesk()
      let state = try desk.state(of: recording)
      try PendingFile.write(
        LabelFile.text(of: Self.whole(Self.rep(1, 3), Self.rep(8, 9))), to: path)
      let answer = try desk.save(
        .init(base: state.number, labels: Self.whole(Self.rep(1, 3), Self.rep(4, 6))),
        of: recording, seconds: Self.seconds)
      guard case .saved(let saved) = answer else { Issue.record("\(answer)"); return }
      #expect(saved.labels == Self.whole(Self.rep(1, 3), Self.rep(4, 6), Self.rep(8, 9)))
      #expect(try LabelFile.load(path) == saved.labels)
    }
  }

  @Test func aContradictionIsAskedAboutAndWritesNothing() throws {
    try folder { recording in
      let path = LabelFile.path(forRecording: recording)
      try PendingFile.write(LabelFile.text(of: Self.whole(Self.rep(1, 3))), to: path)
      let desk = LabelDesk()
      let state = try desk.state(of: recording)
      let theirs = LabelFile.text(of: Self.whole(Self.rep(1.5, 3)))
      try PendingFile.write(theirs, to: path)
      var change = LabelDesk.Change(
        base: state.number, labels: Self.whole(Self.rep(1, 3.5)))
      let answer = try desk.save(change, of: recording, seconds: Self.seconds)
      guard case .conflict(let now, let conflicts) = answer else {
        Issue.record("\(answer)")
        return
      }
      #expect(conflicts == [Self.rep(1.5, 3)])
      #expect(try LabelFile.read(path) == theirs)
      (change.base, change.isForced) = (now.number, true)
      _ = try desk.save(change, of: recording, seconds: Self.seconds)
      #expect(try LabelFile.load(path) == Self.whole(Self.rep(1, 3.5)))
    }
  }

  @Test func labelsThatCannotBeTrueAreNotWritten() throws {
    try folder { recording in
      let desk = LabelDesk()
      let state = try desk.state(of: recording)
      let answer = try desk.save(
        .init(base: state.number, labels: Self.whole(Self.rep(1, 99))), of: recording,
        seconds: Self.seconds)
      guard case .refused = answer else { Issue.record("\(answer)"); return }
      #expect(try LabelFile.read(LabelFile.path(forRecording: recording)) == nil)
    }
  }

  @Test func noLabelsAreNotYetTheStatementThatNothingWasDone() throws {
    try folder { recording in
      let desk = LabelDesk()
      let path = LabelFile.path(forRecording: recording)
      var state = try desk.state(of: recording)
      let cases: [(isNothing: Bool, text: String?)] = [
        (true, LabelFile.text(of: [])), (false, nil),
      ]
      for (isNothing, text) in cases {
        let answer = try desk.save(
          .init(base: state.number, labels: [], isNothingDone: isNothing), of: recording,
          seconds: Self.seconds)
        guard case .saved(let saved) = answer else { Issue.record("\(answer)"); return }
        state = saved
        #expect(try LabelFile.read(path) == text)
      }
    }
  }
}
