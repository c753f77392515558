import MotionCore

/// Tells whether a sensor shows noise while it rests.
///
/// One that does cannot repeat all its values for seconds unless it is frozen. One that does not may
/// well: steps coarser than the noise, a dead band in a driver, a simulation without noise. At rest
/// noise takes values up and down many times a second over several steps; slow movement turns
/// seldom, and a coarse value goes to and fro between two or three steps.
struct RestNoise {
  private static let windowNanoseconds: Int64 = 1_000_000_000
  /// A sensor slower than this is not judged, in rows a window.
  private static let fewestRows = 8
  /// At rest no axis spans more over a window, in m/s^2: ten times the noise of a poor sensor
  /// (400 ug/sqrt(Hz) over 250 Hz: TDK InvenSense, MPU-6050 data sheet).
  private static let largestSpan = 0.6
  /// Noise turns as often in a window, of three turns that chance gives in five rows; the
  /// movements of an exercise turn once or twice.
  private static let fewestTurns = 4
  /// Values between which noise goes, where its standard deviation is half a step or more.
  private static let fewestLevels = 4
  private static let fewestWindows = 2
  /// More rest says no more.
  private static let mostWindows = 60

  /// True where values that stand still for seconds are a fault.
  let isShown: Bool

  /// Judges the specific force of these rows, in order of time.
  init(_ rows: some Collection<Row>) {
    var (noisy, quiet) = (0, 0)
    var start = rows.startIndex
    while start < rows.endIndex, noisy + quiet < Self.mostWindows {
      let end =
        rows[start...].firstIndex {
          $0.nanoseconds - rows[start].nanoseconds >= Self.windowNanoseconds
        } ?? rows.endIndex
      switch Self.isNoisy(rows[start..<end]) {
      case true?: noisy += 1
      case false?: quiet += 1
      case nil: break
      }
      start = end
    }
    isShown = noisy >= Self.fewestWindows && noisy >= quiet
  }

  /// Nil where nothing can be said: the sensor moved, or its values stood still all the time.
  private static func isNoisy(_ window: some Collection<Row>) -> Bool? {
    let forces = window.map(\.force)
    guard forces.count >= fewestRows else { return nil }
    let axes = [\Vector3.x, \.y, \.z].map { axis in forces.map { $0[keyPath: axis] } }
    let spans = axes.map { ($0.max() ?? 0) - ($0.min() ?? 0) }
    guard spans.allSatisfy({ $0 <= largestSpan }), spans.contains(where: { $0 > 0 }) else {
      return nil
    }
    return axes.contains { turns($0) >= fewestTurns && Set($0).count >= fewestLevels }
  }

  /// How often values that rose fall, or values that fell rise.
  private static func turns(_ values: [Double]) -> Int {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }.filter { $0 != 0 }
    return zip(steps, steps.dropFirst()).count { ($0 < 0) != ($1 < 0) }
  }
}
