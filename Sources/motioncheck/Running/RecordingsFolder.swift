import Foundation
import MotionInput

/// The person's folder of recordings.
struct RecordingsFolder {
  private static let suffix = ".csv"

  let path: String

  /// The usual place.
  static var usual: RecordingsFolder { RecordingsFolder(path: data + "/recordings") }

  /// Where the program keeps what belongs to the person (XDG Base Directory Specification 0.8).
  static var data: String {
    let environment = ProcessInfo.processInfo.environment
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? ".") + "/.local/share"
    return data + "/motioncheck"
  }

  /// A path in the folder that no file has yet, named for the time and what is checked; the folder
  /// is made where it is missing.
  ///
  /// - Throws: `InputError.system` when the folder cannot be made.
  func newFile(for id: String) throws(InputError) -> String {
    try make()
    let name = "\(path)/\(WallClock.now().replacing(":", with: ""))-\(id)"
    let names = [name] + (2...9).map { "\(name)-\($0)" }
    let free = names.first { !FileManager.default.fileExists(atPath: $0 + Self.suffix) }
    return (free ?? name) + Self.suffix
  }

  /// Makes the folder and those above it, which nobody else may look into (as the specification
  /// has it).
  func make() throws(InputError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in parts.indices.dropFirst() {
      let folder = parts[...count].joined(separator: "/")
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw .system(action: "make this folder", path: folder, code: errno)
      }
    }
  }

  /// The recording that was last written to; what a full disk left empty is none.
  func newest() throws(InputError) -> String {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let recordings = files.filter { $0.hasSuffix(Self.suffix) }.map { "\(path)/\($0)" }
      .compactMap { path in Self.lastWrite(path).map { (path: path, date: $0) } }
    guard let newest = recordings.max(by: { $0.date < $1.date }) else {
      throw .notResumable(path: path, reason: "there is no recording in this folder")
    }
    return newest.path
  }

  private static func lastWrite(_ path: String) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard (attributes?[.size] as? Int) ?? 0 > 0 else { return nil }
    return attributes?[.modificationDate] as? Date
  }
}
