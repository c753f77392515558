import Foundation
import Glibc
import MotionCore
import Testing

@testable import MotionInput

/// Sensors in the network against imitations of them on loopback.
@Suite(.serialized) struct NetworkSourceTests {
  private final class Told {
    var lines: [String] = []
    func hears(_ text: String) -> Bool { lines.contains { $0.contains(text) } }
  }

  private static func open(_ argument: String, _ told: Told) throws -> any ReadingSource {
    try SourceAddress(argument: argument).open { told.lines.append($0) }
  }

  private static let motion = ArmMotion()

  // MARK: phyphox

  @Test func phyphoxIsStartedAndPolled() async throws {
    try await onOwnThread {
      let (phone, told) = (try FakePhyphox(), Told())
      let source = try Self.open("phyphox://\(phone.address)", told)
      _ = try source.read { phone.isMeasuring }
      #expect(phone.isMeasuring)
      phone.change { $0.times = Self.motion.times(0.01..<8) }
      let samples = try source.read(samples: 780).samples
      #expect(samples.count >= 780 && samples.allSatisfy { $0.angularRate != nil })
      let error = Self.motion.largestError(samples, from: 0.01)
      #expect(error.force < 1e-4 && error.rate < 1e-4)
      #expect(told.hears("was started"))
    }
  }

  @Test func phyphoxIsPausedClearedAndLost() async throws {
    try await onOwnThread {
      let (phone, told) = (
        try FakePhyphox(FakePhyphox.State(isMeasuring: true)), Told()
      )
      let source = try Self.open("phyphox://\(phone.address)", told)
      _ = try source.read { told.hears("connected") }
      poll(nil, 0, 300)
      phone.change { $0.times = Self.motion.times(0.01..<3) }
      var readings = try source.read(samples: 290)
      #expect(readings.gaps.isEmpty && readings.samples.count >= 290)
      phone.change { $0.isMeasuring = false }
      _ = try source.read { told.hears("was stopped on the phone") }
      phone.change {
        $0.isMeasuring = true
        $0.times += Self.motion.times(3..<5)
      }
      readings = try source.read(samples: 190)
      #expect(readings.gaps.count == 1)
      phone.change {
        $0.times = Self.motion.times(0.01..<2)
        $0.givesAll = true
      }
      readings = try source.read(samples: 150)
      #expect(readings.gaps.count == 1 && readings.samples.count >= 150)
      #expect(source.notices.contains { $0.contains("clock started anew") })
    }
  }

  @Test func anotherProgramAtThePortIsNotPhyphox() async throws {
    try await onOwnThread {
      let server = try HTTPListener(NetworkAddress(host: "127.0.0.1", port: 0)) { _ in
        .init(statusCode: .ok, body: Data("<html>".utf8))
      }
      let source = try Self.open("phyphox://\(server.address)", Told())
      let error = try #require(throws: InputError.self) { try source.read(samples: 1) }
      #expect(error.description.contains("is not phyphox"))
    }
  }

  @Test(arguments: ["phyphox://127.0.0.1:9", "ws://127.0.0.1:9", "dsu://127.0.0.1:9"])
  func whereNobodyIsThereItIsOneClearError(argument: String) async throws {
    try await onOwnThread {
      let source = try Self.open(argument, Told())
      let error = try #require(throws: InputError.self) { try source.read(samples: 1) }
      #expect(error.description.contains("cannot be reached"))
      #expect(error.description.contains("127.0.0.1:9"))
    }
  }

  // MARK: SensorServer

  @Test func sensorServerIsReadAndTakenUpAgain() async throws {
    try await onOwnThread {
      let (phone, told) = (try FakeSensorServer(), Told())
      let source = try Self.open("ws://\(phone.address)", told)
      _ = try source.read { phone.connections == 1 }
      phone.send("{\"type\":\"android.sensor.light\",\"values\":[1]}")
      for time in Self.motion.times(100..<104) { phone.send(at: time) }
      let samples = try source.read(samples: 390).samples
      #expect(samples.count >= 390)
      let error = Self.motion.largestError(samples, from: 100)
      #expect(error.force < 1e-4 && error.rate < 1e-3)
      phone.disconnect()
      _ = try source.read { told.hears("connection was lost") && phone.connections == 1 }
      for time in Self.motion.times(105..<108) { phone.send(at: time) }
      let later = try source.read(samples: 290).samples
      #expect(later.count >= 290)
      #expect(told.hears("is back after"))
      #expect(source.notices.contains { $0.contains("was disconnected once") })
    }
  }

  // MARK: DSU

