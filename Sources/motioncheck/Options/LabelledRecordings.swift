import ArgumentParser
import MotionInput

/// Which labelled recordings are taken: what tune and evaluate share.
struct LabelledRecordings: ParsableArguments {
  @Argument(help: "A CSV file with the columns file and check_as; others as they are known.")
  var manifest: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows with this value, or without it; may be repeated.",
      valueName: "column=value|column!=value"))
  var filters: [RowFilter] = []

  @Option(
    help: ArgumentHelp(
      "Counts for labels shown to be wrong (columns file, labelled, visible, sure).",
      valueName: "file"))
  var corrections: String?

  /// The rows of the manifest that are asked for.
  ///
  /// - Throws: `ValidationError` where there are none, `InputError` for a file.
  func rows() throws -> [Manifest.Entry] {
    let labelled = try Manifest.load(manifest)
    let entries = try corrections.map { try Corrections(path: $0).applied(to: labelled) }
    let chosen = (entries ?? labelled).filter { entry in
      filters.allSatisfy { $0.admits(entry) }
    }
    guard !chosen.isEmpty else {
      let wanted = filters.map(\.text).joined(separator: " and ")
      throw ValidationError("--where: no row of \(manifest) has \(wanted).")
    }
    return chosen
  }
}
