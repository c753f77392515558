import Foundation
import MotionInput

/// The person's folder of recordings.
struct RecordingsFolder {
  private static let suffix = ".csv"

  let path: String

  /// The usual place.
  static var usual: RecordingsFolder { RecordingsFolder(path: DataFolder.path + "/recordings") }

  /// A path in the folder that no file has yet, named for the time and what is checked; the folder
  /// is made where it is missing.
  ///
  /// - Throws: `InputError.system` when the folder cannot be made.
  func newFile(for id: String) throws(InputError) -> String {
    try DataFolder.make(path)
    let name = "\(path)/\(WallClock.now().replacing(":", with: ""))-\(id)"
    let names = [name] + (2...9).map { "\(name)-\($0)" }
    let free = names.first { !FileManager.default.fileExists(atPath: $0 + Self.suffix) }
    return (free ?? name) + Self.suffix
  }

  /// The recordings in it, by name, which begins with the time.
  var recordings: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(Self.suffix) && LabelFile.isRecordingName($0) }.sorted()
      .map { "\(path)/\($0)" }
  }

  /// The recording that was last written to; what a full disk left empty is none.
  func newest() throws(InputError) -> String {
    let recordings = recordings.compactMap { path in
      Self.lastWrite(path).map { (path: path, date: $0) }
    }
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