  @Test func aDSUServerIsSubscribedToAndItsPacketsSorted() async throws {
    try await onOwnThread {
      let (server, told) = (try FakeUDPServer(), Told())
      let source = try Self.open("dsu://127.0.0.1:\(server.port)", told)
      let subscription = server.receive()
      #expect(subscription.count == DSUDecoder.subscription(client: 0).count)
      #expect(subscription.starts(with: Array("DSUC".utf8)))
      var maker = DSUPackets()
      var readings: [MotionReading] = []
      var packets = Self.motion.times(0..<5).map { time in
        maker.next(force: Self.motion.force(time), rate: Self.motion.rate(time), at: time)
      }
      packets.swapAt(100, 101)
      packets.insert(packets[200], at: 201)
      packets.remove(at: 300)
      for (place, packet) in packets.enumerated() {
        server.send(packet)
        server.send(Array("garbage".utf8))
        poll(nil, 0, 10)
        if place % 20 == 0 { readings += try #require(try source.next()) }
      }
      readings += try source.read(samples: 480 - readings.samples.count)
      let samples = readings.samples
      #expect(samples.count >= 480 && samples.allSatisfy { $0.angularRate != nil })
      #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.nanoseconds < $1.nanoseconds })
      #expect(samples.allSatisfy { abs($0.specificForce.length - Units.standardGravity) < 0.1 })
      #expect(told.hears("answers"))
    }
  }

  // MARK: WitMotion

  @Test func aWitMotionSensorIsReadAtItsPort() async throws {
    try await onOwnThread {
      var ends: (sensor: Int32, port: Int32) = (-1, -1)
      try #require(openpty(&ends.sensor, &ends.port, nil, nil, nil) == 0)
      defer {
        close(ends.sensor)
        close(ends.port)
      }
      let told = Told()
      let path = String(cString: ttyname(ends.port))
      let source = try Self.open("serial:\(path)@9600?protocol=witmotion", told)
      _ = try source.read { told.hears("the port is open") }
      var readings: [MotionReading] = []
      for time in Self.motion.times(0..<4) {
        let bytes = WitMotionFrames.frames(
          force: Self.motion.force(time), rate: Self.motion.rate(time))
        _ = write(ends.sensor, bytes, bytes.count)
        poll(nil, 0, 10)
        if Int(time * 100) % 20 == 0 { readings += try #require(try source.next()) }
      }
      readings += try source.read(samples: 390 - readings.samples.count)
      let samples = readings.samples
      #expect(samples.count >= 390 && samples.allSatisfy { $0.angularRate != nil })
      #expect(samples.allSatisfy { abs($0.specificForce.length - Units.standardGravity) < 0.1 })
    }
  }
}

@Suite struct NetworkAddressTests {
  @Test(arguments: [
    ("8765", "127.0.0.1:8765"), ("0.0.0.0:80", "0.0.0.0:80"), ("[::1]:9", "[::1]:9"),
    ("localhost:1", "localhost:1"),
  ])
  func aListenerIsThisMachinesUnlessAnAddressIsGiven(text: String, address: String) {
    #expect(NetworkAddress(listener: text)?.description == address)
  }

  @Test(arguments: ["", "x", ":80", "1.2.3.4", "1.2.3.4:x", "1.2.3.4:70000", "a b:1", "[::1]"])
  func whatIsNoListenerIsNone(text: String) {
    #expect(NetworkAddress(listener: text) == nil)
  }

  @Test(arguments: [
    ("http://8765", SourceAddress.push(.init(host: "127.0.0.1", port: 8765), token: nil)),
    ("http://0.0.0.0:1/ab-c", .push(.init(host: "0.0.0.0", port: 1), token: "ab-c")),
    ("phyphox://phone", .phyphox(.init(host: "phone", port: 8080))),
    ("phyphox://10.0.0.7:80/", .phyphox(.init(host: "10.0.0.7", port: 80))),
    ("ws://phone.local", .sensorServer(.init(host: "phone.local", port: 8080))),
    ("dsu://deck", .dsu(.init(host: "deck", port: 26760))),
    (
      "serial:/dev/ttyUSB0@9600?protocol=witmotion",
      .serial(path: "/dev/ttyUSB0", baud: 9600, dialect: .witmotion)
    ),
  ])
  func sourcesInTheNetworkAreNamedByURLs(argument: String, address: SourceAddress) throws {
    #expect(try SourceAddress(argument: argument) == address)
  }

  @Test(arguments: [
    "http://", "http://phone", "http://1.2.3.4:5/a b", "phyphox://", "phyphox://a b", "ws://x:0",
    "dsu://x:port", "gopher://x", "serial:/dev/x?protocol=other",
  ])
  func whatCannotBeMeantIsRefusedWithWhatCan(argument: String) throws {
    let error = try #require(throws: InputError.self) { try SourceAddress(argument: argument) }
    #expect(error.description.contains("phyphox://HOST"))
  }
}
