import MotionCore

/// What lies before the first and after the last row of a recording and could not be read: in
/// between the times of the rows around it show it, at the edges nothing does.
struct RecordingEdges {
  private var rows = 0
  private var first: Int64?
  private var last: Int64 = 0

  /// Nanoseconds from row to row, on average; 0 where that is not known. Rows further apart than
  /// what is a gap say nothing of a rate: of years between two rows no sum would hold more.
  private var step: Int64 {
    guard rows > 1 else { return 0 }
    return min(max(0, (last - (first ?? last)) / Int64(rows - 1)), GapLimit.nanoseconds)
  }

  /// Takes the next rows; gives the gap before them, where so many before the first of all could
  /// not be read.
  mutating func start(_ next: [Row], unreadableRows: Int) -> [MotionReading] {
    guard let begin = next.first?.nanoseconds, let end = next.last?.nanoseconds else { return [] }
    let isFirst = first == nil
    (first, last, rows) = (first ?? begin, end, rows + next.count)
    return isFirst ? gap(rows: unreadableRows, at: begin - Int64(unreadableRows) * step) : []
  }

  /// The gap at the end, where so many rows behind the last one could not be read.
  ///
  /// - Parameter uselessRows: those before them that could be read and are no sensor's.
  func end(unreadableRows: Int, uselessRows: Int) -> [MotionReading] {
    gap(rows: unreadableRows + uselessRows, at: last + Int64(unreadableRows) * step)
  }

  private func gap(rows: Int, at nanoseconds: Int64) -> [MotionReading] {
    let seconds = Double(rows) * Double(step) / Units.nanosecondsPerSecond
    guard seconds > Gap.limitSeconds else { return [] }
    return [.marker(Marker(nanoseconds: nanoseconds, kind: .gap(reason: .unreadable)))]
  }
}
