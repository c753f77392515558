import Glibc
import MotionCore
import MotionHistory

@testable import MotionInput

/// What is read by its path: the bytes become a file in memory.
enum FileTargets {
  private static let path = "/dev/shm/motioncheck-fuzz-\(getpid())"

  static func run(_ target: FuzzTarget, _ bytes: [UInt8]) {
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    do {
      switch target {
      case .parameters: try parameters()
      case .labels: _ = try LabelFile.load(path)
      case .manifest: _ = try Corrections(path: path).applied(to: Manifest.load(path))
      case .history: try history()
      default: preconditionFailure("no target of a file")
      }
    } catch {
      _ = "\(error)"
    }
  }

  private static func parameters() throws(InputError) {
    let file = try ParameterFile.load(path)
    for var exercise in Exercise.catalogue { try file.apply(to: &exercise) }
  }

  private static func history() throws(HistoryError) {
    let store = try HistoryStore(path: path)
    let sessions = try store.sessions()
    if let first = sessions.first { _ = try store.save(first) }
    try store.correct(session: 1, set: 1, count: 3)
    try store.delete(session: 1)
    for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
  }
}
