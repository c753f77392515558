/// Tells whether a gyroscope and the accelerometer beside it speak of the same turns.
///
/// Swapped axes, a wrong unit or a broken axis turn gravity where it does not go. Twice a second
/// the change of direction that the accelerometer shows is compared with the one that the angular
/// rate predicts, both averaged over a second so that quick swings cancel out. A window in which
/// the two differ by much of the larger one raises doubt, and no more than that: an arm that hangs
/// and swings, or is pulled to and fro, moves its accelerometer otherwise than its turn alone
/// would. Whether the gyroscope is at fault is seen by reading the signal both ways.
struct GyroscopeCheck: Sendable {
  /// Length of the windows that are compared, in seconds.
  static let windowSeconds = 1.0
  /// Time between two comparisons, in seconds.
  static let strideSeconds = 0.5
  /// Changes below this say nothing, in radians.
  static let smallestTurn = 0.1
  /// The two differ in a window when they are further apart than this share of the larger one.
  static let differingShare = 0.7
  /// Fewest windows by which a gyroscope is doubted.
  static let fewestWindows = 4.0
  /// How many windows are remembered.
  static let rememberedWindows = 20.0
  /// With more than this share of differing windows a gyroscope is doubted.
  static let doubtedShare = 0.3

  private let step: Double
  private let stride: Int
  private var average: MovingAverage
  private var count = 0
  private var predicted = Vector3.zero
  private var previous: Vector3?
  private var windows = 0.0
  private var differing = 0.0
  /// True once the gyroscope has differed from the accelerometer often enough; stays so.
  private(set) var isDoubted = false

  /// - Parameter rateHertz: rate of the samples.
  init(rateHertz: Double) {
    step = 1 / rateHertz
    stride = max(1, Int(Self.strideSeconds * rateHertz))
    average = MovingAverage(length: max(1, Int(Self.windowSeconds * rateHertz)))
  }

  /// Takes specific force (m/s^2) and bias-free angular rate (rad/s).
  mutating func process(force: Vector3, rate: Vector3) {
    let direction = force.normalized
    let turn = direction.cross(rate)
    let mean = average.filter(
      SIMD8(direction.x, direction.y, direction.z, turn.x, turn.y, turn.z, 0, 0))
    predicted = predicted + Vector3(mean[3], mean[4], mean[5]) * step
    count += 1
    guard count == stride else { return }
    let now = Vector3(mean[0], mean[1], mean[2])
    if let previous { compare(seen: now - previous) }
    previous = now
    predicted = .zero
    count = 0
  }

  private mutating func compare(seen: Vector3) {
    let larger = max(seen.length, predicted.length)
    guard larger > Self.smallestTurn else { return }
    let isDiffering = (seen - predicted).length > Self.differingShare * larger
    windows = min(windows + 1, Self.rememberedWindows)
    differing += ((isDiffering ? 1 : 0) - differing) / windows
    if windows >= Self.fewestWindows, differing > Self.doubtedShare { isDoubted = true }
  }
}
