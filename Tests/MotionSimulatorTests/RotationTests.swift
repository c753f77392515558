import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct RotationTests {
  @Test(arguments: [
    (Rotation.aboutX(90.degrees), Vector3(0, 1, 0), Vector3(0, 0, 1)),
    (Rotation.aboutY(90.degrees), Vector3(0, 0, 1), Vector3(1, 0, 0)),
    (Rotation.aboutZ(90.degrees), Vector3(1, 0, 0), Vector3(0, 1, 0)),
  ])
  func turnsRightHanded(rotation: Rotation, before: Vector3, after: Vector3) {
    #expect((rotation * before - after).length < 1e-12)
  }

  @Test func productAppliesTheRightHandFactorFirst() {
    let product = Rotation.aboutZ(90.degrees) * Rotation.aboutX(90.degrees)
    #expect((product * Vector3(0, 1, 0) - Vector3(0, 0, 1)).length < 1e-12)
  }

  @Test(arguments: [1e-9, 0.01, 1, 3.1])
  func rotationVectorSurvivesTheRoundTrip(angle: Double) {
    let vector = Vector3(1, -2, 2) * (angle / 3)
    let back = Rotation(rotationVector: vector).rotationVector
    #expect((back - vector).length < 1e-9 * max(1, angle))
  }

  @Test func angleIsThatOfTheShorterWay() {
    #expect(abs(Rotation.aboutX(270.degrees).angle - 90.degrees) < 1e-9)
  }

  @Test func randomRotationsSendAnAxisEverywhereEqually() {
    var random = SeededRandom(seed: 4)
    let tips = (0..<4_000).map { _ in Rotation.random(using: &random) * Vector3(0, 0, 1) }
    let mean = tips.reduce(.zero, +) / 4_000
    // on a sphere each coordinate is uniform, of variance one third
    let variance = tips.reduce(0) { $0 + $1.z * $1.z } / 4_000
    #expect(mean.length < 0.05)
    #expect(abs(variance - 1.0 / 3) < 0.02)
  }
}
