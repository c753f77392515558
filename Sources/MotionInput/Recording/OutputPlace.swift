import Glibc

/// What stands at a path to which something is to be written.
enum OutputPlace {
  case nothing
  case file
  /// A symbolic link to a file or to nothing; what it leads to is somebody else's.
  case link
  /// Standard output, a pipe, a terminal: what is written there replaces nothing.
  case stream

  init(_ path: String) {
    var status = stat()
    guard path != "-" else {
      self = .stream
      return
    }
    guard lstat(path, &status) == 0 else {
      self = .nothing
      return
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    // A link such as /dev/stdout may lead to a stream.
    let leadsSomewhere = stat(path, &status) == 0
    let isFile = !leadsSomewhere || status.st_mode & S_IFMT == S_IFREG
    self = !isFile ? .stream : isLink ? .link : .file
  }
}

extension InputError {
  /// The error for an output that is a symbolic link.
  static func linkedOutput(_ path: String) -> InputError {
    .unsuitable(
      path: path, found: "a symbolic link",
      expected: "the file itself: no file is written over through a link")
  }
}
