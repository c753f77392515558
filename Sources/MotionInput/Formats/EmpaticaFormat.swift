import MotionCore

/// Empatica E4, `ACC.csv`: the start three times, the rate three times, then counts of 1/64 g.
enum EmpaticaFormat: RecordingFormat {
  static let title = "Empatica E4"
  static let export = [
    "E4 connect: Sessions, download the zip",
    "give the zip as it is; ACC.csv in it is read",
  ]

  private static let countsPerG = 64.0
  private static let rates = 5.0...500.0

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    let table = MotionTable(headerless: head)
    guard table.rows.count >= 2, let start = repeated(table, 0), let rate = repeated(table, 1),
      start > 1e9, rates.contains(rate),
      let startNanoseconds = RecordingGrid.nanoseconds(seconds: start)
    else { return nil }
    let columns = ColumnLayout.axes.map {
      ColumnLayout.Column.specificForce(axis: $0, factor: Units.standardGravity / countsPerG)
    }
    var layout = ColumnLayout(
      columns: columns, shape: table.shape, clock: .even(rateHertz: rate))
    layout.startNanoseconds = startNanoseconds
    let second = head.lines.dropFirst(1).first?.number ?? 2
    return TextPlan(
      format: title, body: .table(layout), firstRow: second + 1, content: [.force],
      decisions: ["\(rate) rows a second, as line \(second) says; 64 counts to 1 g"],
      clockStart: RecordedStart.text(seconds: start))
  }

  /// The number that stands three times in a row.
  private static func repeated(_ table: MotionTable, _ row: Int) -> Double? {
    let numbers = table.rows[row].compactMap(table.shape.number)
    guard numbers.count == 3, Set(numbers).count == 1 else { return nil }
    return numbers.first
  }
}
