import MotionCore

/// Leaves out parts of a recording that stand in it twice: a file appended to itself, a block that
/// was written again. What was measured once counts once.
///
/// A clock that began again measures other values: of a sensor that shows noise, a long run of rows
/// that equal earlier ones in time and values is a copy.
struct RepeatedRows {
  /// Shorter runs may be chance, or a resting sensor without noise.
  private static let fewestRows = 50
  /// So many different forces in a run are a signal.
  private static let fewestForces = 10

  private init() {}

  /// Takes such rows out of a block and notes them.
  static func drop(from block: inout RowBlock, diagnostics: inout ParseDiagnostics) {
    let rows = block.rows
    guard zip(rows, rows.dropFirst()).contains(where: { $1.nanoseconds < $0.nanoseconds }),
      RestNoise(rows).isShown
    else { return }
    var firstAt: [Int64: Int] = [:]
    var copies: [Int] = []
    var run: [Int] = []
    func close() {
      let forces = Set(run.map { rows[$0].force })
      if run.count >= fewestRows, forces.count >= fewestForces { copies += run }
      run = []
    }
    for (place, row) in rows.enumerated() {
      if let first = firstAt[row.nanoseconds], rows[first].isCopy(of: row), place - first > 1 {
        run.append(place)
      } else {
        close()
        if firstAt[row.nanoseconds] == nil { firstAt[row.nanoseconds] = place }
      }
    }
    close()
    for place in copies { diagnostics.note(.duplicate, line: rows[place].line) }
    block.remove(copies)
  }
}
