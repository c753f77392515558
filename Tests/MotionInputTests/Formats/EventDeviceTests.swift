import Testing

@testable import MotionInput

/// Recordings of a kernel's input device that is no motion sensor: a touchpad has axes, too.
@Suite struct EventDeviceTests {
  private static let properties = [
    ("P: 40", "P: 05"), ("properties: [6]", "properties: [0, 2]"),
    ("6 (INPUT_PROP_ACCELEROMETER)", "0 (INPUT_PROP_POINTER)"),
  ]

  private static func text(with part: String) throws -> String {
    let texts = FormatSample.linux.map { String(decoding: $0.files[0].bytes, as: UTF8.self) }
    return try #require(texts.first { $0.contains(part) })
  }

  @Test(arguments: properties)
  func aTouchpadIsRefused(sensor: String, touchpad: String) throws {
    let text = try Self.text(with: sensor)
    #expect(try !Fixture.read(text).samples.isEmpty)
    let error = try #require(throws: InputError.self) {
      try Fixture.read(text.replacing(sensor, with: touchpad))
    }
    #expect(error.description.contains("'A Controller Motion Sensors' is no motion sensor"))
  }

  @Test func ofSeveralDevicesTheFirstIsRead() throws {
    let first = "    properties: [6]\n"
    let second = "- node: /dev/input/event21\n    properties: [0, 2]\n"
    let text = try Self.text(with: first).replacing(first, with: first + second)
    #expect(try !Fixture.read(text).samples.isEmpty)
  }
}
