import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionStudio

/// What the arguments of `studio` name: recordings, with what is looked for in each.
struct StudioContents {
  private(set) var items: [StudioItem]
  /// For a person.
  let title: String
  /// Where it lies.
  let folder: String

  /// Reads a manifest, or looks at recordings, or at a folder of them.
  ///
  /// - Throws: `InputError` for a manifest, a label file or a parameter file, `ValidationError` for
  ///   options that make no sense.
  init(_ paths: [String], _ choice: CheckOptions) throws {
    title = paths.count == 1 ? paths[0] : "\(paths.count) recordings"
    if paths.count == 1, Self.isManifest(paths[0]) {
      folder = Self.folder(of: paths[0])
      items = try Self.listed(in: paths[0], choice)
      return
    }
    let isFolder = paths.count == 1 && Self.isFolder(paths[0])
    folder = isFolder ? Self.trimmed(paths[0]) : Self.folder(of: paths[0])
    let recordings = isFolder ? try Self.recordings(in: paths[0]) : paths
    items = []
    for path in recordings { items.append(try Self.item(path, choice)) }
  }

  private static func listed(in manifest: String, _ choice: CheckOptions) throws -> [StudioItem] {
    guard choice.exercise == nil, choice.program == nil else {
      throw ValidationError(
        "--exercise and --program: \(manifest) says in its column check_as what each recording is.")
    }
    let parameters = try choice.parameters.map { try ParameterFile.load($0) }
    var items: [StudioItem] = []
    for entry in try Manifest.load(manifest) {
      items.append(StudioItem(entry: entry, plan: try entry.plan(parameters)))
    }
    return items
  }

  /// A recording that is named by itself. What cannot be read is said where it is opened.
  private static func item(_ path: String, _ choice: CheckOptions) throws -> StudioItem {
    var entry = Manifest.Entry(recording: path, checkAs: "")
    entry.placement = choice.placement
    guard let metadata = try? RecordingSource(path: path).metadata else {
      return StudioItem(entry: entry, plan: nil)
    }
    var asked = choice
    let completed = try choice.completed(by: metadata, path: path)
    if completed.exercise == nil, completed.program == nil, metadata.program == nil {
      let labelled = try RecordingTruth(entry).exercises
      guard let what = Self.what(labelled) else { return StudioItem(entry: entry, plan: nil) }
      (asked.exercise, asked.program) = what
    }
    let check = try Check(asked, of: metadata, path: path)
    entry.placement = check.placement
    entry.checkAs = check.id
    return StudioItem(entry: entry, plan: check.plan)
  }

  /// The exercise that labels name, or the built-in programme of which all of them are.
  private static func what(_ labelled: Set<String>) -> (exercise: String?, program: String?)? {
    if let only = labelled.first, labelled.count == 1, Exercise.named(only) != nil {
      return (only, nil)
    }
    let program = Program.builtIn.first { program in
      !labelled.isEmpty && labelled.isSubset(of: program.lines.map(\.exercise.id))
    }
    return program.map { (nil, $0.id) }
  }

  // MARK: - Files

  /// What a manifest's header names.
  private static let columns: Set<String> = ["file", "check_as"]
  private static let headBytes = 4096

  private static func isManifest(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path),
      let head = try? file.read(
        upToCount: headBytes)
    else { return false }
    let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let header = lines.first(where: { !$0.hasPrefix("#") }) else { return false }
    let names = header.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return columns.isSubset(of: names)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static let endings = [
    ".csv", ".tsv", ".txt", ".zip", ".gz", ".xz", ".zst", ".gcsv", ".evemu",
  ]

  /// The recordings in a folder, by name.
  private static func recordings(in folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = names.filter { name in
      !name.hasPrefix(".") && endings.contains { name.lowercased().hasSuffix($0) }
        && LabelFile.isRecordingName(name)
    }.map { trimmed(folder) + "/" + $0 }.filter { !isManifest($0) }
    guard !found.isEmpty else {
      throw InputError.noRecording(path: folder, files: names.count, why: nil)
    }
    return found.sorted()
  }
}
