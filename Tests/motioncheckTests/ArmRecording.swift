import Foundation

/// A recording of an arm that is raised and lowered again and again: clean enough that there is no
/// doubt about what happens in it.
struct ArmRecording {
  var repetitions = 6
  var rateHertz = 50.0
  var movingSeconds = 2.4
  var restSeconds = 0.8
  var edgeSeconds = 2.0
  var raisedDegrees = 60.0
  var metadata: [String] = []

  static let header = "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2],gx [rad/s],gy [rad/s],gz [rad/s]"

  var seconds: Double {
    2 * edgeSeconds + Double(repetitions) * (movingSeconds + restSeconds)
  }

  /// The rows with their times.
  var rows: [(seconds: Double, text: String)] {
    (0..<Int(seconds * rateHertz)).map { index in
      let time = Double(index) / rateHertz
      let (angle, rate) = motion(at: time)
      let fields = [time, 9.81 * sin(angle), 0, 9.81 * cos(angle), 0, -rate, 0]
      return (time, fields.map { String(format: "%.5f", $0) }.joined(separator: ","))
    }
  }

  var text: String {
    (metadata + [Self.header] + rows.map(\.text)).joined(separator: "\n") + "\n"
  }

  /// Angle in radians and its rate: one raised cosine a repetition.
  private func motion(at time: Double) -> (angle: Double, rate: Double) {
    let period = movingSeconds + restSeconds
    let inside = (time - edgeSeconds).truncatingRemainder(dividingBy: period)
    let isMoving =
      time >= edgeSeconds && time < seconds - edgeSeconds && inside < movingSeconds
    guard isMoving else { return (0, 0) }
    let height = raisedDegrees * .pi / 180 / 2
    let phase = 2 * .pi * inside / movingSeconds
    return (height * (1 - cos(phase)), height * sin(phase) * 2 * .pi / movingSeconds)
  }
}
