import Glibc
import MotionCore

@testable import MotionInput

/// Recordings as texts, and what reading them gives.
enum Fixture {
  static let header = "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]"
  static let sixAxisHeader = MotioncheckFormat.example

  /// Rows of a still sensor at these times.
  static func rows(at times: [Double], z: Double = 9.81) -> String {
    times.map { "\($0),0.1,0.2,\(z)\n" }.joined()
  }

  /// `count` rows of a still sensor, 100 a second.
  static func steady(_ count: Int, from start: Double = 0) -> String {
    (0..<count).map { index in
      let time = Int((start * 100).rounded()) + index
      return
        "\(time / 100).\(time % 100 < 10 ? "0" : "")\(time % 100),0.1,0.2,\(9.8 + Double(index % 7) / 100)\n"
    }.joined()
  }

  /// Everything that a text gives, fed in pieces of `pieceBytes`.
  static func read(
    _ text: String, pieceBytes: Int = .max, isLiveLine: Bool = false,
    options: ReadingOptions = ReadingOptions()
  ) throws(InputError) -> Outcome {
    try read(
      bytes: Array(text.utf8), pieceBytes: pieceBytes, isLiveLine: isLiveLine, options: options)
  }

  static func read(
    bytes: [UInt8], pieceBytes: Int = .max, isLiveLine: Bool = false,
    options: ReadingOptions = ReadingOptions()
  ) throws(InputError) -> Outcome {
    var parser = RecordingParser(path: "x.csv", isLiveLine: isLiveLine, options: options)
    var readings: [MotionReading] = []
    var start = 0
    while start < bytes.count {
      let end = pieceBytes < bytes.count - start ? start + pieceBytes : bytes.count
      readings += try parser.parse(bytes.span.extracting(start..<end))
      start = end
    }
    readings += try parser.finish()
    return Outcome(readings: readings, notices: parser.notices, metadata: parser.metadata)
  }

  /// What reading a recording gave.
  struct Outcome: Equatable {
    var readings: [MotionReading]
    var notices: [String]
    var metadata: RecordingMetadata

    var samples: [IMUSample] {
      readings.compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
    }
    var markers: [Marker] {
      readings.compactMap { if case .marker(let marker) = $0 { marker } else { nil } }
    }
    /// Times of the samples in milliseconds.
    var milliseconds: [Int64] { samples.map { $0.nanoseconds / 1_000_000 } }
  }
}

extension SplitMix64 {
  /// A nearly normal number of mean 0 and standard deviation 1: the sum of twelve even ones.
  mutating func normal() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + .random(in: 0...1, using: &self) }
  }
}

/// A directory that is removed with everything in it when the test is over.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/motioninput-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw InputError.system(action: "create", path: "/tmp", code: errno)
    }
    path = String(cString: made)
  }

  deinit { removeTree(path) }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Array(text.utf8))
  }

  func file(_ name: String, bytes: [UInt8]) throws -> String {
    for slash in name.indices where name[slash] == "/" { mkdir("\(path)/\(name[..<slash])", 0o700) }
    let file = try OutputFile(path: "\(path)/\(name)", replacing: true)
    try file.write(bytes)
    return "\(path)/\(name)"
  }
}

func removeTree(_ path: String) {
  if let directory = opendir(path) {
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { removeTree("\(path)/\(name)") }
    }
    closedir(directory)
    rmdir(path)
  } else {
    unlink(path)
  }
}

extension RecordingParser {
  /// Everything that the next bytes complete.
  mutating func parse(
    _ bytes: Span<UInt8>, arrival: Int64 = 0
  ) throws(InputError) -> [MotionReading] {
    try take(bytes, arrival: arrival)
    return try rest()
  }

  /// Everything that is left at the end.
  mutating func finish() throws(InputError) -> [MotionReading] {
    try end()
    return try rest()
  }

  private mutating func rest() throws(InputError) -> [MotionReading] {
    var readings: [MotionReading] = []
    while let more = try next() { readings += more }
    return readings
  }
}

extension ReadingSource {
  /// Everything up to the end.
  func readAll() throws(InputError) -> [MotionReading] {
    var all: [MotionReading] = []
    while let some = try next() { all += some }
    return all
  }
}

#if SANITIZES_THREADS
  /// Not Swift's own, into which the thread sanitizer does not see.
  typealias Mutex = MotionInput.Mutex
#endif
