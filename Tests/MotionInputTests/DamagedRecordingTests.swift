import MotionCore
import Testing

@testable import MotionInput

/// Whatever the bytes are, reading gives an error or readings that keep every promise.
@Suite struct DamagedRecordingTests {
  private static let fragments = [
    "nan", "-inf", "1e999", "9223372036.854775807", "-9223372036.854775808", "1e18", "-1e300",
    "2305843009.2", "#", "# marker ", "# marker 2305843009 gap\n", "\n", "\r\n", ",", ",,", "\"",
    "-", "0.0", "99999999999999999999999999", ".", "e", " ", "\u{FEFF}", "t,ax,ay,az\n", "é",
  ].map { Array($0.utf8) }

  private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...30, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[start] = .random(in: 9...255, using: &random)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default: bytes.insert(contentsOf: fragments.randomElement(using: &random) ?? [], at: start)
      }
    }
    return bytes
  }

  private static let original = Array(
    (Fixture.header + "\n" + Fixture.steady(12) + "# marker 0.12 set-start hold\n"
      + Fixture.steady(12, from: 50) + Fixture.steady(12, from: 3)).utf8)

  @Test(arguments: 0..<8)
  func promisesHoldWhateverTheDamage(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var usable = 0
    for _ in 0..<300 {
      let bytes = Self.damaged(Self.original, &random)
      guard let outcome = try? Fixture.read(bytes: bytes) else { continue }
      usable += 1
      let times = outcome.samples.map(\.nanoseconds)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
      #expect(outcome.samples.allSatisfy { $0.specificForce.isFinite })
      #expect(outcome.samples.allSatisfy { RecordingGrid.round($0) == $0 })
      let inPieces = try Fixture.read(bytes: bytes, pieceBytes: 13)
      let isSame = inPieces == outcome
      #expect(isSame)
      var text = CanonicalText()
      outcome.readings.forEach { text.append($0) }
      let again = try Fixture.read(bytes: text.bytes)
      let isUnchanged = again.readings == outcome.readings
      #expect(isUnchanged)
    }
    #expect(usable > 100)
  }
}
