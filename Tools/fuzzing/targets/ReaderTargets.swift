import MotionCore

@testable import MotionInput

/// What is read as text or as an archive.
enum ReaderTargets {
  /// Read in pieces, whose size the first byte says, and checked.
  static func recording(_ bytes: [UInt8]) { parse(bytes, isLiveLine: false) }

  static func rows(_ bytes: [UInt8]) { parse(bytes, isLiveLine: true) }

  private static func parse(_ bytes: [UInt8], isLiveLine: Bool) {
    guard let first = bytes.first else { return }
    var parser = RecordingParser(path: "fuzz.csv", isLiveLine: isLiveLine)
    var readings: [MotionReading] = []
    let pieceBytes = 1 + Int(first) * Int(first)
    var start = 1
    do {
      while start < bytes.count {
        let end = min(bytes.count, start + pieceBytes)
        try parser.take(bytes.span.extracting(start..<end), arrival: Int64(start) * 1_000_000)
        while let more = try parser.next() { readings += more }
        start = end
      }
      try parser.end()
      while let more = try parser.next() { readings += more }
    } catch {
      _ = error.description
    }
    _ = parser.notices + parser.metadata.comments
    check(readings)
  }

  static func archive(_ bytes: [UInt8]) {
    do {
      let archive = try ArchiveFile(bytes, path: "fuzz.zip")
      let parts = try RecordingParts(archive, options: ReadingOptions())
      var joined = JoinedRecording(parts, options: ReadingOptions())
      check(try joined.read())
    } catch {
      _ = error.description
    }
  }

  /// What is understood must be understood again from what it is written as.
  static func program(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    guard let program = try? ProgramFile.embedded(text, path: "fuzz.yaml") else { return }
    let again = try? ProgramFile.embedded(ProgramFile.text(of: program), path: "again.yaml")
    precondition(again == program, "a programme is another one once it was written")
  }

  /// What a session makes of readings.
  static func check(_ readings: [MotionReading]) {
    guard !readings.isEmpty, let exercise = Exercise.named("repetition") else { return }
    var session = Session(plan: .single(PlannedSet(exercise: exercise, target: Target(reps: 3))))
    for reading in readings { _ = session.process(reading) }
    _ = session.finish()
    _ = session.report
  }
}
