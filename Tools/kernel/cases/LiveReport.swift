import Foundation

/// The part of a report that the cases look at.
struct LiveReport: Decodable {
  struct Hold: Decodable {
    var seconds: Double
    var counted: Bool
  }

  struct Exercise: Decodable {
    var count: Int
    var outcome: String
    var pain: Int?
    var holds: [Hold]
  }

  struct Gap: Decodable {
    var start: Double
    var end: Double
  }

  struct Quality: Decodable {
    var samples: Int
    var seconds: Double
    var gaps: [Gap]
  }

  var sets: [Exercise]
  var quality: Quality
  var warnings: [String]

  /// The report on one line of JSON.
  init(_ line: String) throws {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
    } catch {
      throw Outcome.failed("no report in '\(line)': \(error)")
    }
  }
}

extension LiveReport {
  /// How long each hold that was counted was, in seconds.
  var heldSeconds: [Double] { sets.flatMap(\.holds).filter(\.counted).map(\.seconds) }

  /// What was measured, for a person.
  var summary: String {
    let counts = sets.map { "\($0.count)" }.joined(separator: " + ")
    let held =
      heldSeconds.isEmpty
      ? "" : " of " + heldSeconds.map(Self.tenths).joined(separator: ", ") + " s"
    let gaps = quality.gaps.map { ", gap of \(Self.tenths($0.end - $0.start)) s" }.joined()
    return
      "\(counts)\(held) in \(Self.tenths(quality.seconds)) s\(gaps), \(quality.samples) samples"
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
