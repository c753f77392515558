import MotionCore

/// Makes the time of a recording strictly increasing, whatever its rows say.
///
/// - A row at most half a second early is late data and left out.
/// - A jump back that the next row confirms is a clock that started again: a gap marker, and time
///   goes on one second later, since the true length is not known.
/// - A jump ahead that the next row does not confirm is a faulty row and left out; a confirmed one
///   is passed on, and the core sees the gap. Ahead by more than two days it is a clock that was set
///   meanwhile (boards count from 1970 until they have asked for the time), as one that started
///   again.
///
/// Latency: one row, for rows at a jump two.
struct ClockRepair {
  /// Assumed length of a gap when the clock started again, in nanoseconds; longer than
  /// `GapLimit`, so that it is a gap without its marker, too.
  static let shortestRestartGap: Int64 = 1_000_000_000

  /// No recording pauses for longer, in nanoseconds: two days.
  static let longestPause: Int64 = 172_800_000_000_000

  private enum State {
    case fresh
    case running(last: Int64)
    /// A row that jumped waits for the next one to confirm it.
    case doubting(last: Int64, suspect: IMUSample, line: Int, jumpsAhead: Bool)
  }

  private var state = State.fresh
  /// Added to the recording's own times since its clock started again.
  private var offset: Int64 = 0
  private var batch = BatchSpreader()
  /// How long a gap was in which the clock started again, in nanoseconds, where somebody knows.
  var restartGap = shortestRestartGap
  /// Markers that came behind a row in doubt.
  private var waitingMarkers: [Marker] = []
  /// What was left out or changed.
  var diagnostics = ParseDiagnostics()

  /// Takes the next row; `line` is where it stands.
  ///
  /// - Throws: `BatchSpreader.Stopped` when the clock does not run.
  mutating func add(_ sample: IMUSample, line: Int) throws(BatchSpreader.Stopped) {
    switch state {
    case .fresh:
      try accept(sample, line: line)
    case .running(let last):
      try follow(sample, line: line, last: last)
    case .doubting(let last, let suspect, let suspectLine, let jumpsAhead):
      let step = sample.nanoseconds - suspect.nanoseconds
      let follows = (0...GapLimit.nanoseconds).contains(step)
      let isConfirmed =
        jumpsAhead && !isClockSet(suspect.nanoseconds, after: last) ? step >= 0 : follows
      try settle(suspect, line: suspectLine, last: last, isConfirmed: isConfirmed)
      try add(sample, line: line)
    }
  }

  /// True where this row simply follows on the one before, so that it can pass by without.
  @inline(__always)
  mutating func passes(_ nanoseconds: Int64) -> Bool {
    guard offset == 0, waitingMarkers.isEmpty else { return false }
    switch state {
    case .fresh: break
    case .running(let last):
      guard nanoseconds > last, nanoseconds - last <= GapLimit.nanoseconds else { return false }
    case .doubting: return false
    }
    return batch.passes()
  }

  /// Notes the last of the rows that passed by.
  mutating func passed(_ nanoseconds: Int64) {
    state = .running(last: nanoseconds)
    batch.passed(nanoseconds)
  }

  /// Takes a marker at its place among the rows.
  mutating func add(_ marker: Marker) {
    if case .doubting = state {
      waitingMarkers.append(marker)
    } else {
      pass(marker)
    }
  }

  /// Ends the stream.
  mutating func finish() throws(BatchSpreader.Stopped) {
    if case .doubting(let last, let suspect, let line, let jumpsAhead) = state {
      let isPause = jumpsAhead && !isClockSet(suspect.nanoseconds, after: last)
      try settle(suspect, line: line, last: last, isConfirmed: isPause)
    }
    batch.finish(diagnostics: &diagnostics)
  }

  /// Hands over what is ready.
  mutating func drain() -> [MotionReading] { batch.drain() }

  private mutating func follow(
    _ sample: IMUSample, line: Int, last: Int64
  ) throws(BatchSpreader.Stopped) {
    guard let time = placed(sample.nanoseconds) else {
      diagnostics.note(.outlier, line: line)
      return
    }
    let step = time - last
    if (0...GapLimit.nanoseconds).contains(step) {
      try accept(sample, line: line)
    } else if (-GapLimit.nanoseconds..<0).contains(step) {
      diagnostics.note(.late, line: line)
    } else {
      state = .doubting(last: last, suspect: sample, line: line, jumpsAhead: step > 0)
    }
  }

  private mutating func settle(
    _ suspect: IMUSample, line: Int, last: Int64, isConfirmed: Bool
  ) throws(BatchSpreader.Stopped) {
    let jumpsAhead = placed(suspect.nanoseconds).map { $0 > last } ?? true
    state = .running(last: last)
    if isConfirmed {
      if !jumpsAhead || isClockSet(suspect.nanoseconds, after: last) {
        offset = last + restartGap - suspect.nanoseconds
        diagnostics.note(.restart, line: line)
        batch.add(.init(nanoseconds: last, kind: .gap(reason: .clockRestart)))
      }
      try accept(suspect, line: line)
    } else {
      diagnostics.note(jumpsAhead ? .outlier : .late, line: line)
    }
    for marker in waitingMarkers { pass(marker) }
    waitingMarkers = []
  }

  /// True where a clock has jumped ahead by more than any recording pauses.
  private func isClockSet(_ time: Int64, after last: Int64) -> Bool {
    guard let time = placed(time) else { return true }
    return time - last > Self.longestPause
  }

  private mutating func accept(
    _ sample: IMUSample, line: Int
  ) throws(BatchSpreader.Stopped) {
    guard let time = placed(sample.nanoseconds) else { return }
    var sample = sample
    sample.nanoseconds = time
    state = .running(last: time)
    try batch.add(sample, line: line, diagnostics: &diagnostics)
  }

  private mutating func pass(_ marker: Marker) {
    guard let time = placed(marker.nanoseconds) else { return }
    batch.add(Marker(nanoseconds: time, kind: marker.kind))
  }

  /// The recording's own time on the timeline; nil where a clock that starts again and again has
  /// led beyond all time.
  private func placed(_ time: Int64) -> Int64? {
    let (sum, overflow) = time.addingReportingOverflow(offset)
    return overflow || sum.magnitude > RecordingGrid.latestNanoseconds.magnitude ? nil : sum
  }
}
