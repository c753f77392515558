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
      && target == nil && hold == nil
  }

  /// The comments of a recording that checks this.
  var comments: [String] {
    let program = self.program ?? (exercise == nil ? Check.defaultProgram : nil)
    let values = [
      exercise, program.map { Program.isFile($0) ? Self.absolute($0) : $0 }, side?.rawValue,
      target.map(String.init), hold.map { "\($0)" }, parameters.map(Self.absolute),
    ]
    return zip(Self.names, values).compactMap { name, value in value.map { "\(name): \($0)" } }
  }

  /// True for comments that this type writes.
  static func isOwn(_ comment: String) -> Bool { option(in: comment) != nil }

  /// What a recording says was checked.
  ///
  /// - Throws: `InputError.notResumable` where it does not say so.
  static func checked(in recording: RecordingSource, path: String) throws(InputError) -> Self {
    let arguments = recording.metadata.comments.compactMap(option).flatMap { ["--" + $0, $1] }
    guard !arguments.isEmpty, let options = try? CheckOptions.parse(arguments) else {
      throw .notResumable(path: path, reason: "it does not say what was checked")
    }
    return options
  }

  private static func option(in comment: String) -> (name: String, value: String)? {
    names.first { comment.hasPrefix("\($0): ") }
      .map { ($0, String(comment.dropFirst($0.count + 2))) }
  }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path
  }
}
