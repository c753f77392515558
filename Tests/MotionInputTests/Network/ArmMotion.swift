import Foundation
import MotionCore

@testable import MotionInput

/// Foundation has a type of this name, too.
typealias Measurement = MotionInput.Measurement

/// A slow movement of the arm that is known at every moment, for peers to send.
struct ArmMotion {
  /// How often it is measured, in hertz.
  var rateHertz = 100.0

  /// Specific force at a time in seconds, in m/s^2; some noise keeps it from standing still.
  func force(_ time: Double) -> Vector3 {
    let angle = 0.6 * sin(2 * .pi * time / 4)
    let noise = 0.01 * sin(1000 * time)
    return Vector3(sin(angle) * Units.standardGravity, noise, cos(angle) * Units.standardGravity)
  }

  /// Gravity alone.
  func gravity(_ time: Double) -> Vector3 { force(time) - linear(time) }

  /// Acceleration without gravity.
  func linear(_ time: Double) -> Vector3 { Vector3(0.2 * sin(3 * time), 0, 0.1) }

  /// Angular rate in rad/s.
  func rate(_ time: Double) -> Vector3 {
    Vector3(0, 0.6 * 2 * .pi / 4 * cos(2 * .pi * time / 4), 0)
  }

  /// Times of samples within these seconds.
  func times(_ seconds: Range<Double>) -> [Double] {
    (0..<Int(((seconds.upperBound - seconds.lowerBound) * rateHertz).rounded())).map {
      seconds.lowerBound + Double($0) / rateHertz
    }
  }

  /// What came, as differences from what was sent: the largest of force and of rate.
  ///
  /// - Parameter start: the time of the first sample, in seconds.
  func largestError(_ samples: [IMUSample], from start: Double) -> (force: Double, rate: Double) {
    samples.reduce((0, 0)) { worst, sample in
      let time = start + Double(sample.nanoseconds) / 1e9
      return (
        max(worst.0, (sample.specificForce - force(time)).length),
        max(worst.1, ((sample.angularRate ?? .zero) - rate(time)).length)
      )
    }
  }
}

extension [MotionReading] {
  /// The samples among them.
  var samples: [IMUSample] {
    compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
  }
  /// The gap markers among them.
  var gaps: [Marker] {
    compactMap {
      if case .marker(let marker) = $0, case .gap = marker.kind { marker } else { nil }
    }
  }
}

extension ReadingSource {
  /// What comes until there are enough samples, or the stream ends, or a minute has passed.
  func read(samples: Int) throws(InputError) -> [MotionReading] {
    let end = MonotonicClock.now() + 60_000_000_000
    var all: [MotionReading] = []
    var count = 0
    while count < samples, MonotonicClock.now() < end, let some = try next() {
      all += some
      count += some.samples.count
    }
    return all
  }

  /// Takes what comes until this is true, or a minute has passed; returns what came.
  func read(until isTrue: () -> Bool) throws(InputError) -> [MotionReading] {
    let end = MonotonicClock.now() + 60_000_000_000
    var all: [MotionReading] = []
    while !isTrue(), MonotonicClock.now() < end, let some = try next() { all += some }
    return all
  }
}
