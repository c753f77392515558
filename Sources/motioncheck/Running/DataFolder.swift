import Foundation
import MotionInput

/// The person's folder of what motioncheck keeps (XDG Base Directory Specification 0.8).
enum DataFolder {
  /// Its path; a relative XDG_DATA_HOME is none.
  static var path: String { (folder("XDG_DATA_HOME") ?? home + "/.local/share") + "/motioncheck" }

  /// The person's home; where the environment says none, or an empty one, as the system knows it.
  static var home: String {
    if let home = folder("HOME") { return home }
    guard let account = getpwuid(getuid()), let home = account.pointee.pw_dir else { return "/" }
    return String(cString: home)
  }

  private static func folder(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// Makes a folder and those above it, which nobody else may look into (as the specification has
  /// it).
  ///
  /// - Throws: `InputError.system` when it cannot be made.
  static func make(_ path: String) throws(InputError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in parts.indices.dropFirst() {
      let folder = parts[...count].joined(separator: "/")
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw .system(action: "make this folder", path: folder, code: errno)
      }
    }
  }
}
