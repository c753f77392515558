import ArgumentParser
import MotionInput
import MotionReport

/// Lists what is read.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the recordings that are read, with the export steps of each app.")

  func run() throws {
    try Failure.reported {
      let entries = KnownFormats.all
      let column = (entries.map(\.title.count).max() ?? 0) + 2
      let lines = entries.flatMap { entry in
        zip([entry.title, ""], entry.export).map { name, step in
          name.padding(to: column) + step
        }
      }
      try TextStream.standardOutput().write(
        lines: lines + ["", "Each in \(KnownFormats.containers)."])
    }
  }
}

extension String {
  /// With spaces behind it, up to a width.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
