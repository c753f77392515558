import MotionCore

/// Holds a gyroscope as a whole against the accelerometer beside it: is it one, and in which unit?
///
/// Gravity turns in the sensor's frame by what the gyroscope reads. Over half-second windows the
/// turn that is seen is compared with the one that the rate predicts; their ratio is the unit. What
/// turns by radians a second while the accelerometer rests, or does not turn while gravity does, is
/// no gyroscope.
struct GyroscopeCheck {
  /// What is found.
  enum Finding: Equatable {
    /// It can be used; rates are multiplied by the factor. Rows in these ranges contradict.
    case usable(factor: Double, unit: String?, faults: [Range<Int>])
    /// It cannot be used, and why.
    case unusable(String)
  }

  /// Length of a window, in seconds.
  private static let windowSeconds = 0.5
  /// A change of gravity's direction that says something, in radians.
  private static let smallestTurn = 0.1
  /// So many windows with such a change are evidence.
  private static let fewestTurns = 4
  /// Windows whose force varies in size by more say nothing, in m/s^2 (root mean square).
  private static let largestShake = 1.0
  /// Force that varies by less is at rest, in m/s^2 (root mean square).
  private static let restShake = 0.15
  /// A sensor at rest turns by less about the horizontal, and about the vertical, in rad/s.
  private static let restRates = (tilt: 0.7, spin: 4.0)
  /// Turns that agree correlate by more.
  private static let leastAgreement = 0.6
  /// A gyroscope whose turns are off by more than this factor has another unit.
  private static let largestScale = 5.0
  /// Larger factors are not told apart.
  private static let largestShownScale = 1e6
  /// A gyroscope that predicts less than this share of the seen turn (power) is dead.
  private static let deadShare = 0.01
  /// With more than this share of rates beyond any sensor's range they are no rates.
  private static let largestBeyond = 0.01

  private struct Window {
    var rows: Range<Int>
    var direction: Vector3
    var isQuiet: Bool
    var isShaken: Bool
    /// Turn of gravity that the rate predicts over the window, in radians.
    var predicted: Vector3
    var rate: Vector3
  }

  private let windows: [Window]
  private let rows: [Row]

  init(_ rows: [Row]) {
    self.rows = rows
    windows = Self.windows(rows)
  }

  /// What is found of rates whose unit the recording names, or does not.
  func finding(_ rateUnit: ColumnLayout.RateUnit) -> Finding {
    if isDead { return .unusable("the gyroscope never changes, although the sensor turned") }
    let unit: Unit? =
      switch rateUnit {
      case .named: .asItStands
      case .usual: scaledUnit.flatMap { $0.factor == 1 ? nil : $0 } ?? .asItStands
      case .open: scaledUnit
      }
    guard let unit else {
      return .unusable(
        "nothing says whether the rotation is in rad/s or deg/s; say --units rotation=deg/s, "
          + "or the counts of 1 deg/s such as 131")
    }
    let beyond = rows.count {
      max(abs($0.rate.x), abs($0.rate.y), abs($0.rate.z)) * unit.factor
        > WornSensorRange.radiansPerSecond
    }
    guard Double(beyond) <= Self.largestBeyond * Double(rows.count) else {
      return .unusable("the gyroscope reads more than any sensor can: raw counts, or another unit")
    }
    return agreement(unit)
  }

  private var isDead: Bool {
    rows.allSatisfy { $0.rate == rows[0].rate }
      && zip(windows, windows.dropFirst()).contains {
        ($1.direction - $0.direction).length > Self.smallestTurn
      }
  }

  private struct Unit {
    var name: String?
    var factor: Double

    static let asItStands = Unit(name: nil, factor: 1)
  }

  private static let units = [
    Unit(name: "rad/s", factor: 1), Unit(name: "deg/s", factor: Units.radiansPerDegree),
    Unit(name: "mdps", factor: Units.radiansPerDegree / 1000),
  ]

  /// The unit in which the rates turn gravity as it is seen to turn.
  private var scaledUnit: Unit? {
    let turns = self.turns
    guard turns.count >= Self.fewestTurns, turns.correlation > Self.leastAgreement else {
      return nil
    }
    let scale = turns.scale
    return Self.units.first { unit in
      (1 / 3.0...3.0).contains(scale / unit.factor)
    }
  }

  /// The rows that contradict, of a gyroscope that is used.
  func faults(factor: Double) -> [Range<Int>] {
    if case .usable(_, _, let faults) = agreement(Unit(name: nil, factor: factor)) {
      faults
    } else {
      []
    }
  }

