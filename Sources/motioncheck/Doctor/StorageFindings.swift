import Glibc
import MotionHistory
import MotionInput

/// Whether recordings and the history can be kept, by this person and for nobody else. Nothing is
/// made or changed by looking.
struct StorageFindings {
  /// What a recording of an hour takes at 250 samples a second, and as much again.
  private static let leastFreeBytes: UInt64 = 200 << 20

  private let folder: String

  init(folder: String = DataFolder.path) { self.folder = folder }

  var all: [Finding] { [data, space, history].compactMap(\.self) }

  private var data: Finding {
    var status = stat()
    guard stat(folder, &status) == 0 else { return unmade }
    guard status.st_mode & S_IFMT == S_IFDIR, access(folder, R_OK | W_OK | X_OK) == 0 else {
      return Finding(
        "data", .problem, "\(folder): cannot be written to",
        advice: "make it a folder of your own, or set XDG_DATA_HOME to one")
    }
    guard status.st_mode & 0o077 == 0 else {
      return Finding(
        "data", .problem, "\(folder): others may look into it",
        advice: "close it with 'chmod 700 \(folder)'")
    }
    return Finding("data", .fine, folder)
  }

  /// The folder is made when it is needed: whether that can be done.
  private var unmade: Finding {
    let parent = Self.existing(above: folder)
    guard access(parent, W_OK | X_OK) == 0 else {
      return Finding(
        "data", .problem, "\(folder): cannot be made, since \(parent) may not be written to",
        advice: "set XDG_DATA_HOME to a folder of your own")
    }
    return Finding("data", .fine, "\(folder), made with the first session")
  }

  private static func existing(above folder: String) -> String {
    var path = folder[...]
    while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      path = path[..<slash]
      if access(String(path), F_OK) == 0 { return String(path) }
    }
    return "/"
  }

  private var space: Finding? {
    var status = statvfs()
    guard statvfs(Self.existing(above: folder + "/"), &status) == 0 else { return nil }
    let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    guard free >= Self.leastFreeBytes else {
      return Finding(
        "space", .problem, "\(free >> 20) MiB are free; a session of an hour may take 100",
        advice: "make room, or set XDG_DATA_HOME to another disk")
    }
    return Finding("space", .fine, "\(free >> 30) GiB are free")
  }

  /// Opened only where there is one.
  private var history: Finding? {
    let path = folder + "/history.db"
    guard access(path, F_OK) == 0 else { return nil }
    do {
      let count = try HistoryStore(path: path).sessions().count
      return Finding("history", .fine, "sessions: \(count)")
    } catch {
      return Finding(
        "history", .problem, "\(error)",
        advice: "'motioncheck history' keeps it aside and makes one anew from the recordings")
    }
  }
}
