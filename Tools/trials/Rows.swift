import Foundation

/// The rows of a canonical recording, over and over, with times that run on.
struct Rows {
  /// A line of the stream and when it is due, in seconds from the first.
  struct Row {
    var seconds: Double
    var text: String
  }

  let header: String
  private let rows: [(seconds: Double, values: Substring)]
  /// From the first row of one round to the first of the next.
  private let roundSeconds: Double

  init(recording path: String) throws {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var rows = lines.dropFirst().compactMap { line -> (seconds: Double, values: Substring)? in
      guard let comma = line.firstIndex(of: ","), let seconds = Double(line[..<comma]) else {
        return nil
      }
      return (seconds, line[comma...])
    }
    guard let header = lines.first, let first = rows.first, let last = rows.last, rows.count > 1
    else { throw TrialFailure(description: "\(path): is no canonical recording with rows") }
    for index in rows.indices { rows[index].seconds -= first.seconds }
    self.header = header + "\n"
    self.rows = rows
    roundSeconds = (last.seconds - first.seconds) * Double(rows.count) / Double(rows.count - 1)
  }

  /// The row at any position of the endless stream.
  subscript(index: Int) -> Row {
    let (round, place) = index.quotientAndRemainder(dividingBy: rows.count)
    let seconds = rows[place].seconds + Double(round) * roundSeconds
    let microseconds = Int64((seconds * 1_000_000).rounded())
    let fraction = String(1_000_000 + microseconds % 1_000_000).dropFirst()
    return Row(
      seconds: seconds, text: "\(microseconds / 1_000_000).\(fraction)\(rows[place].values)\n")
  }
}