  private func agreement(_ unit: Unit) -> Finding {
    let turns = self.turns
    let isShown = turns.count >= Self.fewestTurns
    let scale = turns.scale / unit.factor
    let hasScale = isShown && turns.correlation > Self.leastAgreement
    if hasScale, scale * Self.largestScale < 1 { return Self.otherUnit(scale) }
    let resting = windows.indices.filter { windows[$0].isQuiet }
    let faulty = resting.filter { isTurning(windows[$0], unit.factor) }
    if !faulty.isEmpty, faulty.count * 2 >= resting.count {
      return .unusable("the gyroscope turns by radians a second while the accelerometer rests")
    }
    if isShown, turns.predicted * unit.factor * unit.factor < Self.deadShare * turns.seen {
      return .unusable(
        "the gyroscope hardly turns while gravity shows that the sensor did: it is dead, or its "
          + "unit is another (say --units rotation=rad/s)")
    }
    if hasScale, scale > Self.largestScale { return Self.otherUnit(scale) }
    return .usable(factor: unit.factor, unit: unit.name, faults: faults(faulty))
  }

  private static func otherUnit(_ scale: Double) -> Finding {
    let times = Int(min(max(scale, 1 / scale), largestShownScale).rounded())
    return .unusable(
      "the gyroscope turns \(times) times \(scale > 1 ? "less" : "more") than gravity shows: its "
        + "unit is another (say --units rotation=deg/s or rad/s, or the counts of 1 deg/s)")
  }

  private func isTurning(_ window: Window, _ factor: Double) -> Bool {
    let rate = window.rate * factor
    let spin = rate.dot(window.direction)
    let tilt = (rate - window.direction * spin).length
    return tilt > Self.restRates.tilt || abs(spin) > Self.restRates.spin
  }

  /// Rows of windows in a row: one alone is chance.
  private func faults(_ faulty: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for place in faulty.indices
    where place + 1 == faulty.count || faulty[place + 1] != faulty[place] + 1 {
      if place > start {
        ranges.append(
          windows[faulty[start]].rows.lowerBound..<windows[faulty[place]].rows.upperBound)
      }
      start = place + 1
    }
    return ranges
  }

  /// How the turns that are seen go with those predicted.
  private var turns:
    (count: Int, seen: Double, predicted: Double, scale: Double, correlation: Double)
  {
    var (count, seen, predicted, both) = (0, 0.0, 0.0, 0.0)
    for (one, next) in zip(windows, windows.dropFirst())
    where one.rows.upperBound == next.rows.lowerBound && !one.isShaken && !next.isShaken {
      let turn = next.direction - one.direction
      guard turn.length > Self.smallestTurn else { continue }
      let expected = (one.predicted + next.predicted) * 0.5
      count += 1
      seen += turn.dot(turn)
      predicted += expected.dot(expected)
      both += turn.dot(expected)
    }
    guard seen > 0, predicted > 0 else { return (count, seen, predicted, 0, 0) }
    return (count, seen, predicted, both / predicted, both / (seen * predicted).squareRoot())
  }

  private static func windows(_ rows: [Row]) -> [Window] {
    let length = Int64(windowSeconds * Units.nanosecondsPerSecond)
    var windows: [Window] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].nanoseconds - rows[start].nanoseconds < length,
        rows[end].nanoseconds - rows[end - 1].nanoseconds <= GapLimit.nanoseconds
      {
        end += 1
      }
      if end - start > 2 { windows.append(window(rows, start..<end)) }
      start = end
    }
    return windows
  }

  private static func window(_ rows: [Row], _ range: Range<Int>) -> Window {
    var (force, rate, predicted, square) = (Vector3.zero, Vector3.zero, Vector3.zero, 0.0)
    var sizes = (sum: 0.0, square: 0.0)
    var count = 0.0
    for place in range where WornSensorRange.contains(rows[place].force) {
      let row = rows[place]
      count += 1
      let size = row.force.length
      force = force + row.force
      rate = rate + row.rate
      square += size * size
      sizes.sum += size
      let next = place + 1 < rows.count ? rows[place + 1].nanoseconds : row.nanoseconds
      let seconds = min(Double(next - row.nanoseconds) / Units.nanosecondsPerSecond, windowSeconds)
      predicted = predicted + row.force.normalized.cross(row.rate) * max(0, seconds)
    }
    count = max(1, count)
    let mean = force * (1 / count)
    let spread = max(0, square / count - mean.dot(mean)).squareRoot()
    let shake = max(0, square / count - sizes.sum / count * sizes.sum / count).squareRoot()
    return Window(
      rows: range, direction: mean.normalized, isQuiet: spread < restShake && mean.length > 5,
      isShaken: shake > largestShake, predicted: predicted, rate: rate * (1 / count))
  }
}
