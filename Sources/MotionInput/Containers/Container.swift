import Glibc

/// What a path names: one file, or several in a folder or an archive.
enum Container {
  /// A file that is the recording.
  case single(any ByteSource)
  /// A folder or an archive that holds files.
  case several(any FileCollection)

  /// An archive that comes through a pipe is kept in memory up to this size, in bytes.
  static let largestPipedArchive = 256 << 20
  /// What stands before the name of a file in an archive that comes through standard input.
  private static let pipedMember = "-:"

  /// Opens a file, a folder, an archive, `ARCHIVE:NAME`, or standard input for `-`.
  static func open(_ path: String) throws(InputError) -> Container {
    if path == "-" { return try of(FileBytes(.standardInput())) }
    if path.hasPrefix(pipedMember), access(path, F_OK) != 0 {
      let archive = try piped(FileBytes(.standardInput()))
      return .single(try archive.open(String(path.dropFirst(pipedMember.count))))
    }
    if let (archive, member) = named(path) {
      return .single(try ArchiveFile(path: archive).open(member))
    }
    if isFolder(path) { return .several(Folder(path)) }
    return try of(FileBytes(try FileDescriptor(reading: path)))
  }

  /// Tells by its first bytes what a file is; a pipe is not waited for.
  private static func of(_ file: FileBytes) throws(InputError) -> Container {
    guard file.isComplete else { return .single(file) }
    let head = try file.head(ArchiveForm.signatureBytes)
    let resumed = ResumedBytes(head, then: file)
    guard ArchiveForm(beginning: head.span) != nil else { return .single(resumed) }
    guard file.path != FileDescriptor.standardInputName else {
      return try .several(piped(resumed))
    }
    return try .several(ArchiveFile(path: file.path))
  }

  /// The archive that comes through a pipe or from standard input.
  static func piped(_ source: any ByteSource) throws(InputError) -> ArchiveFile {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      switch try source.read(into: &buffer) {
      case .bytes(let count): bytes += buffer[..<count]
      case .nothing: continue
      case .end: return try ArchiveFile(bytes, path: source.path)
      }
      guard bytes.count <= largestPipedArchive else {
        throw .archive(
          path: source.path,
          reason: "is larger than \(largestPipedArchive >> 20) MB; give the file itself")
      }
    }
  }

  /// `FILE.zip:NAME`, where there is no file of that whole name.
  static func named(_ path: String) -> (archive: String, member: String)? {
    guard access(path, F_OK) != 0 else { return nil }
    for colon in path.indices.reversed() where path[colon] == ":" {
      let (file, member) = (String(path[..<colon]), String(path[path.index(after: colon)...]))
      if !file.isEmpty, !member.isEmpty, access(file, F_OK) == 0, !isFolder(file) {
        return (file, member)
      }
    }
    return nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// Files that belong together: what a folder or an archive holds.
protocol FileCollection {
  /// Where they are.
  var path: String { get }
  /// Their names with folders, in a fixed order.
  var names: [String] { get }
  /// The bytes of one of them.
  func open(_ name: String) throws(InputError) -> any ByteSource
  /// The beginning of each, by name, at most `bytes` long.
  func heads(_ bytes: Int) throws(InputError) -> [(name: String, head: [UInt8])]
}

/// An archive on the disk or in memory.
struct ArchiveFile: FileCollection {
  let path: String
  let names: [String]
  private let memory: [UInt8]?

  /// Lists an archive of the disk.
  init(path: String) throws(InputError) {
    self.path = path
    memory = nil
    names = try Self.names(Archive(path: path))
    try refuseWorkbook()
  }

  /// Lists an archive in memory.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    self.path = path
    memory = bytes
    names = try Self.names(Archive(bytes, path: path))
    try refuseWorkbook()
  }

  func open(_ name: String) throws(InputError) -> any ByteSource {
    var archive = try opened()
    while let member = try archive.nextMember() {
      if member == name { return MemberBytes(archive, path: place(name)) }
    }
    throw .noMember(path: path, member: name, found: names)
  }

  func heads(_ bytes: Int) throws(InputError) -> [(name: String, head: [UInt8])] {
    var heads: [(String, [UInt8])] = []
    var archive = try opened()
    while let name = try archive.nextMember() {
      var head: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: bytes)
      while head.count < bytes, case let count = try archive.read(into: &buffer), count > 0 {
        head += buffer[..<count]
      }
      guard ArchiveForm(beginning: head.span) == nil else {
        throw .archive(
          path: path, reason: "holds another archive, '\(name)'; unpack it once and give that")
      }
      heads.append((name, Array(head.prefix(bytes))))
    }
    return heads
  }

  /// A file that is only compressed keeps its name without the ending.
  private func place(_ name: String) -> String {
    guard name == Self.nameless else { return "\(path):\(name)" }
    return path
  }

  /// The name that libarchive gives to what is only compressed.
  static let nameless = "data"

  private func opened() throws(InputError) -> Archive {
    if let memory { return try Archive(memory, path: path) }
    return try Archive(path: path)
  }

  private static func names(_ archive: consuming Archive) throws(InputError) -> [String] {
    var names: [String] = []
    while let name = try archive.nextMember() { names.append(name) }
    return names
  }

  private func refuseWorkbook() throws(InputError) {
    if Workbook.holds(names) { throw .workbook(path: path) }
  }
}

/// A folder of the disk, with those in it.
struct Folder: FileCollection {
  /// Folders inside of each other are followed so far; a BIDS data set has three.
  private static let deepest = 4
  private static let mostFiles = 2000

  let path: String
  let names: [String]

  init(_ path: String) {
    self.path = path
    names = Array(Self.files(in: path, below: "", within: []).prefix(Self.mostFiles))
  }

  func open(_ name: String) throws(InputError) -> any ByteSource {
    FileBytes(try FileDescriptor(reading: "\(path)/\(name)"))
  }

  func heads(_ bytes: Int) throws(InputError) -> [(name: String, head: [UInt8])] {
    var heads: [(String, [UInt8])] = []
    for name in names { heads.append((name, try open(name).head(bytes))) }
    return heads
  }

  /// - Parameter folders: those that it lies in; a link that leads back to one of them is not
  ///   followed.
  private static func files(in path: String, below: String, within folders: [ino_t]) -> [String] {
    var own = stat()
    guard folders.count <= deepest, stat(path, &own) == 0, !folders.contains(own.st_ino),
      let directory = opendir(path)
    else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory), names.count < mostFiles {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard stat("\(path)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        names += files(
          in: "\(path)/\(name)", below: "\(below)\(name)/", within: folders + [own.st_ino])
      case S_IFREG: names.append(below + name)
      default: break
      }
    }
    return names.sorted()
  }
}
