import MotionCore
import Testing

@testable import MotionInput

@Suite struct DecimalTests {
  static func value(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    var position = 0
    guard let decimal = Decimal.scan(bytes.span, at: &position), position == bytes.count else {
      return nil
    }
    return decimal.value(in: bytes.span, 0..<position)
  }

  @Test(arguments: [
    "0", "-0.0", "1", "+1.5", ".5", "5.", "-9.80665", "9.364549000E-3", "1e-300", "1e300",
    "123456789012345678901234567890", "0.1234567890123456789012345", "4.9406564584124654e-324",
    "1.7976931348623157e308", "9007199254740993", "0.000000000000000000000000001", "1e23",
  ])
  func isTheNearestDouble(text: String) throws {
    let trimmed = text.hasPrefix("+") ? String(text.dropFirst()) : text
    #expect(Self.value(text)?.bitPattern == Double(trimmed)?.bitPattern)
  }

  @Test func randomNumbersAreTheNearestDouble() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 0...8, using: &random)
      let whole = Int.random(in: -99...99, using: &random)
      let part = (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
      let text = "\(whole).\(part)e\(Int.random(in: -25...25, using: &random))"
      #expect(Self.value(text) == Double(text), "\(text)")
    }
  }

  @Test(arguments: ["", "-", ".", "e5", "x", "nan", "--1", "+-1", "1.2.3", "1 2", "0x10"])
  func isNoNumber(text: String) {
    #expect(Self.value(text) == nil)
  }

  @Test(
    arguments: [
      ("0.0000005", TimeUnit.seconds, 500), ("1.9999999999", .seconds, 2_000_000_000),
      ("1e3", .milliseconds, 1_000_000_000), ("-2.5", .microseconds, -2500),
      ("0e99", .seconds, 0), ("1e-40", .seconds, 0),
      ("9223372036.854775807", .seconds, Int64.max), ("9223372037", .seconds, nil),
      ("1e20", .nanoseconds, nil),
    ] as [(String, TimeUnit, Int64?)])
  func timesAreExact(text: String, unit: TimeUnit, nanoseconds: Int64?) throws {
    let bytes = Array(text.utf8)
    var position = 0
    let decimal = try #require(Decimal.scan(bytes.span, at: &position))
    #expect(decimal.nanoseconds(in: unit) == nanoseconds)
  }
}

@Suite struct RecordingGridTests {
  static func rounded(_ vector: Vector3) -> Vector3 {
    RecordingGrid.round(IMUSample(nanoseconds: 0, specificForce: vector)).specificForce
  }

  @Test func roundingTwiceChangesNothing() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<1000 {
      let vector = Vector3(.random(in: -100...100, using: &random), 0, 1e12)
      let once = Self.rounded(vector)
      #expect(Self.rounded(once) == once)
      #expect(abs(once.x - vector.x) <= 0.5001 / RecordingGrid.stepsPerUnit)
    }
  }

  @Test func thereIsNoNegativeZero() {
    #expect(Self.rounded(Vector3(-0.0, -1e-9, 0)).x.sign == .plus)
    #expect(Self.rounded(Vector3(-0.0, -1e-9, 0)).y.sign == .plus)
  }

  @Test(
    arguments: [(1499, 1000), (1500, 2000), (-1500, -1000), (-1501, -2000), (0, 0)]
      as [(Int64, Int64)])
  func timesGoToTheNearestMicrosecond(time: Int64, rounded: Int64) {
    #expect(RecordingGrid.round(nanoseconds: time) == rounded)
  }
}
