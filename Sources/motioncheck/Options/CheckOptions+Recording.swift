import Foundation
import MotionCore
import MotionInput

/// What a live recording says at its top of what was checked, so that `--resume` can go on with it:
/// a comment for each option, such as `# exercise: open-book` and `# side: left`.
extension CheckOptions {
  private static let names = ["exercise", "program", "side", "target", "hold", "parameters"]

  /// True where nothing was chosen.
  var isEmpty: Bool {
    exercise == nil && program == nil && placement == nil && parameters == nil && side == nil
      && target == nil && hold == nil && !noTarget
  }

  /// The comments of a recording that checks this.
  var comments: [String] {
    let program = self.program ?? (exercise == nil ? Check.defaultProgram : nil)
    let values = [
      exercise, program.map { Program.isFile($0) ? Self.absolute($0) : $0 }, side?.rawValue,
      noTarget ? Self.none : target.map(String.init), hold.map { "\($0)" },
      parameters.map(Self.absolute),
    ]
    return zip(Self.names, values).compactMap { name, value in value.map { "\(name): \($0)" } }
  }

  /// What stands for `--no-target`.
  private static let none = "none"

  private static func arguments(_ option: (name: String, value: String)) -> [String] {
    (option.name, option.value) == ("target", none)
      ? ["--no-target"] : ["--" + option.name, option.value]
  }

  /// True for comments that this type writes.
  static func isOwn(_ comment: String) -> Bool { option(in: comment) != nil }

  /// What a recording says was checked.
  ///
  /// - Throws: `InputError.notResumable` where it does not say so.
  static func checked(in recording: RecordingSource, path: String) throws(InputError) -> Self {
    let arguments = recording.metadata.comments.compactMap(option).flatMap(Self.arguments)
    guard !arguments.isEmpty, let options = try? CheckOptions.parse(arguments) else {
      throw .notResumable(path: path, reason: "it does not say what was checked")
    }
    return options
  }

  /// These options, and where they leave it open what is checked, what a recording says of itself.
  ///
  /// - Throws: `InputError.unsuitable` where it says something that is not known.
  func completed(by metadata: RecordingMetadata, path: String) throws(InputError) -> CheckOptions {
    let said = metadata.comments.compactMap(Self.option)
    func value(_ name: String) -> String? { said.last { $0.name == name }?.value }
    guard program == nil, !said.isEmpty, exercise == nil || exercise == value("exercise") else {
      return self
    }
    var taken = said.filter { $0.name != "program" || exercise == nil && value("exercise") == nil }
    // A programme that is in the recording needs no file, and parameters may stay behind.
    taken.removeAll { pair in
      pair.name == "program" && (metadata.program != nil || Self.isLost(pair))
        || pair.name == "parameters" && Self.isLost(pair)
    }
    // The first that is not known is named; a target goes with its exercise.
    let named = taken.filter { $0.name == "exercise" }
    for option in named { try Self.require([option], path: path) }
    for option in taken where option.name != "exercise" {
      try Self.require(named + [option], path: path)
    }
    return merged(with: try Self.require(taken, path: path))
  }

  /// The options that a recording names.
  @discardableResult
  private static func require(
    _ options: [(name: String, value: String)], path: String
  ) throws(InputError) -> CheckOptions {
    do {
      return try CheckOptions.parse(options.flatMap(arguments))
    } catch {
      let words = options.map { "# \($0.name): \($0.value)" }.joined(separator: ", ")
      throw .unsuitable(
        path: path, found: "'\(words)' in it",
        expected: "what motioncheck knows (\(CheckOptions.message(for: error))); say with an "
          + "option such as --exercise what to check")
    }
  }

  private static func isLost(_ option: (name: String, value: String)) -> Bool {
    let isFile = option.name == "parameters" || Program.isFile(option.value)
    return isFile && !FileManager.default.fileExists(atPath: option.value)
  }

  private func merged(with other: CheckOptions) -> CheckOptions {
    var all = other
    all.exercise = exercise ?? other.exercise
    all.program = program ?? other.program
    all.side = side ?? other.side
    all.noTarget = noTarget || target == nil && other.noTarget
    all.target = noTarget ? nil : target ?? other.target
    all.hold = hold ?? other.hold
    all.placement = placement
    all.parameters = parameters ?? other.parameters
    return all
  }

  private static func option(in comment: String) -> (name: String, value: String)? {
    names.first { comment.hasPrefix("\($0): ") }
      .map { ($0, expanded(String(comment.dropFirst($0.count + 2)))) }
  }

  /// A path that holds from any folder. One in the person's home begins with `~/`, so that a
  /// recording that is handed on does not say whose it was.
  private static func absolute(_ path: String) -> String {
    let absolute = URL(filePath: path).standardizedFileURL.path
    return absolute.hasPrefix(home) ? "~/" + absolute.dropFirst(home.count) : absolute
  }

  private static func expanded(_ value: String) -> String {
    value.hasPrefix("~/") ? home + value.dropFirst(2) : value
  }

  /// The person's home, with a slash at its end.
  private static var home: String {
    DataFolder.home.hasSuffix("/") ? DataFolder.home : DataFolder.home + "/"
  }
}
