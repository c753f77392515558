import MotionCore

/// What a session was measured with: the signal, what could not be measured and why, thresholds.
struct MeasurementSection {
  private let session: ReportedSession
  private let level: HeadingLevel

  init(_ session: ReportedSession, level: HeadingLevel) {
    self.session = session
    self.level = level
  }

  var markup: [Markup] {
    [
      .element(
        "section", ["class": "measurement"],
        [
          level.heading("How it was measured"),
          .facts([
            ("Signal", Markup(QualityWords(quality).facts.joined(separator: ", "))),
            ("Sensor", Markup("worn \(session.report.placement.phrase)")),
            ("Thresholds", thresholds),
            ("Version", Markup("motioncheck \(session.context.version)")),
          ]),
          unmeasured, gaps, parameters,
        ])
    ]
  }

  private var quality: Quality { session.report.quality }

  private var thresholds: Markup {
    session.context.parameters.map { Markup([Markup("of "), .name($0)]) }
      ?? Markup("the program's own")
  }

  private var unmeasured: Markup {
    let sets = session.report.sets.filter { $0.outcome == .notMeasured }
    guard !sets.isEmpty else { return .empty }
    return .element(
      "ul", ["class": "unmeasured"],
      sets.map { set in
        let summary = SetSummary(set, worn: session.report.placement)
        return .element(
          "li", [:], "\(summary.title) was not measured: \(summary.remark ?? summary.status).")
      })
  }

  /// More gaps than this say no more than their number.
  private static let listedGaps = 20

  private var gaps: Markup {
    guard !quality.gaps.isEmpty else { return .empty }
    let rows = quality.gaps.prefix(Self.listedGaps).map { gap in
      [
        Wording.clock(gap.start), Wording.duration(gap.end - gap.start),
        gap.reason?.sentence ?? "nothing was recorded",
      ].map { Markup($0) }
    }
    let more = quality.gaps.count - rows.count
    return .element(
      "details", [:],
      [
        .element("summary", [:], Wording.count(quality.gaps.count, "gap")),
        .table(caption: "Segments without signal", heads: ["At", "Length", "Why"], rows: rows),
        more > 0 ? .element("p", [:], "\(more) more are not listed.") : .empty,
      ])
  }

  private var parameters: Markup {
    var seen: Set<String> = []
    let exercises = session.report.sets.map(\.plan.exercise).filter { seen.insert($0.id).inserted }
    guard !exercises.isEmpty else { return .empty }
    let rows = exercises.flatMap { exercise in
      exercise.parameters.described.map { parameter in
        [
          Markup(exercise.title), .element("code", [:], parameter.name),
          Markup("\(Self.figure(parameter.value)) \(parameter.unit)"),
        ]
      }
    }
    return .element(
      "details", [:],
      [
        .element("summary", [:], "Every threshold"),
        .table(
          caption: "Thresholds that decide what is counted",
          heads: ["Exercise", "Threshold", "Value"], rows: rows),
      ])
  }

  private static func figure(_ value: Double) -> String {
    let text = Wording.fixed(value, decimals: 3)
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }
}
