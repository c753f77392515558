import Testing

@testable import MotionCore

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("plain größer 日本 👩‍👧", "plain größer 日本 👩‍👧"), ("\u{1B}]0;x\u{7}", "\u{FFFD}]0;x\u{FFFD}"),
    ("a\u{9B}31m", "a\u{FFFD}31m"), ("gpj.\u{202E}exe", "gpj.\u{FFFD}exe"),
    ("\u{2066}a\u{2069}\u{200E}\u{200F}", "\u{FFFD}a\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("over\rwritten", "over\u{FFFD}written"), ("a\tb\nc", "a\tb\nc"),
  ])
  func nothingIsLeftThatATerminalObeys(text: String, shown: String) {
    #expect(text.printable == shown)
    #expect(text.printable.printable == shown)
  }

  @Test func aLineHasNoOtherLineInIt() {
    #expect("a\tb\nc".printableLine == "a\u{FFFD}b\u{FFFD}c")
  }
}
