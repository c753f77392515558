import Foundation
import MotionCore

/// Motion data of the Brain Imaging Data Structure: `_motion.tsv` without a header, its columns in
/// `_channels.tsv`, its rate in `_motion.json`.
enum BIDSMotionFormat: RecordingFormat {
  static let title = "BIDS motion"
  static let export = [
    "the data set's folder, or its _motion.tsv with _channels.tsv and _motion.json beside it",
    "channels of type ACCEL (with gravity) and GYRO",
  ]

  private static let suffix = "_motion.tsv"

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard head.name.hasSuffix(suffix) else { return nil }
    let stem = String(head.name.dropLast(suffix.count))
    guard let channels = head.neighbour(stem + "_channels.tsv") else {
      throw .unusableColumns(
        path: head.path, line: 1,
        reason: "BIDS motion has no header: \(stem)_channels.tsv must be beside it")
    }
    let rows = channels.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmed() }
    }
    var layout = try layout(rows, head)
    let rate = head.neighbour(stem + "_motion.json").flatMap(rate) ?? options.rateHertz
    if !layout.columns.contains(where: \.isTime) {
      guard let rate else {
        throw .noTime(
          path: head.path, line: 1, found: "no channel LATENCY and no SamplingFrequency")
      }
      layout.clock = .even(rateHertz: rate)
    }
    guard layout.hasAccelerometer else {
      throw .unusableColumns(
        path: head.path, line: 1, reason: "none of its channels is of type ACCEL")
    }
    // Some writers put a header where the standard has none.
    let isNamed = head.lines.first.map { Double(layout.shape.fields($0.text)[0]) == nil } ?? false
    return TextPlan(
      format: title, body: .table(layout),
      firstRow: isNamed ? 2 : 1,
      content: layout.hasGyroscope ? [.force, .rotation] : [.force],
      decisions: [
        "columns as \(stem)_channels.tsv says"
          + (rate.map { ", \($0) rows a second" } ?? "")
      ])
  }

  private static func layout(
    _ rows: [[String]], _ head: TextHead
  ) throws(InputError) -> ColumnLayout {
    let names = rows.first?.map { $0.lowercased() } ?? []
    func field(_ row: [String], _ name: String) -> String {
      names.firstIndex(of: name).flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
    }
    let channels = Array(rows.dropFirst())
    let points = channels.filter { field($0, "type").uppercased() == "ACCEL" }
      .map { field($0, "tracked_point") }
    guard Set(points).count <= 1 else {
      throw .unusableColumns(
        path: head.path, line: 1,
        reason:
          "several sensors stand side by side (\(Array(Set(points)).sorted().joined(separator: ", "))); "
          + "keep the channels of one")
    }
    let columns = channels.map { channel in
      column(
        type: field(channel, "type"), component: field(channel, "component"),
        unit: field(channel, "units"),
        isPoint: points.isEmpty || points[0] == field(channel, "tracked_point"))
    }
    return ColumnLayout(columns: columns, shape: TableShape(delimiter: UInt8(ascii: "\t")))
  }

  private static func column(
    type: String, component: String, unit: String, isPoint: Bool
  ) -> ColumnLayout.Column {
    if type.uppercased() == "LATENCY" { return .time(MotionUnit.time(unit) ?? .seconds) }
    guard isPoint, let axis = ColumnLayout.names.firstIndex(of: component.lowercased()) else {
      return .ignored
    }
    switch type.uppercased() {
    case "ACCEL": return .specificForce(axis: axis, factor: MotionUnit.specificForce(unit) ?? 1)
    case "GYRO":
      return .angularRate(axis: axis, factor: MotionUnit.angularRate(unit) ?? 1)
    default: return .ignored
    }
  }

  private static func rate(in json: String) -> Double? {
    json.firstMatch(of: /"SamplingFrequency"\s*:\s*([0-9.]+)/).flatMap { Double($0.1) }
  }
}
