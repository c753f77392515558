import MotionCore

/// The files of a folder or an archive that together are one recording.
struct RecordingParts {
  /// One file, and how it is read.
  struct Part {
    let files: any FileCollection
    /// Its name in there.
    let member: String
    let plan: TextPlan
    let neighbour: (String) -> String?

    var path: String {
      isNameless ? files.path : "\(files.path)\(files is Folder ? "/" : ":")\(member)"
    }
    /// The file's own name, by which ties are broken.
    var name: String { TextHead.lastPart(of: isNameless ? Self.stem(files.path) : member) }
    func open() throws(InputError) -> any ByteSource { try files.open(member) }

    private var isNameless: Bool { member == ArchiveFile.nameless && files.names.count == 1 }

    private static func stem(_ path: String) -> String {
      ArchiveForm.endings.first { path.lowercased().hasSuffix($0) }
        .map { String(path.dropLast($0.count)) } ?? path
    }
  }

  let path: String
  /// With the specific force; nil where it is the sum of the next two.
  private(set) var force: Part?
  private(set) var gravity: Part?
  private(set) var linear: Part?
  private(set) var rotation: Part?
  /// True where the accelerometer's file has a gyroscope that another one takes the place of.
  var replacesRotation: Bool {
    rotation != nil && (force ?? gravity)?.plan.content.contains(.rotation) == true
  }

  /// The one file that is the whole recording; nil where several are.
  var only: Part? { rotation == nil ? force : nil }

  /// All files, the one that decides the most first.
  var all: [Part] { [force, gravity, linear, rotation].compactMap(\.self) }

  /// Finds them.
  ///
  /// - Throws: `InputError` where there is none, or several recordings are there.
  init(_ files: any FileCollection, options: ReadingOptions) throws(InputError) {
    path = files.path
    let found = try Self.plans(files, options)
    func parts(_ content: TextPlan.Content) -> [Part] {
      let parts = found.parts.filter { $0.plan.content.contains(content) }
      guard let best = parts.map(\.plan.rank).max() else { return [] }
      return parts.filter { $0.plan.rank == best }
    }
    let forces = parts(.force)
    guard forces.count <= 1 else {
      throw .severalRecordings(path: path, names: forces.map(\.member))
    }
    force = forces.first
    if force == nil {
      (gravity, linear) = try Self.pair(parts(.gravity), parts(.linear), path: path)
      guard gravity != nil, linear != nil else { throw found.nothing(path: path, files: files) }
    }
    let main = force ?? gravity
    guard main?.plan.content.contains(.rotation) != true else { return }
    rotation = try Self.nearest(parts(.rotation), to: main, path: path)
  }

  /// The gyroscope whose name is most like that of the accelerometer.
  private static func nearest(
    _ rotations: [Part], to main: Part?, path: String
  ) throws(InputError) -> Part? {
    let likeness = rotations.map { similarity($0.member, main?.member) }
    guard let best = likeness.max() else { return nil }
    let nearest = zip(rotations, likeness).filter { $1 == best }.map(\.0)
    guard nearest.count == 1 else {
      throw .severalGyroscopes(
        path: path, recording: main?.member ?? "", names: nearest.map(\.member))
    }
    return nearest[0]
  }

  private static func pair(
    _ gravity: [Part], _ linear: [Part], path: String
  ) throws(InputError) -> (Part?, Part?) {
    guard gravity.count <= 1, linear.count <= 1 else {
      throw .severalRecordings(
        path: path, names: (gravity.count > 1 ? gravity : linear).map(\.member))
    }
    return (gravity.first, linear.first)
  }

  /// A recording and the file that holds its gyroscope.
  static func pair(
    _ container: Container, gyroscope: String, options: ReadingOptions
  ) throws(InputError) -> RecordingParts {
    var parts: RecordingParts
    switch container {
    case .several(let files): parts = try RecordingParts(files, options: options)
    case .single(let bytes):
      parts = try RecordingParts(SingleFile(bytes.path), options: options)
    }
    var plain = options
    plain.columns = [:]
    let found = try plans(SingleFile(gyroscope), plain)
    guard let rotation = found.parts.first(where: { $0.plan.content.contains(.rotation) }) else {
      throw found.error
        ?? .unsuitable(
          path: gyroscope, found: "no rotation in it",
          expected: "the gyroscope of the same recording")
    }
    parts.rotation = rotation
    return parts
  }

  private struct Found {
    var parts: [Part] = []
    /// Why the largest other text is none.
    var error: InputError?

    func nothing(path: String, files: any FileCollection) -> InputError {
      if let part = parts.first {
        return PartError(path: path, format: part.plan.format, content: part.plan.content).error
          ?? .noRecording(path: path, files: files.names.count, why: nil)
      }
      return .noRecording(
        path: path, files: files.names.count, why: files.names.isEmpty ? nil : error.map { "\($0)" }
      )
    }
  }

  private static func plans(
    _ files: any FileCollection, _ options: ReadingOptions
  ) throws(InputError) -> Found {
    let heads = try files.heads(TextHead.bytes)
    func neighbour(of name: String) -> (String) -> String? {
      let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
      return { end in
        let found =
          heads.first { $0.name == folder + end } ?? heads.first { $0.name.hasSuffix(end) }
        return found.map { String(decoding: $0.head, as: UTF8.self) }
      }
    }
    var found = Found()
    var longest = 0
    for (name, head) in heads where LabelFile.isRecordingName(name) {
      let decoded = TextDecoder.whole(head)
      guard !decoded.span.isBinary, !decoded.isEmpty else { continue }
      let part = { plan in
        Part(files: files, member: name, plan: plan, neighbour: neighbour(of: name))
      }
      let isNameless = name == ArchiveFile.nameless && heads.count == 1
      func shown(_ text: [UInt8], isWhole: Bool) throws(InputError) -> ShownText? {
        try ShownText(
          text, path: isNameless ? files.path : "\(files.path):\(name)",
          name: isNameless ? nil : TextHead.lastPart(of: name), isWhole: isWhole,
          neighbour: neighbour(of: name))
      }
      do throws(InputError) {
        var text = try shown(decoded, isWhole: head.count < TextHead.bytes)
        if text == nil {
          let whole = try files.open(name).head(JSONDocument.mostBytes)
          text = try shown(
            TextDecoder.whole(whole), isWhole: whole.count < JSONDocument.mostBytes)
        }
        guard let text else { continue }
        found.parts.append(part(try RecordingFormats.plan(for: text.head, options: options)))
      } catch  where head.count > longest {
        (longest, found.error) = (head.count, error)
      } catch {}
    }
    return found
  }

  /// How many letters two names begin with alike.
  private static func similarity(_ name: String, _ other: String?) -> Int {
    zip(name, other ?? "").prefix { $0 == $1 }.count
  }
}

/// One file as a collection, by its path.
struct SingleFile: FileCollection {
  let path: String
  let names: [String]

  init(_ path: String) {
    self.path = path
    names = [ArchiveFile.nameless]
  }

  func open(_ name: String) throws(InputError) -> any ByteSource {
    switch try Container.open(path) {
    case .single(let bytes): return bytes
    case .several(let files):
      guard let only = files.names.first, files.names.count == 1 else {
        throw .severalRecordings(path: path, names: files.names)
      }
      return try files.open(only)
    }
  }

  func heads(_ bytes: Int) throws(InputError) -> [(name: String, head: [UInt8])] {
    [(ArchiveFile.nameless, try open(ArchiveFile.nameless).head(bytes))]
  }
}
