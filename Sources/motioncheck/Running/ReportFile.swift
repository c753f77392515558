import Foundation
import Glibc
import MotionInput
import MotionReport

/// Where a report goes: standard output, or a file that takes the place of an older one only when
/// it is whole. A full disk, an error or a kill on the way leaves the older one as it was.
struct ReportFile: ~Copyable {
  private let stream: TextStream
  /// The file that is written, and the name that it gets in the end; nil where it is written
  /// directly, as standard output and FIFOs are.
  private var pending: (written: String, path: String)?

  /// Standard output.
  static func standardOutput() -> ReportFile { ReportFile(.standardOutput(), pending: nil) }

  /// Opens a file beside the one that is named. What it holds is health data: it is for its owner.
  ///
  /// - Throws: `InputError.system` when nothing can be written there.
  init(path: String) throws(InputError) {
    // A link stays one, and what it leads to is replaced.
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    var status = stat()
    let isThere = stat(place, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
      self.init(try TextStream(creating: path), pending: nil)
      return
    }
    if isThere, access(place, W_OK) != 0 {
      throw .system(action: "write", path: path, code: errno)
    }
    let written = "\(place).\(getpid()).part"
    do {
      self.init(
        try TextStream(creating: written, mode: 0o600, name: path), pending: (written, place))
    }
  }

  private init(_ stream: consuming TextStream, pending: (written: String, path: String)?) {
    self.stream = stream
    self.pending = pending
  }

  deinit {
    if let pending { unlink(pending.written) }
  }

  /// How wide it is; nil where it is no terminal.
  var columns: Int? { stream.columns }

  /// Colours as they were asked for.
  func style(_ choice: ColorChoice) -> TextStyle {
    switch choice {
    case .auto: stream.style
    case .always: .terminal
    case .never: .plain
    }
  }

  /// Writes all of these bytes.
  func write(_ bytes: [UInt8]) throws(InputError) { try stream.write(bytes) }

  /// Gives the file its name.
  mutating func commit() throws(InputError) {
    guard let pending else { return }
    try stream.sync()
    guard rename(pending.written, pending.path) == 0 else {
      throw .system(action: "write", path: pending.path, code: errno)
    }
    self.pending = nil
  }
}
