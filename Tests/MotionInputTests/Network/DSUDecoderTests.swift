import MotionCore
import Testing

@testable import MotionInput

/// Packets as a DSU server makes them.
struct DSUPackets {
  var server: UInt32 = 77
  var slot: UInt8 = 0
  private(set) var number: UInt32 = 0

  /// The next packet; force in m/s^2, rate in rad/s, time in seconds.
  mutating func next(force: Vector3, rate: Vector3, at time: Double) -> [UInt8] {
    number += 1
    var packet = Array("DSUS".utf8) + bytes(UInt16(1001)) + bytes(UInt16(84)) + bytes(UInt32(0))
    packet += bytes(server) + bytes(UInt32(0x10_0002))
    packet += [slot, 2, 2, 1, 1, 2, 3, 4, 5, 6, 5, 1] + bytes(number)
    packet += Array(repeating: 0, count: 68 - packet.count)
    packet += bytes(UInt64(time * 1e6))
    for value in [force.x, force.y, force.z] {
      packet += bytes(Float(value / Units.standardGravity).bitPattern)
    }
    for value in [rate.x, rate.y, rate.z] {
      packet += bytes(Float(value / Units.radiansPerDegree).bitPattern)
    }
    packet.replaceSubrange(8..<12, with: bytes(CRC32.checksum(packet)))
    return packet
  }

  private func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

@Suite struct DSUDecoderTests {
  private static let force = Vector3(1, -2, 9.5)
  private static let rate = Vector3(0.1, 0.2, -3)

  /// Packets 10 ms apart whose values differ.
  private static func packets(_ count: Int, _ maker: inout DSUPackets) -> [[UInt8]] {
    (0..<count).map { place in
      maker.next(
        force: force + Vector3(Double(place) / 100, 0, 0), rate: rate, at: Double(place) / 100)
    }
  }

  private static func take(
    _ packets: [[UInt8]], _ decoder: inout DSUDecoder, from start: Int64 = 0
  ) -> [DSUDecoder.Outcome] {
    packets.enumerated().map { decoder.take($1, at: start + Int64($0) * 10_000_000) }
  }

  @Test func theChecksumIsThatOfTheStandard() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func readsForceAndRateInSIUnits() throws {
    var (maker, decoder) = (DSUPackets(), DSUDecoder())
    let outcome = decoder.take(maker.next(force: Self.force, rate: Self.rate, at: 1), at: 5)
    guard case .measurements(let some) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let force = try #require(some.first { $0.channel == .force })
    let rate = try #require(some.first { $0.channel == .rate })
    #expect((force.vector - Self.force).length < 1e-5)
    #expect((rate.vector - Self.rate).length < 1e-5)
    #expect(force.nanoseconds == rate.nanoseconds)
  }

  @Test func latePacketsAndRepeatedOnesAreLeftOut() {
    var (maker, decoder) = (DSUPackets(), DSUDecoder())
    let some = Self.packets(8, &maker)
    let outcomes = Self.take([some[4], some[6], some[5], some[6], some[7]], &decoder)
    #expect(outcomes.map { $0 == .nothing } == [false, false, true, true, false])
  }

  @Test func oneControllerIsListenedTo() {
    var (one, other, decoder) = (DSUPackets(), DSUPackets(slot: 1), DSUDecoder())
    let outcomes = Self.take(Self.packets(2, &one) + Self.packets(2, &other), &decoder)
    #expect(outcomes.map { $0 == .nothing } == [false, false, true, true])
  }

  @Test func aServerThatIsStartedAnewIsFollowed() {
    var (maker, decoder) = (DSUPackets(), DSUDecoder())
    _ = Self.take(Self.packets(5, &maker), &decoder)
    var anew = DSUPackets(server: 78)
    let outcomes = Self.take(Self.packets(2, &anew), &decoder, from: 1_000_000_000)
    guard case .restarted = outcomes[0], case .measurements = outcomes[1] else {
      Issue.record("\(outcomes)")
      return
    }
  }

  @Test func aControllerWithoutMotionIsNone() {
    var (maker, decoder) = (DSUPackets(), DSUDecoder())
    #expect(decoder.take(maker.next(force: .zero, rate: .zero, at: 0), at: 0) == .nothing)
  }

  @Test(arguments: [0, 4, 6, 9, 50, 99])
  func aBrokenPacketIsSaidToBeOne(place: Int) {
    var (maker, decoder) = (DSUPackets(), DSUDecoder())
    var packet = maker.next(force: Self.force, rate: Self.rate, at: 0)
    packet[place] ^= 0x10
    guard case .invalid = decoder.take(packet, at: 0) else {
      Issue.record("byte \(place)")
      return
    }
    guard case .invalid = decoder.take([], at: 0) else {
      Issue.record("an empty packet")
      return
    }
  }

  @Test func theSubscriptionHasItsOwnChecksum() {
    var packet = DSUDecoder.subscription(client: 5)
    #expect(packet.count == 28 && packet[6] == 12)
    let sum = packet[8..<12].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    packet.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    #expect(CRC32.checksum(packet) == sum)
  }
}
