import Testing

@testable import MotionReport

/// Nothing that somebody is called can become markup.
@Suite struct MarkupTests {
  static let hostile: [(text: String, written: String)] = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload=\"x", "&quot; onload=&quot;x"),
    ("' onload='x", "&#39; onload=&#39;x"),
    ("a & b &amp; c", "a &amp; b &amp;amp; c"),
    ("bell\u{7} null\u{0} escape\u{1B}[31m", "bell\u{FFFD} null\u{FFFD} escape\u{FFFD}[31m"),
    ("gpj.\u{202E}exe\u{2066}", "gpj.\u{FFFD}exe\u{FFFD}"),
    ("שלום مرحبا", "שלום مرحبا"),
    ("two\nlines", "two\nlines"),
    ("{{style}}", "{{style}}"),
  ]

  @Test(arguments: hostile)
  func textIsEscaped(text: String, written: String) {
    #expect(Markup(text).rendered == written)
    #expect(Markup.name(text).rendered == "<bdi>\(written)</bdi>")
    #expect(
      Markup.element("p", ["title": text], text).rendered
        == "<p title=\"\(written)\">\(written)</p>")
  }

  @Test func anElementIsWrittenWithItsAttributesInOrder() {
    let line = Markup.element("line", ["x1": "0", "class": nil, "y1": "2"])
    #expect(line.rendered == "<line x1=\"0\" y1=\"2\"/>")
    let nested = Markup.element("ul", [:], [.element("li", [:], "a"), .element("li", [:], "b")])
    #expect(nested.rendered == "<ul><li>a</li><li>b</li></ul>")
    #expect(Markup.element("td", [:], "").rendered == "<td></td>")
  }

  @Test func aPieceIsNotSearchedForPlaceholders() {
    let template = Markup(resource: Array("<i>{{a}}</i><b>{{b}}</b>{{a}}".utf8))
    let filled = template.filled(["a": Markup("{{b}}"), "b": Markup("<")])
    #expect(filled.rendered == "<i>{{b}}</i><b>&lt;</b>{{b}}")
  }
}
