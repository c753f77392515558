import Glibc
import Testing

@testable import MotionCore

@Suite struct LiftTests {
  private static let rateHertz = 50.0
  private static let restFrames = 60
  /// Where a raised cosine has gone a fifth of its way, as a share of its time.
  private static let onset = acos(1 - 2 * Double(Movement.onsetThreshold)) / (2 * .pi)

  /// The lift that is read of a sensor that is carried up by `metres` and down again, and swung to the
  /// front and back at the same time, between two rests; seen from where it leaves them.
  private static func read(_ metres: Double, seconds: Double, forward: Double = 0) -> Float? {
    let count = Int(seconds * rateHertz)
    var buffer = FrameBuffer(capacity: count + 2 * restFrames)
    let radiansPerSecond = 2 * Double.pi / seconds
    for index in 0..<(count + 2 * restFrames) {
      let time = Double(index - restFrames) / rateHertz
      func acceleration(_ way: Double) -> Double {
        guard 0..<seconds ~= time else { return 0 }
        return way / 2 * radiansPerSecond * radiansPerSecond * cos(radiansPerSecond * time)
      }
      var frame = MovementVector.zero
      frame[MovementVector.verticalAccelerationChannel] = Float(
        hypot(Units.standardGravity + acceleration(metres), acceleration(forward))
          / Units.standardGravity)
      buffer.append(frame, at: index)
    }
    let unseen = Int(onset * Double(count))
    return Lift.metres(
      buffer, of: (restFrames + unseen)..<(restFrames + count - unseen),
      within: 0..<buffer.end, rateHertz: rateHertz)
  }

  /// What a high-pass takes from slow movements is still there.
  @Test(arguments: [0.05, 0.15, 0.3], [1.0, 1.6, 2.5, 4, 5.5])
  func theWayUpIsThatOfTheMovementHoweverSlow(metres: Double, seconds: Double) throws {
    let read = Double(try #require(Self.read(metres, seconds: seconds)))
    #expect(abs(read - metres) < 0.1 * metres)
  }

  /// Neither a mount nor a sign says where up is: only the size of the force is looked at.
  @Test(arguments: [1.0, 1.6, 2.5])
  func aSwingToTheFrontIsHardlyALift(seconds: Double) throws {
    #expect(try #require(Self.read(0, seconds: seconds, forward: 0.3)) < 0.02)
    #expect(abs(try #require(Self.read(0.15, seconds: seconds, forward: 0.15)) - 0.15) < 0.03)
  }

  @Test func ofWhatTakesLongNothingIsSaid() {
    #expect(Self.read(0.3, seconds: 7) == nil)
  }

  @Test func ofNoTimeNothingIsSaid() {
    var buffer = FrameBuffer(capacity: 4)
    for index in 0..<4 { buffer.append(.zero, at: index) }
    #expect(Lift.metres(buffer, of: 2..<2, within: 0..<4, rateHertz: Self.rateHertz) == nil)
  }
}
