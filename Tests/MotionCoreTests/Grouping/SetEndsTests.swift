import Testing

@testable import MotionCore

/// An arm that is moved out and back six times, and what comes before and after.
@Suite struct SetEndsTests {
  private static let up = ArmWay(degrees: 80)
  private static let down = ArmWay(degrees: 0, restSeconds: 1)
  private static let hangs = ArmWay(degrees: 0, restSeconds: 3)
  private static let repetitions = (0..<6).flatMap { _ in [up, down] }

  /// To the lap, or from it.
  private static func lap(seconds: Double) -> ArmWay {
    ArmWay(degrees: -75, seconds: seconds, restSeconds: 3)
  }

  @Test func whatComesBackToItsRestIsCounted() {
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + [Self.hangs]) == 6)
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + [Self.lap(seconds: 1.5)]) == 6)
    #expect(ArmWay.count([Self.lap(seconds: 1), Self.hangs] + Self.repetitions) == 6)
  }

  /// Past where it hangs, without a stop there.
  @Test func whatGoesOnToAnotherPostureIsLettingGo() {
    let end = [Self.up, Self.lap(seconds: 1.2)]
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + end) == 6)
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + end + [Self.hangs, Self.hangs]) == 6)
  }

  @Test func whatComesFromAnotherPostureIsTakingThePosition() {
    let begin = [Self.lap(seconds: 1), ArmWay(degrees: 80, seconds: 1.2), Self.down]
    #expect(ArmWay.count(begin + Self.repetitions + [Self.hangs]) == 6)
  }

  /// Minutes later the signal that showed it is gone, and one more movement, too far away to be of the
  /// set, has all looked at again.
  @Test func whatWasFoundOnceIsKnownFromThenOn() {
    let begin = [Self.lap(seconds: 1), ArmWay(degrees: 80, seconds: 1.2), Self.down]
    let pause = [ArmWay(degrees: 0, restSeconds: MovementFinder.memorySeconds + 10)]
    let set = begin + Self.repetitions + pause + [Self.up, Self.hangs]
    #expect(ArmWay.count(set) == 6)
  }

  /// The first one begins, or the last one ends, with the weight on the knee: on the side of the others
  /// it is one of them.
  @Test(arguments: [0.0, 30])
  func whatBeginsOrEndsHalfWayIsARepetition(degrees: Double) {
    let knee = ArmWay(degrees: degrees, restSeconds: 3)
    #expect(ArmWay.count([knee] + Self.repetitions + [Self.hangs]) == 6)
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + [Self.up, knee]) == 7)
  }

  /// However long it is until something else has all looked at again.
  @Test func whatEndedHalfWayIsKnownFromThenOn() {
    let knee = [ArmWay(degrees: 30, restSeconds: 3), ArmWay(degrees: 50)]
    let set = [Self.hangs] + Self.repetitions + [Self.up] + knee
    let pause = [ArmWay(degrees: 30, restSeconds: MovementFinder.memorySeconds + 10)]
    #expect(ArmWay.count(set + pause + [Self.lap(seconds: 1), Self.hangs]) == 7)
  }

  /// A tired person comes down slowly, and lies down at once.
  @Test func aSlowWayBackIsARepetition() {
    let slow = [Self.up, ArmWay(degrees: 0, seconds: 1.6), Self.lap(seconds: 1)]
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + slow) == 7)
  }

  /// The hand lies in the lap, and nothing more comes: what was told while it went there is taken back
  /// then, however often somebody looks.
  @Test(arguments: [1, 10, 1000])
  func whileItLastsItIsKnownAsSoonAsAtTheEnd(stride: Int) {
    let end = [Self.up, Self.lap(seconds: 1.2)]
    #expect(ArmWay.count([Self.hangs] + Self.repetitions + end, askingEvery: stride) == 6)
  }

  /// Whoever sits up after each set has the arm about as far away then as when it is out: out and back
  /// as well as back and out, were it not for the time.
  @Test(arguments: [(5.0, 6), (2.4, 7)])
  func whatStaysLongerAtBothEndsIsTheRest(seconds: Double, count: Int) {
    let sits = ArmWay(degrees: 115, seconds: 0.6, restSeconds: 2)
    let out = ArmWay(degrees: 130, seconds: 0.6, restSeconds: 2.4)
    let back = ArmWay(degrees: 0, seconds: 0.6, restSeconds: 2.4)
    let lies = ArmWay(degrees: 0, seconds: 0.6, restSeconds: seconds)
    let repetitions = [lies] + (0..<5).flatMap { _ in [out, back] } + [out, lies]
    #expect(ArmWay.count([sits] + repetitions + [sits]) == count)
  }
}
