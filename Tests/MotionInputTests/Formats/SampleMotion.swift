import Glibc
import MotionCore

/// One movement for every format: an arm that turns by 60 degrees about one axis ten times, at rest
/// before and after, at 50 Hz with the noise of a sensor.
struct SampleMotion {
  static let shared = SampleMotion()

  static let repetitions = 10
  /// What every format must come to, in degrees.
  static let ranges = 50.0...68.0

  /// One instant.
  struct Instant {
    /// Seconds from the first row.
    var seconds: Double
    /// Specific force in m/s^2.
    var force: Vector3
    /// The part of it that is gravity.
    var gravity: Vector3
    /// Angular rate in rad/s.
    var rate: Vector3
    var linear: Vector3 { force - gravity }
  }

  let instants: [Instant]
  /// The rates on another clock: 52 Hz, beginning 0.13 s later.
  let laterRates: [Instant]

  private static let restSeconds = 3.0
  private static let periodSeconds = 3.6
  private static let movingSeconds = 2.6

  init() {
    var random = SplitMix64(seed: 13)
    func noise(_ size: Double) -> Vector3 {
      let values = (0..<3).map { _ in
        (0..<6).reduce(0.0) { sum, _ in sum + .random(in: -1...1, using: &random) } / 2.45
      }
      return Vector3(values[0], values[1], values[2]) * size
    }
    func instant(_ seconds: Double) -> Instant {
      let (angle, rate) = Self.motion(at: seconds)
      let gravity = Vector3(
        1, 3.3 * cos(angle) + 9.1 * sin(angle), 9.1 * cos(angle) - 3.3 * sin(angle))
      return Instant(
        seconds: seconds, force: gravity + noise(0.03), gravity: gravity,
        rate: Vector3(rate, 0, 0) + noise(0.005))
    }
    let end = 2 * Self.restSeconds + Double(Self.repetitions) * Self.periodSeconds
    instants = (0..<Int(end * 50)).map { instant(Double($0) / 50) }
    laterRates = (0..<Int((end - 0.3) * 52)).map { instant(0.13 + Double($0) / 52) }
  }

  /// Angle in radians and its rate. Gravity turns the other way in the sensor's frame.
  private static func motion(at seconds: Double) -> (angle: Double, rate: Double) {
    let inside = (seconds - restSeconds).truncatingRemainder(dividingBy: periodSeconds)
    guard seconds >= restSeconds, inside < movingSeconds,
      seconds < restSeconds + Double(repetitions) * periodSeconds
    else { return (0, 0) }
    let phase = 2 * Double.pi * inside / movingSeconds
    let height = 60 * Units.radiansPerDegree / 2
    return (height * (1 - cos(phase)), height * sin(phase) * 2 * .pi / movingSeconds)
  }
}

extension Vector3 {
  var list: [Double] { [x, y, z] }
}

extension Double {
  /// With so many digits behind the point.
  func text(_ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let steps = (abs(self) * scale).rounded()
    let whole = Int(steps)
    let digits = String(whole % Int(scale))
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + "\(whole)" }
    return sign + "\(whole / Int(scale))." + String(repeating: "0", count: decimals - digits.count)
      + digits
  }
}
