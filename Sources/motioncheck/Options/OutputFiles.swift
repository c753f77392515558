import ArgumentParser
import Foundation
import Glibc
import MotionInput

/// Files that a command is to write, by the options that name them.
struct OutputFiles {
  private let outputs: [(option: String, path: String)]

  /// The files that were asked for.
  init(_ outputs: (option: String, path: String?)...) {
    self.outputs = outputs.compactMap { option, path in path.map { (option: option, path: $0) } }
  }

  /// Sees to it that none takes the place of what is read, or of another one.
  ///
  /// - Throws: `ValidationError`.
  func require(apartFrom inputs: [String?]) throws(ValidationError) {
    var taken = inputs.compactMap(\.self).map {
      (what: "what is read", path: RecordingSource.file(of: $0))
    }
    // SQLite keeps what is not settled yet in files beside it.
    taken += ["", "-wal", "-shm", "-journal"].map {
      (what: "the history", path: HistoryFolder.path + $0)
    }
    for (option, path) in outputs where path != "-" {
      if let (what, other) = taken.first(where: { Self.isPlace(path, of: $0.path) }) {
        throw ValidationError("\(option) would overwrite \(what), '\(other)'; name another file.")
      }
      taken.append(("what \(option) writes", path))
    }
  }

  /// True where both are the same file, by whatever names, or one lies in a folder that is the
  /// other.
  private static func isPlace(_ path: String, of other: String) -> Bool {
    let (place, taken) = (resolved(path), resolved(other))
    var (status, second) = (stat(), stat())
    let isThere = (other == "-" ? fstat(STDIN_FILENO, &second) : stat(other, &second)) == 0
    guard stat(path, &status) == 0, isThere else { return other != "-" && place == taken }
    let isSame = status.st_dev == second.st_dev && status.st_ino == second.st_ino
    let isFile = status.st_mode & S_IFMT == S_IFREG
    return isFile && (isSame || place.hasPrefix(taken + "/"))
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
