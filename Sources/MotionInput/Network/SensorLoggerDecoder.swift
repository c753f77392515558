import Foundation
import MotionCore

/// Reads the messages that Sensor Logger pushes (iPhone, Android, Apple Watch).
///
/// Messages are numbered and may come out of order or twice: one that is early waits for those
/// before it, though not for ever. Pure: the time of arrival comes with each message.
/// Source: the app's README of HTTP push; see DocC, 'Sensors over the network'.
struct SensorLoggerDecoder {
  /// How long a message waits for an earlier one, in nanoseconds.
  static let longestWait: Int64 = 2_000_000_000
  /// More than this many never wait.
  static let mostWaiting = 64

  private enum State {
    case fresh
    /// Messages of one session up to `next` were passed on; later ones wait since when they came.
    case following(session: String, next: Int, waiting: [Int: (Message, since: Int64)])
  }

  /// What a message brought.
  struct Outcome {
    var measurements: [Measurement] = []
    /// True where the app began another session.
    var isRestart = false
  }

  private var state = State.fresh
  /// Messages that came twice, or after they had been given up.
  private(set) var lateMessages = 0
  /// Messages that never came in time.
  private(set) var missingMessages = 0

  /// Takes a message that came at this time of the monotonic clock.
  mutating func take(_ message: Message, at now: Int64) -> Outcome {
    var outcome = Outcome()
    if case .following(let session, _, let waiting) = state, session != message.session {
      // What still waits of the session before is all that will come of it.
      for number in waiting.keys.sorted() {
        outcome.measurements += waiting[number]?.0.measurements ?? []
      }
      outcome.isRestart = true
      state = .fresh
    }
    guard case .following(let session, let next, var waiting) = state else {
      state = .following(session: message.session, next: message.number + 1, waiting: [:])
      outcome.measurements += message.measurements
      return outcome
    }
    if message.number < next || waiting[message.number] != nil {
      lateMessages += 1
    } else {
      waiting[message.number] = (message, now)
    }
    state = .following(session: session, next: next, waiting: waiting)
    outcome.measurements += release(at: now)
    return outcome
  }

  /// What has waited long enough; to be asked from time to time.
  mutating func release(at now: Int64) -> [Measurement] {
    guard case .following(let session, var next, var waiting) = state else { return [] }
    var measurements: [Measurement] = []
    while let first = waiting.keys.min() {
      let isDue =
        waiting.count > Self.mostWaiting
        || waiting.values.contains { now - $0.since >= Self.longestWait }
      guard first == next || isDue else { break }
      missingMessages += first - next
      next = first + 1
      measurements += waiting.removeValue(forKey: first)?.0.measurements ?? []
    }
    state = .following(session: session, next: next, waiting: waiting)
    return measurements
  }
}

// MARK: - Messages

extension SensorLoggerDecoder {
  /// One message, as far as it concerns motion.
  struct Message: Sendable {
    var number: Int
    var session: String
    var device: String
    var measurements: [Measurement]
    /// Sensors in it that say nothing of motion, such as `battery`.
    var otherSensors: Set<String>
  }

  /// Reads a body; nil where it is no message of the app.
  static func message(_ body: [UInt8]) -> Message? {
    guard let raw = try? JSONDecoder().decode(RawMessage.self, from: Data(body)),
      possibleNumbers.contains(raw.messageId)
    else { return nil }
    var message = Message(
      number: raw.messageId, session: raw.sessionId, device: raw.deviceId, measurements: [],
      otherSensors: [])
    for entry in raw.payload {
      guard let channels = channels[entry.name.lowercased().filter { $0 != " " }] else {
        message.otherSensors.insert(entry.name)
        continue
      }
      for (channel, prefixes) in channels {
        guard let vector = entry.vector(prefixes) else { continue }
        message.measurements.append(
          Measurement(channel: channel, nanoseconds: entry.time, vector: vector))
      }
    }
    return message
  }

  /// Names of sensors without spaces, and what is added up of their values.
  /// Messages are counted from the start of the app's recording: years of them at 1000 a second.
  private static let possibleNumbers = 0...1 << 40

  private static let channels: [String: [(Measurement.Channel, [String])]] = [
    "accelerometer": [(.linearAcceleration, [""])],
    "gravity": [(.gravity, [""])],
    "gyroscope": [(.rate, [""])],
    "totalacceleration": [(.force, [""])],
    "accelerometeruncalibrated": [(.uncalibratedForce, [""])],
    "wristmotion": [
      (.watchForce, ["gravity", "acceleration"]), (.watchRate, ["rotationRate"]),
    ],
  ]
}

private struct RawMessage: Decodable {
  var messageId: Int
  var sessionId: String
  var deviceId: String
  var payload: [RawEntry]
}

private struct RawEntry: Decodable {
  var name: String
  /// Nanoseconds since 1970.
  var time: Int64
  var values: [String: Double]

  private enum Key: CodingKey { case name, time, values }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let entry = try decoder.container(keyedBy: Key.self)
    name = try entry.decode(String.self, forKey: .name)
    // Exact as a whole number; some versions write an exponent.
    time =
      try (try? entry.decode(Int64.self, forKey: .time))
      ?? Int64(exactly: entry.decode(Double.self, forKey: .time).rounded()) ?? .max
    // Other sensors have texts and lists among their values.
    let fields = try entry.nestedContainer(keyedBy: AnyKey.self, forKey: .values)
    values = Dictionary(
      fields.allKeys.compactMap { key in
        (try? fields.decode(Double.self, forKey: key)).map { (key.stringValue, $0) }
      }, uniquingKeysWith: { $1 })
  }

  /// The sum of the vectors whose names begin so; nil where a part is missing.
  func vector(_ prefixes: [String]) -> Vector3? {
    var sum = Vector3.zero
    for prefix in prefixes {
      let names = ["x", "y", "z"].map { prefix.isEmpty ? $0 : prefix + $0.uppercased() }
      let parts = names.compactMap { values[$0] }
      guard parts.count == 3 else { return nil }
      sum = sum + Vector3(parts[0], parts[1], parts[2])
    }
    return sum
  }
}
