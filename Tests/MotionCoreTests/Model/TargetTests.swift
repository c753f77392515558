import Testing

@testable import MotionCore

@Suite struct TargetTests {
  @Test(arguments: [(10, 9, false), (10, 10, true), (10, 11, true), (1, 0, false)])
  func isMetByAsManyAsAreAsked(reps: Int, count: Int, isMet: Bool) {
    #expect(Target(reps: reps).isMet(by: count) == isMet)
  }

  @Test func withoutANumberOneIsEnough() {
    let target = Target(reps: nil, holdSeconds: 20)
    #expect(!target.isMet(by: 0))
    #expect(target.isMet(by: 1))
  }
}
