import MotionCore
import Testing

@testable import MotionInput

/// Frames as a WitMotion sensor sends them.
enum WitMotionFrames {
  /// Acceleration in m/s^2 and rotation in rad/s, with the angles that real ones send, too.
  static func frames(force: Vector3, rate: Vector3) -> [UInt8] {
    let g = 32768 / 16 / Units.standardGravity
    let degrees = 32768 / 2000 / Units.radiansPerDegree
    return frame(0x51, force * g) + frame(0x52, rate * degrees) + frame(0x53, .zero)
  }

  private static func frame(_ kind: UInt8, _ values: Vector3) -> [UInt8] {
    var frame: [UInt8] = [0x55, kind]
    for value in [values.x, values.y, values.z, 25] {
      let number = UInt16(bitPattern: Int16(value.rounded()))
      frame += [UInt8(number & 0xFF), UInt8(number >> 8)]
    }
    return frame + [frame.reduce(0, &+)]
  }
}

@Suite struct WitMotionDecoderTests {
  private static let force = Vector3(0.55, -3, 9.3)
  private static let rate = Vector3(1, -0.5, 0.55)

  @Test(arguments: [1, 4, 11, 500])
  func framesComeInPiecesOfAnySize(piece: Int) {
    var decoder = WitMotionDecoder()
    let bytes = (0..<50).flatMap { _ in WitMotionFrames.frames(force: Self.force, rate: Self.rate) }
    var some: [Measurement] = []
    for (place, start) in stride(from: 0, to: bytes.count, by: piece).enumerated() {
      some += decoder.take(
        bytes[start..<min(bytes.count, start + piece)], at: Int64(place) * 1_000_000)
    }
    #expect(some.count == 100 && decoder.skippedBytes == 0)
    let forces = some.filter { $0.channel == .force }
    #expect(forces.allSatisfy { ($0.vector - Self.force).length < 0.01 })
    #expect(
      some.filter { $0.channel == .rate }.allSatisfy { ($0.vector - Self.rate).length < 0.002 })
    #expect(zip(forces, forces.dropFirst()).allSatisfy { $0.nanoseconds < $1.nanoseconds })
  }

  @Test func lostAndWrongBytesCostTheirFrameAlone() {
    var decoder = WitMotionDecoder()
    var bytes = (0..<20).flatMap { _ in WitMotionFrames.frames(force: Self.force, rate: Self.rate) }
    bytes[40] ^= 1
    bytes.remove(at: 200)
    let some = decoder.take([1, 0x55, 0x55, 0x51] + bytes, at: 0)
    #expect(some.count >= 38)
    #expect(
      some.filter { $0.channel == .force }.allSatisfy { ($0.vector - Self.force).length < 0.01 })
    #expect(decoder.skippedBytes > 3)
  }

  @Test func noiseIsNoFrame() {
    var (decoder, random) = (WitMotionDecoder(), SplitMix64(seed: 5))
    let noise = (0..<20_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    _ = decoder.take(noise, at: 0)
    #expect(decoder.skippedBytes > 19_000)
  }
}
