import Foundation
import Glibc
import MotionCore
import Testing

@testable import MotionInput

/// Folders and archives become one recording, or one clear sentence.
@Suite struct ContainerTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static let sample = FormatSample.phones[0]
  private static let plain = (name: "a.csv", bytes: Array(Fixture.plain.utf8))

  private func archive(
    _ files: [(name: String, bytes: [UInt8])], _ form: ArchiveWriter.Form = .zip
  ) -> String {
    let path = directory.path + "/x" + form.ending
    ArchiveWriter.write(files, form, to: path)
    return path
  }

  private func error(_ path: String) -> InputError? {
    #expect(throws: InputError.self) { try RecordingSource(path: path).readAll() }
  }

  @Test(arguments: ArchiveWriter.Form.allCases)
  func anArchiveIsReadAsItsFolderIs(form: ArchiveWriter.Form) throws {
    let report = try FormatTests.report(RecordingSource(path: archive(Self.sample.files, form)))
    #expect(report.sets[0].count == SampleMotion.repetitions)
    #expect(report.quality.hasGyroscope)
  }

  @Test func anArchiveComesThroughAPipe() throws {
    let path = archive(Self.sample.files)
    let pipe = directory.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let source = try RecordingSource(path: pipe)
    #expect(try source.next() == [])
    let writer = open(pipe, O_WRONLY | O_NONBLOCK)
    let bytes = try FileBytes(FileDescriptor(reading: path)).head(1 << 24)
    // The first call that finds bytes reads the archive whole.
    Thread.detachNewThread { Self.send(bytes, to: writer) }
    var readings: [MotionReading] = []
    while let next = try source.next() { readings += next }
    #expect(readings.count > 1000)
  }

  private static func send(_ bytes: [UInt8], to writer: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
      if count > 0 { sent += count } else { usleep(1000) }
    }
    close(writer)
  }

  @Test func oneFileOfSeveralIsNamedWithAColon() throws {
    let path = archive([Self.plain, ("b.csv", Self.plain.bytes)])
    #expect(error(path) == .severalRecordings(path: path, names: ["a.csv", "b.csv"]))
    #expect(error(path)?.description.contains("\(path):a.csv, \(path):b.csv") == true)
    #expect(try RecordingSource(path: path + ":b.csv").readAll().count == 300)
    #expect(
      error(path + ":c.csv") == .noMember(path: path, member: "c.csv", found: ["a.csv", "b.csv"]))
  }

  @Test func aLinkThatLeadsBackIsNotFollowed() throws {
    _ = try directory.file("in/a.csv", Fixture.plain)
    #expect(symlink("..", directory.path + "/in/back") == 0)
    #expect(try RecordingSource(path: directory.path).readAll().count == 300)
  }

  @Test func whichOfTwoGyroscopesIsAsked() throws {
    let one = "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]\n0,0,0,9.8\n0.01,0,0,9.8\n"
    let other = "t [s],gx [rad/s],gy [rad/s],gz [rad/s]\n0,0,0,0\n0.01,0,0,0\n"
    for (name, text) in [("one.csv", one), ("two.csv", other), ("six.csv", other)] {
      _ = try directory.file(name, text)
    }
    #expect(
      error(directory.path)
        == .severalGyroscopes(
          path: directory.path, recording: "one.csv", names: ["six.csv", "two.csv"]))
  }

  @Test func labelsAreNoRecording() throws {
    let labels = (name: "a.labels.csv", bytes: Array("start,end,exercise,side,kind,count\n".utf8))
    #expect(try RecordingSource(path: archive([Self.plain, labels])).readAll().count == 300)
  }

  @Test func aWorkbookIsNamed() {
    let path = archive([("[Content_Types].xml", [1]), ("xl/worksheets/sheet1.xml", [1])])
    #expect(error(path) == .workbook(path: path))
    #expect(throws: InputError.workbook(path: "x.csv")) {
      try Fixture.read(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    }
  }

  @Test func anArchiveInAnArchiveIsRefused() throws {
    let inner = archive([Self.plain])
    let bytes = try FileBytes(FileDescriptor(reading: inner)).head(1 << 20)
    let path = directory.path + "/outer.zip"
    ArchiveWriter.write([("in.zip", bytes)], .zip, to: path)
    #expect(error(path)?.description.contains("holds another archive, 'in.zip'") == true)
  }

  @Test func anArchiveThatIsCutOffIsRefused() throws {
    let whole = try FileBytes(FileDescriptor(reading: archive(Self.sample.files))).head(1 << 24)
    let path = try directory.file("cut.zip", bytes: Array(whole.prefix(whole.count / 2)))
    #expect(error(path)?.description.contains("cannot be unpacked") == true)
  }

  @Test func aBombIsRefusedBeforeItHasGrown() {
    let rows = String(repeating: "0,0,0,9.8\n", count: 8 << 20)
    let path = archive([("a.csv", Array((Fixture.header + "\n" + rows).utf8))])
    #expect(error(path)?.description.contains("times its size") == true)
  }

  @Test func aFolderWithoutARecordingSaysSo() throws {
    _ = try directory.file("notes.txt", "nothing to see here\n")
    #expect(
      error(directory.path)?.description.contains("none of its 1 file is a recording") == true)
  }

  @Test func aPairOfDifferentDaysIsRefusedWithBothSpans() throws {
    let day = { (start: Int) in
      (0..<300).map { "\(start + $0 * 20),0.1,0.2,\(9.8 + Double($0 % 7) / 100)\n" }.joined()
    }
    let force = try directory.file(
      "acc.csv", "time [ms],ax [m/s^2],ay [m/s^2],az [m/s^2]\n" + day(1_700_000_000_000))
    let rate = try directory.file(
      "gyr.csv", "time [ms],gx [rad/s],gy [rad/s],gz [rad/s]\n" + day(1_700_086_400_000))
    let source = try RecordingSource(path: force, options: ReadingOptions(gyroscope: rate))
    let error = #expect(throws: InputError.self) { try source.readAll() }
    #expect(error?.description.contains("from 2023-11-14T22:13:20Z") == true)
    #expect(error?.description.contains("from 2023-11-15T22:13:20Z") == true)
  }
}

extension Fixture {
  /// Six seconds of a still sensor at 50 Hz.
  static let plain =
    header + "\n"
    + (0..<300).map {
      "\((Double($0) / 50).text(2)),0.1,0.2,\((9.8 + Double($0 * 7 % 11) / 100).text(2))\n"
    }
    .joined()
}
