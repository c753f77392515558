import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// What `inspect` says of a recording.
struct Inspection {
  private let path: String
  private let source: RecordingSource
  private let survey: RecordingSurvey
  private let quality: Quality

  init(_ path: String, _ source: RecordingSource, _ survey: RecordingSurvey) {
    self.path = path
    self.source = source
    self.survey = survey
    quality = survey.quality
  }

  private var channels: [String] {
    ["acceleration x, y, z [m/s^2]"]
      + (quality.hasGyroscope ? ["rotation x, y, z [rad/s]"] : [])
  }

  /// For a person.
  var lines: [String] {
    let metadata = source.metadata
    let facts: [(String, String?)] = [
      ("format", source.facts?.format),
      ("files", source.facts.flatMap { $0.parts.isEmpty ? nil : $0.parts.joined(separator: ", ") }),
      ("device", metadata.device), ("recorded", metadata.start),
      ("placement", metadata.placement?.rawValue),
      ("channels", channels.joined(separator: "; ")), ("length", length), ("rate", rate),
      ("force", survey.force.map { Self.text($0, unit: "m/s^2") }),
      ("rotation", survey.rate.map { Self.text($0, unit: "rad/s") }),
      ("at its limit", quality.saturatedSamples > 0 ? "\(quality.saturatedSamples) samples" : nil),
      ("at rest", rest), ("movement", movement),
    ]
    let known = facts.compactMap { name, value in value.map { (name, $0) } }
    return [path] + known.flatMap { Wording.wrapped($0.1, first: "  \($0.0.padding(to: 14))") }
      + plot + section("gaps", quality.gaps.map(Self.text))
      + section("what decided", source.facts?.decisions ?? [])
      + section("please note", source.notices)
  }

  private func section(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty
      ? [] : ["", title] + items.flatMap { Wording.wrapped($0, first: "  - ") }
  }

  private var length: String {
    "\(Wording.duration(quality.seconds)), \(quality.samples) samples\(leftOut)"
  }

  private var leftOut: String {
    let rows = source.facts?.badRows ?? 0
    return rows > 0 ? ", \(Wording.count(rows, "row")) left out" : ""
  }

  private var rate: String? {
    guard let rate = quality.rateHertz else { return nil }
    let jitter = survey.jitterMilliseconds.map {
      ", steps vary by \(Wording.fixed($0, decimals: 1)) ms"
    }
    return "\(Wording.fixed(rate, decimals: 1)) samples a second" + (jitter ?? "")
  }

  private var rest: String {
    guard let rest = survey.restDirection else { return "it never rests" }
    let parts = [("x", rest.x), ("y", rest.y), ("z", rest.z)].map {
      "\($0.0) \(Wording.fixed($0.1, decimals: 2))"
    }
    return "1 g along \(parts.joined(separator: ", "))"
  }

  private var movement: String {
    let ranges = survey.movements
    guard !ranges.isEmpty else { return "none" }
    let shown = ranges.prefix(Self.mostMovements).map {
      "\(Wording.clock($0.lowerBound)) to \(Wording.clock($0.upperBound))"
    }
    return shown.joined(separator: ", ") + (ranges.count > shown.count ? ", ..." : "")
  }

  private static let mostMovements = 8

  private static func text(_ extent: RecordingSurvey.Extent, unit: String) -> String {
    let axes = [
      ("x", extent.low.x, extent.high.x), ("y", extent.low.y, extent.high.y),
      ("z", extent.low.z, extent.high.z),
    ]
    return axes.map {
      "\($0.0) \(Wording.fixed($0.1, decimals: 1)) to \(Wording.fixed($0.2, decimals: 1))"
    }.joined(separator: ", ") + " \(unit)"
  }

  private static func text(_ gap: Gap) -> String {
    "\(Wording.fixed(gap.start, decimals: 2)) to \(Wording.fixed(gap.end, decimals: 2)) s: "
      + (gap.reason?.sentence ?? "nothing was recorded")
  }
}

// MARK: - Drawings

