import Foundation
import Testing

@Suite struct DevicesTests {
  private static let hasInputDevices = FileManager.default.fileExists(atPath: "/dev/input")

  @Test(.disabled(if: hasInputDevices, "this machine may have sensors"))
  func listsNoneWhereThereAreNone() throws {
    let text = try Motioncheck.run("devices")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("No motion sensor is connected"))
    #expect(text.output.contains("motioncheck simulate"))
    let json = try Motioncheck.run("devices", "--format", "json")
    #expect(json.status == 0)
    #expect(json.output == "[]\n")
  }

  @Test func anUnknownFormatIsRefusedWithWhatIsAllowed() throws {
    let result = try Motioncheck.run("devices", "--format", "xml")
    #expect(result.status == 64)
    #expect(result.errors.contains("json"))
  }

  @Test func explainsItself() throws {
    let help = try Motioncheck.run("devices", "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("vendor:product"))
  }
}
