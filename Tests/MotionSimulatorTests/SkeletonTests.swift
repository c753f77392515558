import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct SkeletonTests {
  private let skeleton = Skeleton(body: Anthropometry(heightMetres: 1.75))

  private func pose(
    _ placement: Placement, _ side: Side = .left, _ joints: [(Joint, Double)]
  ) -> Pose {
    var motion = BodyMotion()
    for (joint, level) in joints { motion[joint] = Track(level) }
    return skeleton.segment(under: placement, side, of: motion, at: 0)
  }

  /// Where the arm points, from the shoulder on.
  private func armDirection(_ side: Side, _ joints: [(Joint, Double)]) -> Vector3 {
    pose(.upperArm, side, joints).orientation * Vector3(0, 0, -1)
  }

  @Test(arguments: Side.allCases)
  func armHangsDownAndRisesForwardAndOutward(side: Side) {
    let outward = Vector3(0, side == .left ? 1 : -1, 0)
    #expect((armDirection(side, []) - Vector3(0, 0, -1)).length < 1e-9)
    let raised = armDirection(side, [(.flexion(side), 90.degrees)])
    #expect((raised - Vector3(1, 0, 0)).length < 1e-9)
    let aside = armDirection(side, [(.abduction(side), 90.degrees)])
    #expect((aside - outward).length < 1e-9)
  }

  @Test(arguments: Side.allCases)
  func openingAForwardArmSweepsItOutward(side: Side) {
    let open = armDirection(side, [(.flexion(side), 90.degrees), (.abduction(side), 90.degrees)])
    #expect((open - Vector3(0, side == .left ? 1 : -1, 0)).length < 1e-9)
  }

  @Test(arguments: Side.allCases)
  func lyingOnOneSideBringsTheOtherArmOnTop(top: Side) {
    let lying = Stance.lying(top: top).levels(of: skeleton.body)
    #expect(pose(.shoulder, top, lying).position.z > pose(.shoulder, top.other, lying).position.z)
  }

  @Test(arguments: Side.allCases)
  func shrugLiftsTheShoulderByCentimetresAndSqueezeCarriesItBack(side: Side) {
    let rest = pose(.shoulder, side, []).position
    let up = pose(.shoulder, side, [(.elevation(side), 17.degrees)]).position - rest
    let back = pose(.shoulder, side, [(.retraction(side), 11.degrees)]).position - rest
    #expect((0.04...0.08).contains(up.z))
    #expect((-0.05...(-0.02)).contains(back.x))
  }

  @Test func bodyIsMirrorSymmetric() {
    func joints(_ side: Side) -> [(Joint, Double)] {
      [
        (.pitch, 0.3), (.elevation(side), 0.1), (.retraction(side), 0.2), (.flexion(side), 0.7),
        (.abduction(side), 0.4), (.rotation(side), 0.5), (.elbow(side), 0.9),
        (.pronation(side), 0.2),
      ]
    }
    for placement in Placement.allCases {
      let left = pose(placement, .left, joints(.left)).position
      let right = pose(placement, .right, joints(.right)).position
      #expect((left - Vector3(right.x, -right.y, right.z)).length < 1e-9)
    }
  }

  @Test func segmentsKeepTheirLengths() {
    let joints: [(Joint, Double)] = [(.flexion(.left), 1), (.elbow(.left), 1.5), (.pitch, 0.5)]
    let shoulder = pose(.shoulder, .left, joints).position
    let arm = pose(.upperArm, .left, joints).position
    #expect(abs((arm - shoulder).length - 0.55 * 0.186 * 1.75) < 1e-9)
  }
}

@Suite struct StanceTests {
  typealias Route = (from: Stance, to: Stance, by: [Stance])

  private static let routes: [Route] = [
    (.standing, .lying(top: .left), [.kneeling, .sitting, .lying(top: .left)]),
    (.lying(top: .left), .lying(top: .right), [.sitting, .lying(top: .right)]),
    (.lying(top: .right), .bentOver, [.sitting, .kneeling, .standing, .bentOver]),
    (.bentOver, .kneeling, [.standing, .kneeling]),
    (.seated, .lying(top: .left), [.standing, .kneeling, .sitting, .lying(top: .left)]),
    (.sitting, .seated, [.kneeling, .standing, .seated]),
    (.sitting, .sitting, []),
  ]

  @Test(arguments: routes)
  func routesPassThroughWhatLiesBetween(route: Route) {
    #expect(route.from.route(to: route.to) == route.by)
  }
}
