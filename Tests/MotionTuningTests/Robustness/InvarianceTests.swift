import MotionCore
import Testing

@testable import MotionTuning

@Suite struct InvarianceTests {
  private let readings = [MotionReading].numbered(50, hertz: 50)

  private func changed(_ change: Invariance) -> [IMUSample] {
    change.applied(to: readings, seed: 3).samples
  }

  /// The volume of three vectors: a rotation keeps it, a mirror turns its sign.
  private func volume(_ a: Vector3, _ b: Vector3, _ c: Vector3) -> Double { a.cross(b).dot(c) }

  @Test func aRotationKeepsLengthsAnglesAndHandedness() {
    let axes = [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)].map { axis in
      MotionReading.sample(IMUSample(nanoseconds: 0, specificForce: axis, angularRate: axis))
    }
    let turned = Invariance.rotation.applied(to: axes, seed: 3).samples
    #expect(turned.allSatisfy { abs($0.specificForce.length - 1) < 1e-12 })
    #expect(turned.allSatisfy { $0.specificForce == $0.angularRate })
    let forces = turned.map(\.specificForce)
    #expect(abs(volume(forces[0], forces[1], forces[2]) - 1) < 1e-12)
    #expect(forces[0] != Vector3(1, 0, 0))
  }

  /// What turns by a rate changes its direction by the rate's vector product with it, in either
  /// world.
  @Test func inAMirrorTurnsStillMoveWhatTheyMove() {
    for (mirrored, sample) in zip(changed(.mirror), readings.samples) {
      let rate = sample.angularRate ?? .zero
      let change = rate.cross(sample.specificForce)
      let seen = (mirrored.angularRate ?? .zero).cross(mirrored.specificForce)
      #expect(seen == Vector3(-change.x, change.y, change.z))
    }
  }

  @Test func aTimeShiftMovesTimesOnly() {
    let shifts = zip(changed(.timeShift), readings.samples).map { $0.nanoseconds - $1.nanoseconds }
    #expect(Set(shifts).count == 1 && shifts[0] != 0)
    #expect(changed(.timeShift).map(\.angularRate) == readings.samples.map(\.angularRate))
  }

  @Test func theOtherSignIsOfTheForceOnly() {
    #expect(changed(.sign).map(\.specificForce) == readings.samples.map { -$0.specificForce })
    #expect(changed(.sign).map(\.angularRate) == readings.samples.map(\.angularRate))
  }
}
