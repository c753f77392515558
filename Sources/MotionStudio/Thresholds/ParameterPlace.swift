import MotionCore
import MotionInput
import Synchronization

/// Where the page saves thresholds: the one file that was asked for, or one beside the recordings
/// that is named for the exercise. A file that stood there before is not written over.
final class ParameterPlace: Sendable {
  private let asked: String?
  private let folder: String
  /// What was written here, and may be written again.
  private let own = Mutex<Set<String>>([])

  /// - Parameters:
  ///   - asked: the file that was asked for; nil for the usual one.
  ///   - folder: where the recordings are listed.
  init(asked: String?, folder: String) {
    self.asked = asked
    self.folder = folder
  }

  /// Where an exercise's thresholds go.
  func path(for exercise: Exercise) -> String {
    if let asked { return asked }
    let name = exercise.id.filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return (folder.isEmpty ? "" : folder + "/") + "\(name).parameters.yaml"
  }

  /// Writes them.
  ///
  /// - Throws: `InputError.outputExists` for a file that this studio did not write, and what writing
  ///   throws.
  func write(_ text: String, for exercise: Exercise) throws(InputError) -> String {
    let path = path(for: exercise)
    try PendingFile.write(text, to: path, replacing: own.withLock { $0.contains(path) })
    own.withLock { _ = $0.insert(path) }
    return path
  }
}
