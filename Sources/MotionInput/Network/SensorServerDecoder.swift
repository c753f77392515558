import Foundation
import MotionCore

/// Reads the messages of SensorServer (Android): a measurement each, in SI units, with gravity.
///
/// Source: the project's README; times count in nanoseconds from when the phone was started.
enum SensorServerDecoder {
  private static let channels: [String: Measurement.Channel] = [
    "android.sensor.accelerometer": .force,
    "android.sensor.accelerometer_uncalibrated": .uncalibratedForce,
    "android.sensor.gyroscope": .rate,
  ]

  /// The path of the two sensors together.
  static let path =
    "/sensors/connect?types=%5B%22android.sensor.accelerometer%22,"
    + "%22android.sensor.gyroscope%22%5D"

  private struct Message: Decodable {
    var type: String
    var timestamp: Int64
    var values: [Double]
  }

  /// The measurement in a message; nil where there is none.
  static func measurement(_ text: [UInt8]) -> Measurement? {
    guard let message = try? JSONDecoder().decode(Message.self, from: Data(text)),
      let channel = channels[message.type], message.values.count >= 3
    else { return nil }
    let vector = Vector3(message.values[0], message.values[1], message.values[2])
    return Measurement(channel: channel, nanoseconds: message.timestamp, vector: vector)
  }
}
