import Foundation

/// The rows of canonical recordings, over and over, with times that run on.
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

  init(recordings paths: [String]) throws {
    var rows: [(seconds: Double, values: Substring)] = []
    var headers: Set<Substring> = []
    var begin = 0.0
    for path in paths {
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      headers.formUnion(lines.prefix(1))
      let some = lines.dropFirst().compactMap(Self.row)
      guard let first = some.first, let last = some.last, some.count > 1 else {
        throw TrialFailure(description: "\(path): is no canonical recording with rows")
      }
      rows += some.map { (begin + $0.seconds - first.seconds, $0.values) }
      begin += (last.seconds - first.seconds) * Double(some.count) / Double(some.count - 1)
    }
    guard let header = headers.first, headers.count == 1 else {
      throw TrialFailure(description: "recordings with the same columns are needed")
    }
    self.header = header + "\n"
    self.rows = rows
    roundSeconds = begin
  }

  private static func row(_ line: Substring) -> (seconds: Double, values: Substring)? {
    guard let comma = line.firstIndex(of: ","), let seconds = Double(line[..<comma]) else {
      return nil
    }
    return (seconds, line[comma...])
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
