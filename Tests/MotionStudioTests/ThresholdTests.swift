import MotionCore
import MotionReport
import Testing

@testable import MotionStudio

@Suite struct ThresholdTests {
  private static func exercise() throws -> Exercise {
    try #require(Exercise.named("bent-over-row"))
  }

  @Test func everyThresholdIsShownWithUnitDefaultAndRange() throws {
    let exercise = try Self.exercise()
    let text = exercise.studioJSON.rendered
    for field in exercise.parameters.described {
      #expect(text.contains("\"name\":\"\(field.name)\",\"unit\":\"\(field.unit)\""))
      #expect(text.contains("\"start\":\(field.value),\"usual\":\(field.value)"))
    }
  }

  @Test func theUsualValueStaysBesideOneOfAParameterFile() throws {
    let changed = try Self.exercise().with(["minimumRangeDegrees": 9])
    #expect(changed.studioJSON.rendered.contains("\"start\":9.0,\"usual\":6.0"))
  }

  @Test func aValueThatIsNotAllowedChangesNothing() throws {
    let exercise = try Self.exercise()
    #expect(throws: ParameterError.self) { try exercise.with(["minimumRangeDegrees": 99]) }
    #expect(throws: ParameterError.self) { try exercise.with(["nonsense": 1]) }
  }

  @Test(arguments: [
    ("127.0.0.1:80", true), ("localhost:80", true), ("[::1]:80", true), ("192.168.1.4", true),
    ("evil.example", false), ("127.0.0.1.evil.example:80", false), ("", false), ("[x]", false),
  ])
  func onlyAnAddressInFiguresIsTheStudios(host: String, isAddress: Bool) {
    #expect(SameOrigin.isAddress(host) == isAddress)
  }

  @Test func everyPartOfThePageIsInTheProgram() throws {
    let page = String(decoding: FrontFile.page, as: UTF8.self)
    #expect(page.contains("front/main.js"))
    var (open, known) = (["main.js"], Set(["main.js"]))
    while let name = open.popLast() {
      let file = try #require(FrontFile(name), "\(name)")
      for match in String(decoding: file.bytes, as: UTF8.self).matches(of: /from "\.\/(.+?)"/) {
        if known.insert(String(match.1)).inserted { open.append(String(match.1)) }
      }
    }
    #expect(known.count > 20)
    #expect(FrontFile("studio.css")?.type == "text/css")
    #expect(FrontFile("../main.js") == nil)
  }
}
