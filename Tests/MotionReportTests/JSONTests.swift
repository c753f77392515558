import MotionReport
import Testing

@Suite struct JSONTests {
  static let documents: [(JSON, String)] = [
    (JSON.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.integer(-7), "-7"),
    (.number(2), "2.0"), (.number(1.23449), "1.234"), (.number(1.2345001), "1.235"),
    (.number(-0.0001), "0.0"), (.number(.nan), "null"), (.number(.infinity), "null"),
    (.array([]), "[]"), (.array([.integer(1), .null]), "[1,null]"), (.object([]), "{}"),
    (["b": .integer(1), "a": .integer(2)], #"{"b":1,"a":2}"#),
    (JSON(nil as Double?), "null"), (JSON(3.5 as Double?), "3.5"),
  ]

  @Test(arguments: documents)
  func rendersOnOneLine(document: JSON, expected: String) {
    #expect(document.rendered == expected)
  }

  @Test(arguments: [
    ("plain", #""plain""#), (#"a"b\c"#, #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{1}\u{1F}", #""\u0001\u001f""#), ("\r\n", #""\r\n""#), ("größer °", "\"größer °\""),
    ("\u{9B}\u{202E}", #""\u009b\u202e""#),
  ])
  func escapesText(text: String, expected: String) {
    #expect(JSON.string(text).rendered == expected)
  }
}
