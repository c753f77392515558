/// Makes lines of points that no one could tell from the full ones, at a bounded size.
enum PlotLine {
  /// A point that is drawn.
  typealias Point = (x: Double, y: Double)

  /// The points between nils, of each column of the axis no more than the first, the least, the
  /// greatest and the last, in their order.
  static func lines(
    _ points: [(x: Double, y: Double?)], along axis: PlotAxis, columns: Int
  ) -> [[Point]] {
    points.split { $0.y == nil || $0.y?.isFinite == false }.map { segment in
      var line: [Point] = []
      var column: [Point] = []
      var current = -1
      for point in segment {
        let place = Int(axis.share(point.x) * Double(columns))
        if place != current {
          line += thinned(column)
          (column, current) = ([], place)
        }
        column.append((point.x, point.y ?? 0))
      }
      return line + thinned(column)
    }
  }

  private static func thinned(_ column: [Point]) -> [Point] {
    guard column.count > 4,
      let least = column.indices.min(by: { column[$0].y < column[$1].y }),
      let greatest = column.indices.max(by: { column[$0].y < column[$1].y })
    else { return column }
    return Set([0, least, greatest, column.count - 1]).sorted().map { column[$0] }
  }
}
