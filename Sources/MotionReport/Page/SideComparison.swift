import MotionCore

/// Left against right, where an exercise was done on both sides.
struct SideComparison {
  private let pairs: [(title: String, left: SetReport, right: SetReport)]
  private let level: HeadingLevel

  init(_ report: SessionReport, level: HeadingLevel) {
    self.level = level
    let left = report.sets.filter { $0.plan.side == .left && $0.count > 0 }
    pairs = left.compactMap { set in
      report.sets.first {
        $0.plan.side == .right && $0.plan.exercise.id == set.plan.exercise.id && $0.count > 0
      }.map { (Wording.sentenceStart(set.plan.exercise.title), set, $0) }
    }
  }

  var markup: [Markup] {
    guard !pairs.isEmpty else { return [] }
    return [
      .element(
        "section", ["class": "sides"], [level.heading("Left and right")] + pairs.map(table))
    ]
  }

  private func table(_ pair: (title: String, left: SetReport, right: SetReport)) -> Markup {
    let sides = [pair.left, pair.right]
    return .table(
      caption: "\(pair.title) on both sides; range and time are middle values.",
      heads: [pair.title, "Left", "Right"],
      rows: [
        row("Counted", sides.map { Double($0.count) }) { Wording.fixed($0) },
        row("Range", sides.map(\.usualRangeDegrees)) { Wording.fixed($0) + "°" },
        row("Time each", sides.map(\.usualSeconds)) { Wording.seconds($0) },
      ])
  }

  private func row(
    _ title: String, _ values: [Double?], words: (Double) -> String
  ) -> [Markup] {
    let most = max(values.compactMap(\.self).max() ?? 0, .leastNormalMagnitude)
    return [Markup(title)]
      + values.map { value in
        guard let value else { return Markup("-") }
        return Markup([.element("span", ["class": "figure"], words(value)), bar(value / most)])
      }
  }

  private func bar(_ share: Double) -> Markup {
    .element(
      "svg",
      ["class": "plot bar", "width": "100%", "height": "8", "aria-hidden": "true"],
      [
        .element(
          "rect",
          ["class": "counted", "width": Plot.figure(share * 100) + "%", "height": "8", "rx": "2"])
      ])
  }
}
