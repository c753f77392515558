import MotionCore

/// Gives rows that share one time each its own.
///
/// Sensors that deliver in batches, and times written with too few digits, stamp several rows
/// alike. Such rows were taken since the time before, at an even rate, so that is where they are
/// put; the last keeps the time. A row that repeats time and values of the one before was written
/// twice and is left out. Where the time before is no help (first batch, or after a gap) the time
/// to the next batch gives the rate; where that fails too only the last row is used.
struct BatchSpreader {
  /// More rows than this never share a time: the clock stands.
  static let mostRows = 4096

  /// Too many rows with one time; `line` is the first of them.
  struct Stopped: Error {
    var line: Int
  }

  /// Readings that wait for the next time: rows of one time, and markers among them.
  private var held: [MotionReading] = []
  private var heldRows = 0
  private var heldTime: Int64 = 0
  private var heldLine = 0
  private var lastSample: IMUSample?
  private var previousTime: Int64?
  private var ready: [MotionReading] = []

  /// Takes a row whose time is not before that of the row before.
  mutating func add(_ sample: IMUSample, line: Int, diagnostics: inout ParseDiagnostics)
    throws(Stopped)
  {
    if heldRows > 0, sample.nanoseconds == heldTime {
      guard sample != lastSample else {
        diagnostics.note(.duplicate, line: line)
        return
      }
      guard heldRows < Self.mostRows else { throw Stopped(line: heldLine) }
    } else {
      release(nextTime: sample.nanoseconds, diagnostics: &diagnostics)
      heldTime = sample.nanoseconds
      heldLine = line
    }
    held.append(.sample(sample))
    heldRows += 1
    lastSample = sample
  }

  /// Takes a marker at its place among the rows.
  mutating func add(_ marker: Marker) {
    if held.isEmpty {
      ready.append(.marker(marker))
    } else {
      held.append(.marker(marker))
    }
  }

  /// True where nothing waits, once what did is released.
  mutating func passes() -> Bool {
    guard heldRows <= 1 else { return false }
    ready += held
    if heldRows > 0 { previousTime = heldTime }
    held.removeAll(keepingCapacity: true)
    heldRows = 0
    return true
  }

  /// Notes a row that passed by.
  mutating func passed(_ nanoseconds: Int64) { previousTime = nanoseconds }

  /// Releases what waits.
  mutating func finish(diagnostics: inout ParseDiagnostics) {
    release(nextTime: nil, diagnostics: &diagnostics)
  }

  /// Hands over what is ready.
  mutating func drain() -> [MotionReading] {
    defer { ready = [] }
    return ready
  }

  private mutating func release(nextTime: Int64?, diagnostics: inout ParseDiagnostics) {
    if heldRows > 1 {
      spread(nextTime: nextTime, diagnostics: &diagnostics)
    } else {
      ready += held
    }
    if heldRows > 0 { previousTime = heldTime }
    held.removeAll(keepingCapacity: true)
    heldRows = 0
  }

  private mutating func spread(nextTime: Int64?, diagnostics: inout ParseDiagnostics) {
    let rows = Int64(heldRows)
    let span = self.span(nextTime: nextTime)
    let canBePlaced = span >= rows * RecordingGrid.nanoseconds
    diagnostics.note(
      canBePlaced ? .spread : .unplaced, line: heldLine, rows: heldRows - (canBePlaced ? 0 : 1))
    var number: Int64 = 0
    for reading in held {
      guard case .sample(var sample) = reading else {
        ready.append(reading)
        continue
      }
      number += 1
      if canBePlaced {
        let back = span * (rows - number) / rows
        sample.nanoseconds = RecordingGrid.round(nanoseconds: heldTime - back)
      } else if number < rows {
        continue
      }
      ready.append(.sample(sample))
    }
  }

  /// How much time the rows that wait take up, in nanoseconds; 0 where nothing tells.
  private func span(nextTime: Int64?) -> Int64 {
    if let previousTime, heldTime - previousTime <= GapLimit.nanoseconds {
      return heldTime - previousTime
    }
    if let nextTime, nextTime - heldTime <= GapLimit.nanoseconds { return nextTime - heldTime }
    return 0
  }
}
