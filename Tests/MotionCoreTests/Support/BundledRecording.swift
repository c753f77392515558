import Foundation

@testable import MotionCore

/// One of the recordings that the project brings, with its labels.
struct BundledRecording: Sendable, CustomStringConvertible {
  enum Fault: Error { case line(String) }

  let name: String
  var description: String { name }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Recordings")

  /// The samples in file order.
  func samples() throws -> [IMUSample] {
    try rows(of: "\(name).csv").dropFirst().map { cells in
      let values = cells.compactMap { Double($0) }
      guard values.count == cells.count, values.count == 4 || values.count == 7 else {
        throw Fault.line(cells.joined(separator: ","))
      }
      return IMUSample(
        nanoseconds: Int64((values[0] * Units.nanosecondsPerSecond).rounded()),
        specificForce: Vector3(values[1], values[2], values[3]),
        angularRate: values.count == 7 ? Vector3(values[4], values[5], values[6]) : nil)
    }
  }

  /// What truly happened.
  func labels() throws -> [Label] {
    try rows(of: "\(name).labels.csv").dropFirst().map { cells in
      guard cells.count == 6, let start = Double(cells[0]), let end = Double(cells[1]),
        let kind = Label.Kind(rawValue: cells[4])
      else { throw Fault.line(cells.joined(separator: ",")) }
      return Label(
        start: start, end: end, exercise: cells[2], side: Side(rawValue: cells[3]), kind: kind,
        count: Int(cells[5]))
    }
  }

  /// The placement that its header names.
  func placement() throws -> Placement? {
    let prefix = "# placement: "
    return try text(of: "\(name).csv").split(separator: "\n").prefix(10)
      .first { $0.hasPrefix(prefix) }
      .flatMap { Placement(rawValue: String($0.dropFirst(prefix.count))) }
  }

  private func rows(of file: String) throws -> [[String]] {
    try text(of: file).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private func text(of file: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
  }
}
