import Glibc

/// Why a recording, a stream, a device or a document could not be used.
package enum InputError: Error, Sendable, Hashable {
  /// There is nothing at this path.
  case missing(path: String)
  /// The path is a directory.
  case directory(path: String)
  /// The path may not be read.
  case unreadable(path: String)
  /// The operating system refused; `action` reads like "read" or "open".
  case system(action: String, path: String, code: Int32)
  /// A `--source` that is none of the known forms.
  case badSource(argument: String, reason: String)
  /// Nothing is in it.
  case empty(path: String)
  /// It is not text.
  case binary(path: String)
  /// It is compressed; `form` reads like "gzip".
  case compressed(path: String, form: String)
  /// It is a workbook of a spreadsheet program.
  case workbook(path: String)
  /// An archive that cannot be used; `reason` reads like "is encrypted".
  case archive(path: String, reason: String)
  /// The archive holds no such file.
  case noMember(path: String, member: String, found: [String])
  /// A folder or an archive holds several recordings.
  case severalRecordings(path: String, names: [String])
  /// Several gyroscopes lie beside one accelerometer, and nothing tells which is its own.
  case severalGyroscopes(path: String, recording: String, names: [String])
  /// A folder or an archive holds no recording; `why` tells of the file that comes nearest.
  case noRecording(path: String, files: Int, why: String?)
  /// The rows have no time; `found` reads like "no column of time".
  case noTime(path: String, line: Int, found: String)
  /// Two files of one recording that are not of the same time, each with its span.
  case notSameTime(path: String, span: String, other: String, otherSpan: String)
  /// A line longer than any recording has.
  case lineTooLong(path: String, line: Int)
  /// The header lacks columns or names the same one twice.
  case badColumns(path: String, line: Int, found: [String], reason: String)
  /// Numbers where the names of the columns should be; `header` is one that may fit.
  case noHeader(path: String, line: Int, header: String)
  /// The recording cannot be used because of what its columns mean.
  case unusableColumns(path: String, line: Int, reason: String)
  /// Lines of a live stream, none of which is a header or a row.
  case noLayout(path: String, lines: Int)
  /// A header and no row.
  case noSamples(path: String)
  /// Rows, and none of them usable; `fault` tells what was wrong with the first.
  case noUsableRow(path: String, line: Int, rows: Int, fault: String)
  /// All rows have the same values, for longer than a worn sensor's stand still.
  case noSignal(path: String, rows: Int)
  /// At rest the acceleration is nowhere near 9.81 m/s^2 in size.
  case noGravity(path: String, medianSize: Double)
  /// Rows too far apart to see a movement.
  case tooSlow(path: String, medianStepSeconds: Double)
  /// Rows that repeat values for too long to see a movement.
  case valuesHeld(path: String, seconds: Double)
  /// More rows a second than any worn sensor gives.
  case tooFast(path: String, rateHertz: Double)
  /// The clock does not run.
  case clockStands(path: String, line: Int, rows: Int)
  /// A document (labels, manifest, programme, parameters) is wrong at a line; `excerpt` shows where
  /// in it.
  case document(
    path: String, line: Int, found: String, expected: String, excerpt: LineExcerpt? = nil)
  /// A recording, readable as it is, does not hold what is needed.
  case unsuitable(path: String, found: String, expected: String)
  /// The output file exists already; `advice` reads like "choose another name".
  case outputExists(
    path: String, advice: String = "choose another name, or move it away first")
  /// The file of a recording was removed while it was written.
  case recordingRemoved(path: String)
  /// The disk took nothing for so long that no more was kept for it.
  case diskTooSlow(path: String)
  /// Another program writes this recording.
  case recordingInUse(path: String)
  /// Another program reads this pipe or serial port.
  case sourceInUse(path: String)
  /// There is no session that could be resumed; `reason` says why.
  case notResumable(path: String, reason: String)
  /// No motion sensor is there; `others` are input devices that are none.
  case noDevice(asked: String?, others: [String])
  /// Several motion sensors fit what was asked.
  case ambiguousDevice(asked: String?, candidates: [String])
  /// The device is there and is not a motion sensor; `sensor` is the one of the same hardware.
  case notMotionSensor(path: String, what: String, sensor: String?)
  /// The device is there and may not be read.
  case devicePermission(path: String, name: String)
  /// A sensor in the network does not answer, or something else does; `reason` says what.
  case unreachable(address: String, reason: String)
  /// This address cannot be listened at; `reason` says why.
  case listener(address: String, reason: String)
  /// phyphox shows an experiment without acceleration.
  case phyphoxExperiment(address: String, buffers: [String])
  /// The serial port is there and may not be read.
  case portPermission(path: String)

  /// True where there was no room to write.
  var isFullDisk: Bool {
    guard case .system(_, _, let code) = self else { return false }
    return code == ENOSPC || code == EDQUOT
  }

  /// The error for a failed `open` or `stat`.
  static func opening(_ path: String, code: Int32) -> InputError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .directory(path: path)
    case EACCES, EPERM: .unreadable(path: path)
    default: .system(action: "open", path: path, code: code)
    }
  }
}
