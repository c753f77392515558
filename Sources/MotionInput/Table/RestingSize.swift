import MotionCore

/// How large an acceleration without a unit is: a worn sensor reads 1 g most of the time, which
/// shows the unit.
struct RestingSize {
  /// Middle of the sizes, as they stand.
  let median: Double
  private let quartiles: ClosedRange<Double>

  /// Smaller values are no signal.
  private static let smallestSize = 1e-9
  private static let fewestRows = 3
  /// No sensor counts with more than 32 bits.
  private static let largestCounts = 4_294_967_296.0
  /// Acceleration with gravity varies by less around its median, up and down, as a share of it.
  private static let largestSpread = 0.35

  /// Of the first rows; nil where there are too few.
  init?(_ table: MotionTable, _ columns: [Int]) {
    guard columns.count == ColumnLayout.names.count else { return nil }
    let sizes = table.vectors(columns).map(\.length)
      .filter { $0.isFinite && $0 > Self.smallestSize }.sorted()
    guard sizes.count >= Self.fewestRows else { return nil }
    median = sizes[sizes.count / 2]
    quartiles = sizes[sizes.count / 4]...sizes[sizes.count * 3 / 4]
  }

  /// The size for a message.
  var text: String {
    let places = median < 100 ? 100.0 : 1
    return "\((median * places).rounded() / places)"
  }

  /// True where it hardly varies, as gravity and no movement does.
  private var isSteady: Bool {
    quartiles.lowerBound > median * (1 - Self.largestSpread)
      && quartiles.upperBound < median * (1 + Self.largestSpread)
  }

  /// What this size is 1 g in; nil where it is no unit's.
  private var found: (unit: String, factor: Double)? {
    switch median {
    case Units.standardGravity * 0.6...Units.standardGravity * 1.7: return ("m/s^2", 1)
    case 0.7...1.4 where isSteady: return ("g", Units.standardGravity)
    case 850...1010 where isSteady, 1010...1013 where isSteady:
      return ("mg", Units.standardGravity / 1000)
    case 50...Self.largestCounts where isSteady: return counts
    default: return nil
    }
  }

  /// Raw counts: sensors have a power of two to 1 g, or else what they read at rest.
  private var counts: (unit: String, factor: Double) {
    let power = (Int(median.rounded()).bitWidth - Int(median.rounded()).leadingZeroBitCount)
    let nearest =
      [power - 1, power].map { Double(1 << $0) }
      .min { abs($0 - median) < abs($1 - median) } ?? median
    let scale = abs(nearest - median) <= 0.06 * nearest ? nearest : median.rounded()
    return ("counts, \(Int(scale)) to 1 g", Units.standardGravity / scale)
  }

  /// The unit in words.
  var unit: String { found?.unit ?? "" }
  /// Factor to m/s^2; nil where the size is no unit's.
  var factor: Double? { found?.factor }
}
