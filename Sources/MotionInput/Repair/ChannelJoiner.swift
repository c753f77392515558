import MotionCore

/// Brings what two sensors measured on clocks of their own to common times.
///
/// The faster sensor's times are kept, the other's values are joined by straight lines; nothing is
/// joined over more than a gap. Rows are never paired by their number.
enum ChannelJoiner {
  /// Values along one clock.
  struct Channel {
    var times: [Int64] = []
    var values: [Vector3] = []
    var lines: [Int] = []

    /// The forces of rows that have one.
    init(forcesOf rows: [Row]) {
      for row in rows where row.hasForce { append(row, row.force) }
    }

    /// The rates of rows that have one.
    init(ratesOf rows: [Row]) {
      for row in rows where row.hasRate { append(row, row.rate) }
    }

    private mutating func append(_ row: Row, _ value: Vector3) {
      if let last = times.last, row.nanoseconds <= last { return }
      times.append(row.nanoseconds)
      values.append(value)
      lines.append(row.line)
    }

    /// From the first to the last time; nil where there is none.
    var span: ClosedRange<Int64>? {
      guard let first = times.first, let last = times.last else { return nil }
      return first...last
    }

    /// Rows of the forces at some of the times, without a rate.
    func rows(where isWanted: (Int64) -> Bool) -> [Row] {
      times.indices.filter { isWanted(times[$0]) }.map {
        Row(nanoseconds: times[$0], force: values[$0], rate: Row.nothing, line: lines[$0])
      }
    }

    /// The value at each of these times; not a number where none is near.
    func resampled(at wanted: [Int64]) -> [Vector3] {
      var next = 0
      return wanted.map { time in
        while next < times.count, times[next] < time { next += 1 }
        if next < times.count, times[next] == time { return values[next] }
        guard next > 0, next < times.count,
          times[next] - times[next - 1] <= GapLimit.nanoseconds
        else { return Row.nothing }
        let share = Double(time - times[next - 1]) / Double(times[next] - times[next - 1])
        return values[next - 1] + (values[next] - values[next - 1]) * share
      }
    }
  }

  /// Force and rate on the clock of the faster of both.
  static func join(force: Channel, rate: Channel) -> [Row] {
    let isForceFaster = isFaster(force, rate)
    let master = isForceFaster ? force : rate
    let other = (isForceFaster ? rate : force).resampled(at: master.times)
    let rows = master.times.indices.compactMap { place -> Row? in
      let row = Row(
        nanoseconds: master.times[place],
        force: isForceFaster ? master.values[place] : other[place],
        rate: isForceFaster ? other[place] : master.values[place], line: master.lines[place])
      return row.hasForce ? row : nil
    }
    guard !isForceFaster, let span = rate.span else { return rows }
    return force.rows { $0 < span.lowerBound } + rows + force.rows { $0 > span.upperBound }
  }

  /// Gravity and the acceleration without it, added on the clock of the faster of both.
  static func sum(_ one: Channel, _ other: Channel) -> [Row] {
    let (master, second) = isFaster(one, other) ? (one, other) : (other, one)
    let added = second.resampled(at: master.times)
    return master.times.indices.compactMap { place in
      let row = Row(
        nanoseconds: master.times[place], force: master.values[place] + added[place],
        rate: Row.nothing, line: master.lines[place])
      return row.hasForce ? row : nil
    }
  }

  /// Only where a rotation covers nearly all of the force may its clock decide.
  private static func isFaster(_ one: Channel, _ other: Channel) -> Bool {
    guard let span = one.span, let covered = other.span else { return true }
    let shared = min(span.upperBound, covered.upperBound) - max(span.lowerBound, covered.lowerBound)
    let isCovered = Double(shared) >= leastCovered * Double(span.upperBound - span.lowerBound)
    return !isCovered || one.times.count >= other.times.count
  }

  private static let leastCovered = 0.9
}
