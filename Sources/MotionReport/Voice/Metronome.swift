import MotionCore

/// Sounds the tempo that is asked for: a beat for the way out, a beat for the way back.
package struct Metronome: Sendable {
  /// Beats of a repetition: out, and back.
  private static let beatsPerRep = 2.0

  private var beat: Int?

  package init() {}

  /// True when a beat is due.
  ///
  /// - Parameters:
  ///   - seconds: time of the stream.
  ///   - exercise: what is being done; nil while nothing is.
  package mutating func isDue(at seconds: Double, in exercise: Exercise?) -> Bool {
    guard case .cycle(let parameters) = exercise?.parameters else {
      beat = nil
      return false
    }
    let now = Int(seconds * Self.beatsPerRep / parameters.slowRepSeconds)
    defer { beat = now }
    return now != beat
  }
}
