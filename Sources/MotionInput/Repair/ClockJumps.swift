import MotionCore

/// Undoes what clocks do: counters of 16 or 32 bits that begin again, and jumps of whole hours when
/// summer time begins or a time zone is changed.
struct ClockJumps {
  private static let second: Int64 = 1_000_000_000
  private static let hour: Int64 = 3_600_000_000_000
  private static let mostHours: Int64 = 24
  /// 2^32 and 2^31 microseconds and milliseconds, 2^24 microseconds, 2^16 milliseconds, in
  /// nanoseconds.
  private static let moduli: [Int64] = [
    4_294_967_296_000, 2_147_483_648_000, 4_294_967_296_000_000, 2_147_483_648_000_000,
    16_777_216_000, 65_536_000_000,
  ]
  /// Smaller counters are only believed where the count was at its end.
  private static let smallModulus: Int64 = 100_000_000_000

  private var wraps: [Int] = []
  private var hours: [(line: Int, hours: Int64)] = []

  /// What was undone, one sentence each.
  func notices(path: String) -> [String] {
    let wrapped = wraps.first.map {
      "\(path):\($0): the counter of time was full and began again at 0; "
        + "time goes on without a gap" + (wraps.count > 1 ? " (\(wraps.count) times)" : "")
    }
    let jumped = hours.map {
      "\(path):\($0.line): the clock jumps by \($0.hours) h, as for summer time or another zone; "
        + "undone"
    }
    return (wrapped.map { [$0] } ?? []) + jumped
  }

  /// Undoes the jumps; gives what was added in the end.
  mutating func undo(in rows: inout [Row], from first: Int) -> Int64 {
    var offset: Int64 = 0
    for place in rows.indices where place >= max(1, first) {
      let raw = rows[place].nanoseconds
      rows[place].nanoseconds += offset
      let step = rows[place].nanoseconds - rows[place - 1].nanoseconds
      guard abs(step) > GapLimit.nanoseconds else { continue }
      let added = undone(step, before: rows[place - 1].nanoseconds - offset, line: rows[place].line)
      guard added != 0 else { continue }
      offset += added
      rows[place].nanoseconds = raw + offset
    }
    return offset
  }

  private mutating func undone(_ step: Int64, before: Int64, line: Int) -> Int64 {
    for modulus in Self.moduli where step < 0 {
      let rest = step + modulus
      guard rest >= 0, rest <= GapLimit.nanoseconds else { continue }
      let isFull = [modulus, modulus / 2].contains { abs(before - $0) <= Self.second }
      guard isFull || modulus > Self.smallModulus else { continue }
      wraps.append(line)
      return modulus
    }
    let count = Int64((Double(step) / Double(Self.hour)).rounded())
    guard count != 0, abs(count) <= Self.mostHours,
      abs(step - count * Self.hour) <= GapLimit.nanoseconds
    else { return 0 }
    hours.append((line, count))
    return -count * Self.hour
  }
}
