import Glibc

/// A rhythmic part of a joint's course: sinusoids under an envelope.
package struct Wave: Sendable {
  /// One sinusoid whose phase wanders slowly, so that no two periods are alike.
  struct Component: Sendable {
    var amplitude: Double
    var hertz: Double
    var phase: Double
    var wanderRadians = 0.0
    var wanderHertz = 0.0
    var wanderPhase = 0.0

    func value(at time: Double) -> Double {
      let wander =
        wanderRadians == 0
        ? 0 : wanderRadians * sin(2 * .pi * wanderHertz * time + wanderPhase)
      return amplitude * sin(2 * .pi * hertz * time + phase + wander)
    }
  }

  var components: [Component]
  /// Size over time: 1 where the wave has its full amplitude.
  var envelope = Track(1)

  func value(at time: Double) -> Double {
    let size = envelope.value(at: time)
    // exactly zero between walks; most waves rest most of the time
    guard size != 0 else { return 0 }
    var sum = 0.0
    for component in components { sum += component.value(at: time) }
    return size * sum
  }
}
