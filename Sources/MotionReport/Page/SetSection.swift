import MotionCore

/// One set on a page: its result, its movement signal, what each movement came to.
struct SetSection {
  private let set: SetReport
  private let summary: SetSummary
  private let trace: MovementTrace?
  private let gaps: [Gap]
  private let id: String
  private let level: HeadingLevel

  init(
    _ set: SetReport, summary: SetSummary, trace: MovementTrace?, gaps: [Gap], id: String,
    level: HeadingLevel
  ) {
    self.set = set
    self.summary = summary
    self.trace = trace
    self.gaps = gaps
    self.id = id
    self.level = level
  }

  var markup: Markup {
    // Beside those of other sessions it is no landmark: many would have one name.
    .element(
      "section", ["class": "set", "aria-labelledby": level == .second ? id : nil],
      [
        level.heading(summary.title, id: id),
        .element(
          "p", ["class": "status \(summary.style)"],
          [
            .element("span", ["class": "sign", "aria-hidden": "true"], summary.mark),
            .element("strong", [:], summary.done == "-" ? summary.status : summary.done),
            Markup(" \(summary.done == "-" ? "" : summary.status)"),
          ]),
        remark, signal, charts, figures, table,
      ])
  }

  private var remark: Markup {
    summary.remark.map { .element("p", [:], Wording.sentenceStart($0) + ".") } ?? .empty
  }

  // MARK: - Drawings

  private static let signalHeight = 130.0
  private static let chartHeight = 96.0
  private static let table = "The table of movements has every figure."

  private var signal: Markup {
    guard let plot = SetPlot(set, trace: trace, gaps: gaps)?.plot else { return .empty }
    return .figure(
      "Movement", caption: plot.title, height: plot.height(panel: Self.signalHeight),
      drawing: plot.drawing(panel: Self.signalHeight), table: Self.table, legend: plot.forms)
  }

  private var charts: Markup {
    let charts = SetCharts(set).charts
    guard !charts.isEmpty else { return .empty }
    return .element(
      "div", ["class": "charts"],
      charts.map { chart in
        .figure(
          chart.name, caption: chart.chart.title,
          height: chart.chart.height(columns: Self.chartHeight),
          drawing: chart.chart.drawing(columns: Self.chartHeight), table: Self.table)
      })
  }

  // MARK: - Figures

  private var figures: Markup {
    let rows = SetFigures(set).rows
    guard !rows.isEmpty else { return .empty }
    return .facts(rows.map { (Wording.sentenceStart($0.label), Markup($0.text)) })
  }

  private var table: Markup {
    let table = MovementTable(set)
    guard !table.rows.isEmpty else { return .empty }
    return .element(
      "details", ["class": "movements"],
      [
        .element("summary", [:], "\(Wording.count(table.rows.count, "movement")) as a table"),
        .table(
          caption: "Every listed movement of: \(summary.title)", heads: table.heads,
          rows: table.rows),
      ])
  }
}

/// Every listed movement of a set, as cells.
private struct MovementTable {
  let heads: [String]
  let rows: [[Markup]]

  init(_ set: SetReport) {
    if set.plan.exercise.kind == .hold {
      heads = ["No.", "At", "What", "Held", "Range"]
      rows = zip(set.holds, set.countedNumbers).map { hold, number in
        [
          number.map { "\($0)" } ?? "-", Wording.clock(hold.start), hold.verdict.words,
          Wording.seconds(hold.seconds), Self.degrees(hold.rangeDegrees),
        ].map { Markup($0) }
      }
    } else {
      heads = ["No.", "At", "What", "Range", "Out", "Turn", "Back"]
      rows = zip(set.reps, set.countedNumbers).map { repetition, number in
        let parts = (0..<3).map { part in
          repetition.tempo.indices.contains(part)
            ? repetition.tempo[part].map { Wording.seconds($0) } ?? "-" : "-"
        }
        return
          ([
            number.map { "\($0)" } ?? "-", Wording.clock(repetition.start),
            repetition.verdict.words,
            Self.degrees(repetition.rangeDegrees),
          ] + parts).map { Markup($0) }
      }
    }
  }

  private static func degrees(_ value: Double?) -> String {
    value.map { Wording.fixed($0) + "°" } ?? "-"
  }
}

extension Verdict {
  /// What became of a movement, in one or two words.
  package var words: String {
    switch self {
    case .ok: "counted"
    case .tooFast: "counted, too fast"
    case .tooLong: "counted, too long"
    case .partial: "part of the way"
    case .short: "too short"
    case .unfinished: "interrupted"
    case .notLikeTheOthers: "another movement"
    }
  }
}
