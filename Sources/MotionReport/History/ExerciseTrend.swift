import Foundation
import MotionCore

/// One measure of an exercise over the weeks, drawn with its trend.
struct ExerciseTrend {
  private let name: String
  private let measure: String
  private let unit: String
  private let decimals: Int
  private let values: [(week: Double, value: Double)]
  private let trend: WeeklyTrend?

  /// What there is enough of to be drawn: counts, times and ranges of each exercise and side.
  static func all(in sessions: [PastSession]) -> [ExerciseTrend] {
    let dated = sessions.compactMap { session in session.date.map { ($0, session) } }
    guard let first = dated.map(\.0).min() else { return [] }
    let sets = dated.flatMap { date, session in
      session.sets.map { (date.timeIntervalSince(first) / secondsPerWeek, $0) }
    }
    return ExerciseHistory.all(in: sessions).flatMap { history in
      let own = sets.filter { _, set in
        set.exercise == history.exercise && set.side == history.side && !set.isDoubtful
      }
      let isHold = history.sets.first?.kind == .hold
      return [
        ExerciseTrend(history.title, "counted in a set", "", decimals: 0, own) {
          Double($0.count)
        },
        ExerciseTrend(
          history.title, isHold ? "seconds held each" : "seconds each", " s", decimals: 1, own
        ) { $0.usualSeconds },
        ExerciseTrend(
          history.title, "degrees that the sensor turned", "°", decimals: 0, own
        ) { $0.rangeDegrees },
      ].filter { $0.values.count >= WeeklyTrend.fewestValues }
    }
  }

  private static let secondsPerWeek = 604_800.0

  private init(
    _ name: String, _ measure: String, _ unit: String, decimals: Int,
    _ sets: [(week: Double, set: PastSet)], value: (PastSet) -> Double?
  ) {
    self.name = name
    self.measure = measure
    self.unit = unit
    self.decimals = decimals
    values = sets.compactMap { week, set in value(set).map { (week, $0) } }
      .sorted { $0.week < $1.week }
    trend = WeeklyTrend(values)
  }

  private static let height = 110.0
  private static let steps = 24
  private static let ticks = 5

  /// The drawing, with its trend in words.
  var markup: Markup {
    let plot = self.plot
    return .figure(
      name, caption: "\(measure): \(words)",
      height: plot.height(panel: Self.height), drawing: plot.drawing(panel: Self.height),
      table: "The table of sessions has the counts.")
  }

  /// What the line says, with how sure it is.
  var words: String {
    guard let trend else { return "of one day" }
    let week = Wording.fixed(abs(trend.slope), decimals: decimals + 1) + unit
    guard trend.isClear else { return "no clear change" }
    let margin = Wording.fixed(trend.slopeMargin, decimals: decimals + 1) + unit
    return "\(trend.slope > 0 ? "rising" : "falling") by \(week) a week (± \(margin))"
  }

  /// More points than this hide each other.
  private static let mostPoints = 60

  /// The values; where they are many, the middle one of each week.
  private var points: [(x: Double, y: Double)] {
    guard values.count > Self.mostPoints else { return values.map { (x: $0.week, y: $0.value) } }
    return Dictionary(grouping: values) { Int($0.week) }.sorted { $0.key < $1.key }
      .compactMap { week, own in own.map(\.value).middle.map { (x: Double(week), y: $0) } }
  }

  private var plot: Plot {
    let last = max(values.last?.week ?? 0, .leastNormalMagnitude)
    let line = trend.map { trend in
      (0...Self.steps).map { step in
        let week = last * Double(step) / Double(Self.steps)
        return (week, trend.value(at: week))
      }
    }
    let curves =
      line.map { line in
        [
          Plot.Curve(line.map { (x: $0.0, y: $0.1.value) }),
          Plot.Curve(line.map { (x: $0.0, y: $0.1.value - $0.1.margin) }, isMain: false),
          Plot.Curve(line.map { (x: $0.0, y: $0.1.value + $0.1.margin) }, isMain: false),
        ]
      } ?? []
    let bounds = curves.flatMap(\.points).compactMap(\.y)
    let shown = values.map(\.value) + bounds
    // Counts of whole numbers say something only against zero.
    let scale =
      decimals == 0 && unit.isEmpty
      ? PlotAxis.fromZero(shown, unit: unit) : .around(shown, unit: unit)
    var plot = Plot(
      title: measure, axis: PlotAxis(0...last, unit: " wk"),
      panels: [
        Plot.Panel(title: "", axis: scale, curves: curves, points: points)
      ])
    plot.mostTicks = Self.ticks
    return plot
  }
}
