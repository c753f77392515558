import MotionCore

/// A change of a recording's frame or clock that must not change a count at all.
package enum Invariance: String, Sendable, CaseIterable {
  case rotation
  case mirror
  case timeShift = "time shift"
  case sign

  private static let shiftSeconds = 86_400.123

  /// The same movement as another frame or clock tells it. The same seed gives the same change.
  package func applied(to readings: [MotionReading], seed: UInt64) -> [MotionReading] {
    switch self {
    case .rotation:
      let turn = Rows(seed: seed)
      return readings.mapSamples { $0.withForce(turn.rotated).withRate(turn.rotated) }
    // Angular rate is an axial vector: of it a mirror turns what lies in its plane.
    case .mirror:
      return readings.mapSamples {
        $0.withForce { Vector3(-$0.x, $0.y, $0.z) }.withRate { Vector3($0.x, -$0.y, -$0.z) }
      }
    case .timeShift: return readings.moved(by: Self.shiftSeconds)
    case .sign: return readings.mapSamples { $0.withForce { -$0 } }
    }
  }

  /// A rotation by its matrix.
  private struct Rows {
    private let rows: (Vector3, Vector3, Vector3)

    /// Two random directions, made orthogonal (Gram and Schmidt), and their vector product.
    init(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      let first = numbers.normalVector().normalized
      let other = numbers.normalVector()
      let second = (other - first * first.dot(other)).normalized
      rows = (first, second, first.cross(second))
    }

    func rotated(_ vector: Vector3) -> Vector3 {
      Vector3(rows.0.dot(vector), rows.1.dot(vector), rows.2.dot(vector))
    }
  }
}
