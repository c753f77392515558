import MotionCore
import Testing

@testable import MotionInput

@Suite struct KeyDecoderTests {
  private static func intents(_ keys: String) -> [GuideIntent] {
    var decoder = KeyDecoder()
    return decoder.take(Array(keys.utf8), at: 0)
  }

  @Test(arguments: [
    (" ", GuideIntent.pause), ("n", .next), ("N", .next), ("b", .back), ("s", .switchSide),
    ("p", .pain), ("P", .pain), ("q", .finish), ("0", .painLevel(0)), ("7", .painLevel(7)),
    ("\u{1B}[C", .next), ("\u{1B}[D", .back), ("\u{1B}OC", .next),
  ])
  func eachKeyHasItsMeaning(keys: String, intent: GuideIntent) {
    #expect(Self.intents(keys) == [intent])
  }

  /// None of their letters is a key: `ESC [ 1 5 ~` has a 1 in it, and a focus event an I.
  @Test(arguments: ["x", "\r", "\u{1B}[A", "\u{1B}[15~", "\u{1B}[1;5Q", "\u{7F}", "\u{C3}\u{A4}"])
  func otherKeysMeanNothing(keys: String) {
    #expect(Self.intents(keys).isEmpty)
  }

  @Test func severalKeysKeepTheirOrder() {
    #expect(Self.intents("np4") == [.next, .pain, .painLevel(4)])
  }

  @Test func oneAndZeroAreTen() {
    #expect(Self.intents("10") == [.painLevel(10)])
    #expect(Self.intents("1\n") == [.painLevel(1)])
    #expect(Self.intents("1n") == [.painLevel(1), .next])
  }

  @Test func oneAloneIsHeldBackForAMoment() {
    var decoder = KeyDecoder()
    #expect(decoder.take(Array("1".utf8), at: 0).isEmpty)
    #expect(decoder.take([], at: 1_000_000_000).isEmpty)
    #expect(decoder.take([], at: 1_200_000_000) == [.painLevel(1)])
    #expect(decoder.take([], at: 9_000_000_000).isEmpty)
  }
}
