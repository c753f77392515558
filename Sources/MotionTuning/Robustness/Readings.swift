import MotionCore

extension [MotionReading] {
  /// The samples, in the order of the stream.
  package var samples: [IMUSample] {
    compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
  }

  /// The usual time between two samples, in seconds; 0 with fewer than two.
  package var stepSeconds: Double {
    let times = samples.map(\.nanoseconds)
    let steps = zip(times.dropFirst(), times).map { $0 - $1 }.sorted()
    return steps.isEmpty ? 0 : Double(steps[steps.count / 2]) / Units.nanosecondsPerSecond
  }

  /// The same with every sample changed by itself; markers stay.
  package func mapSamples(_ change: (IMUSample) -> IMUSample) -> [MotionReading] {
    map { reading in
      if case .sample(let sample) = reading { .sample(change(sample)) } else { reading }
    }
  }

  /// The same so many seconds later.
  package func moved(by seconds: Double) -> [MotionReading] {
    let shift = Int64((seconds * Units.nanosecondsPerSecond).rounded())
    return map { reading in
      switch reading {
      case .sample(var sample):
        sample.nanoseconds += shift
        return .sample(sample)
      case .marker(var marker):
        marker.nanoseconds += shift
        return .marker(marker)
      }
    }
  }
}

extension IMUSample {
  /// The same with the specific force changed, in m/s^2.
  func withForce(_ change: (Vector3) -> Vector3) -> IMUSample {
    var sample = self
    sample.specificForce = change(specificForce)
    return sample
  }

  /// The same with the angular rate changed, in rad/s, where there is one.
  func withRate(_ change: (Vector3) -> Vector3) -> IMUSample {
    var sample = self
    sample.angularRate = angularRate.map(change)
    return sample
  }
}

extension SeededNumbers {
  /// Three independent numbers of mean 0 and standard deviation 1.
  mutating func normalVector() -> Vector3 { Vector3(normal(), normal(), normal()) }
}
