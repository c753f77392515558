import Foundation
import MotionCore

/// Asks phyphox's remote access for what is new, and reads its answers.
///
/// Each sensor has a buffer of times and three of values. Asked for the rows behind a time, phyphox
/// gives those; asked for a buffer without one, only the last value, which is where it begins.
/// Pure: it knows what to ask next, and somebody else asks.
/// Source: the phyphox wiki, 'Remote-interface communication'; see DocC.
struct PhyphoxDecoder {
  /// The buffers of one sensor.
  private struct Sensor {
    let channel: Measurement.Channel
    let time: String
    let axes: [String]
    /// Time of the newest row, as phyphox wrote it; nil before there is one.
    var newest: Double?

    var buffers: [String] { [time] + axes }
  }

  /// What an answer brought.
  struct Outcome: Hashable {
    var measurements: [Measurement] = []
    var isMeasuring = true
    /// True where the experiment was cleared, another one was opened, or it goes on after a pause:
    /// its time stands still meanwhile.
    var isRestart = false
  }

  private enum State: Hashable {
    case fresh
    /// Answers of this session of the experiment were read.
    case following(session: String, isMeasuring: Bool)
  }

  /// Before the times of any row.
  private static let beforeAll = -1.0

  private var sensors: [Sensor]
  private var state = State.fresh

  /// A decoder for an experiment with these buffers; nil where none of them is an acceleration.
  ///
  /// - Parameter buffers: names; those of phyphox's own experiments and of ours.
  init?(buffers: Set<String>) {
    let known = [
      Sensor(channel: .force, time: "acc_time", axes: ["accX", "accY", "accZ"]),
      Sensor(channel: .rate, time: "gyr_time", axes: ["gyrX", "gyrY", "gyrZ"]),
    ]
    sensors = known.filter { buffers.isSuperset(of: $0.buffers) }
    guard sensors.contains(where: { $0.channel == .force }) else { return nil }
  }

  /// The names of the buffers that an answer to `/config` lists; nil where it is none.
  static func buffers(_ body: [UInt8]) -> Set<String>? {
    struct Configuration: Decodable {
      struct Buffer: Decodable { var name: String }
      var buffers: [Buffer]
    }
    guard let known = try? JSONDecoder().decode(Configuration.self, from: Data(body)) else {
      return nil
    }
    return Set(known.buffers.map(\.name))
  }

  /// What to ask for next.
  var path: String {
    let parts = sensors.flatMap { sensor -> [String] in
      guard let newest = sensor.newest else { return [sensor.time] }
      return ["\(sensor.time)=\(newest)"] + sensor.axes.map { "\($0)=\(newest)%7C\(sensor.time)" }
    }
    return "/get?" + parts.joined(separator: "&")
  }

  /// Reads an answer; nil where it is none.
  mutating func take(_ body: [UInt8]) -> Outcome? {
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else { return nil }
    var outcome = Outcome(isMeasuring: answer.status.measuring)
    if case .following(let session, let wasMeasuring) = state {
      outcome.isRestart = !wasMeasuring && answer.status.measuring
      if session != answer.status.session {
        outcome.isRestart = true
        for place in sensors.indices { sensors[place].newest = Self.beforeAll }
      }
    }
    for place in sensors.indices {
      outcome.measurements += Self.rows(answer, &sensors[place], &outcome.isRestart)
    }
    state = .following(session: answer.status.session, isMeasuring: answer.status.measuring)
    return outcome
  }

  private static func rows(
    _ answer: Answer, _ sensor: inout Sensor, _ isRestart: inout Bool
  ) -> [Measurement] {
    // A time that is not believed is none, nor may all that comes be older than it.
    let times = (answer.buffer[sensor.time]?.buffer ?? []).map { time in
      time.flatMap { RecordingGrid.nanoseconds(seconds: $0) == nil ? nil : $0 }
    }
    guard var newest = sensor.newest else {
      // Before the experiment has begun there is no row, and the first will come.
      sensor.newest = times.last.flatMap { $0 } ?? beforeAll
      return []
    }
    if answer.buffer[sensor.time]?.updateMode == "full" {
      // More than was asked for is given once the experiment was cleared.
      isRestart = true
      newest = beforeAll
    }
    let axes = sensor.axes.map { answer.buffer[$0]?.buffer ?? [] }
    var rows: [Measurement] = []
    for (place, time) in times.enumerated() {
      guard let time, time > newest, axes.allSatisfy({ $0.count > place }),
        let x = axes[0][place], let y = axes[1][place], let z = axes[2][place]
      else { continue }
      rows.append(
        Measurement(
          channel: sensor.channel,
          nanoseconds: Int64((time * Units.nanosecondsPerSecond).rounded()),
          vector: Vector3(x, y, z)))
      newest = time
    }
    sensor.newest = newest
    return rows
  }
}

private struct Answer: Decodable {
  struct Buffer: Decodable {
    var updateMode: String?
    /// Null for what is not a number.
    var buffer: [Double?]
  }
  struct Status: Decodable {
    var session: String
    var measuring: Bool
  }
  var buffer: [String: Buffer]
  var status: Status
}