extension Inspection {
  private static let plotColumns = 72
  private static let levels = Array("▁▂▃▄▅▆▇█")

  /// How much the sensor moved, over the recording.
  private var plot: [String] {
    guard quality.seconds > 0, !survey.moments.isEmpty else { return [] }
    var columns = [Double?](repeating: nil, count: Self.plotColumns)
    var previous = survey.moments[0].force
    for moment in survey.moments {
      let place = min(
        Self.plotColumns - 1, Int(moment.seconds / quality.seconds * Double(Self.plotColumns)))
      let movement = max(moment.movement, (moment.force - previous).length)
      columns[place] = max(columns[place] ?? 0, movement)
      previous = moment.force
    }
    let most = columns.compactMap(\.self).max() ?? 1
    let bars = columns.enumerated().map { place, value -> Character in
      guard let value else { return isGap(place) ? " " : "▁" }
      let level = Int((value / max(most, 1) * Double(Self.levels.count - 1)).rounded())
      return Self.levels[min(level, Self.levels.count - 1)]
    }
    let end = Wording.clock(quality.seconds)
    return ["", "  " + String(bars), "  0:00".padding(to: 2 + Self.plotColumns - end.count) + end]
  }

  private func isGap(_ column: Int) -> Bool {
    let middle = (Double(column) + 0.5) / Double(Self.plotColumns) * quality.seconds
    return quality.gaps.contains { $0.start <= middle && middle <= $0.end }
  }

  /// The whole recording as a drawing.
  var svg: String {
    let force = RecordingPlot.Panel(
      title: "specific force, m/s²", points: survey.moments.map { ($0.seconds, $0.force) })
    let rates = survey.moments.compactMap { moment in moment.rate.map { (moment.seconds, $0) } }
    let rotation = RecordingPlot.Panel(title: "angular rate, rad/s", points: rates)
    return RecordingPlot(
      title: path, panels: rates.isEmpty ? [force] : [force, rotation], seconds: quality.seconds,
      gaps: quality.gaps
    ).svg
  }
}

// MARK: - JSON

extension Inspection {
  /// For other programs.
  var json: JSON {
    let metadata = source.metadata
    return [
      "schema": .string("motioncheck.inspection/1"), "recording": .string(path),
      "format": JSON(source.facts?.format),
      "files": .array((source.facts?.parts ?? []).map(JSON.string)),
      "device": JSON(metadata.device),
      "recordedAt": JSON(metadata.start),
      "placement": JSON(metadata.placement?.rawValue),
      "channels": .array(channels.map(JSON.string)),
      "decisions": .array((source.facts?.decisions ?? []).map(JSON.string)),
      "samples": .integer(quality.samples), "seconds": .number(quality.seconds),
      "rateHertz": JSON(quality.rateHertz),
      "jitterMilliseconds": JSON(survey.jitterMilliseconds),
      "hasGyroscope": .bool(quality.hasGyroscope),
      "badRows": .integer(source.facts?.badRows ?? 0),
      "reorderedSamples": .integer(source.reorderedSamples),
      "saturatedSamples": .integer(quality.saturatedSamples),
      "gaps": .array(
        quality.gaps.map {
          [
            "start": .number($0.start), "end": .number($0.end),
            "reason": JSON($0.reason?.sentence),
          ]
        }),
      "force": Self.json(survey.force), "rotation": Self.json(survey.rate),
      "restDirection": survey.restDirection.map { Self.json($0) } ?? .null,
      "movements": .array(
        survey.movements.map { ["start": .number($0.lowerBound), "end": .number($0.upperBound)] }),
      "warnings": .array(source.notices.map(JSON.string)),
    ]
  }

  private static func json(_ extent: RecordingSurvey.Extent?) -> JSON {
    guard let extent else { return .null }
    return ["low": json(extent.low), "high": json(extent.high)]
  }

  private static func json(_ vector: Vector3) -> JSON {
    .array([.number(vector.x), .number(vector.y), .number(vector.z)])
  }
}
