import MotionCore

/// A line as boards write it for a serial plotter: `ax:0.1 ay:0.2 az:9.8`, each value with its name,
/// with spaces, commas or tabs between them (Arduino's Serial Plotter protocol).
struct PlotterLine {
  /// The names, as a header.
  let header: String
  /// The values, as a row under it.
  let row: String

  /// Nil for a line that is none.
  init?(_ text: String) {
    // Behind a name there may be a space.
    let words = text.replacing(": ", with: ":").split { " ,;\t".contains($0) }
    guard words.count >= 3 else { return nil }
    let pairs = words.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
    guard pairs.allSatisfy({ $0.count == 2 && !$0[0].isEmpty && Double($0[1]) != nil }) else {
      return nil
    }
    header = pairs.map { String($0[0]) }.joined(separator: ",")
    row = pairs.map { String($0[1]) }.joined(separator: ",")
  }
}
