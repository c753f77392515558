/// Detectors of equal `MovementWeights`, which so read the same movement signal: in a programme mostly
/// those of repetitions, and those of positions. It is conditioned once for all of them.
struct DetectorGroup: Sendable {
  /// The detectors. Asked by position: one is large, and dear to copy.
  var detectors: [ExerciseDetector]
  private var conditioner: MotionConditioner

  /// - Parameters:
  ///   - detector: the first one, which says how the signal is weighed.
  ///   - rateHertz: rate of the uniform samples.
  init(_ detector: ExerciseDetector, rateHertz: Double) {
    detectors = [detector]
    conditioner = MotionConditioner(weights: detector.weights, rateHertz: rateHertz)
  }

  /// How the signal is weighed.
  var weights: MovementWeights { detectors[0].weights }

  /// Takes the next sample; true when the candidate sets may have changed.
  mutating func process(_ sample: UniformSample) -> Bool {
    var isChanged = false
    conditioner.process(sample) { reading, output in
      for place in detectors.indices {
        isChanged = detectors[place].take(output, of: reading) || isChanged
      }
    }
    let gyroscope = conditioner.gyroscope
    for place in detectors.indices where detectors[place].gyroscope != gyroscope {
      detectors[place].take(gyroscope)
    }
    return isChanged
  }

  /// Goes on after a gap of this length, in seconds; infinite where the signal ends, and what is
  /// running is closed.
  mutating func interrupt(for seconds: Double) {
    conditioner.interrupt(for: seconds) { reading, output in
      for place in detectors.indices { _ = detectors[place].take(output, of: reading) }
    }
  }
}
