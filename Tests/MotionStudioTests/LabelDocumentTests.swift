import MotionCore
import MotionInput
import Testing

@testable import MotionStudio

@Suite struct LabelDocumentTests {
  private static let text = """
    # by Ada
    start,end,exercise,side,kind,count,note
    1.0,8.0,bent-over-row,,set,2,"easy, warm"
    1.0,3.0,bent-over-row,,rep,,first
    6.00,8.00,bent-over-row,,rep,,

    """

  private static func document() throws -> LabelDocument {
    try LabelDocument(text, path: "x.labels.csv")
  }

  @Test func whatIsNotChangedIsWrittenAsItStood() throws {
    let document = try Self.document()
    #expect(document.labels.count == 3)
    #expect(document.text(with: document.labels) == Self.text)
  }

  @Test func aChangedRowLeavesTheOthersAndTheirColumnsAsTheyWere() throws {
    let document = try Self.document()
    var labels = document.labels
    labels[2].end = 8.5
    let text = try #require(document.text(with: labels))
    #expect(text.contains("\"easy, warm\""))
    #expect(text.contains("1.0,3.0,bent-over-row,,rep,,first\n"))
    #expect(text.contains("6.0,8.5,bent-over-row,,rep,,\n"))
    #expect(try LabelDocument(text, path: "x").labels == labels)
  }

  @Test func noLabelsAndNoCommentsAreNoFile() throws {
    #expect(try LabelDocument(nil, path: "x").text(with: []) == nil)
    #expect(try Self.document().text(with: [])?.hasPrefix("# by Ada\nstart,end") == true)
  }

  @Test func aFileThatCannotBeReadNamesItsLine() {
    let broken = "start,end,exercise,side,kind,count\n1,x,hold,,hold,\n"
    #expect(throws: InputError.self) { try LabelDocument(broken, path: "x") }
  }
}
