import Foundation
import Testing

@testable import MotionInput

/// A phone that pushes what it measures to a session.
@Suite struct PhoneTests {
  @Test func aPushedSessionIsWhatAReplayOfItsRecordingIs() async throws {
    let folder = try TemporaryFolder()
    let recording = folder.path("recording.csv")
    let process = try Motioncheck.start(
      Motioncheck.executable,
      [
        "live", "--source", "http://0/secret", "--exercise", "repetition", "--format", "json",
        "--record", recording,
      ], in: folder
    ) { "/dev/null" }
    try await wait(for: "/secret", in: folder, of: process)
    let url = try #require(try folder.read("stderr").firstMatch(of: /127\.0\.0\.1:(\d+)/))
    let port = try #require(UInt16(url.1))
    let rows = ArmRecording().rows
    for (number, start) in stride(from: 0, to: rows.count, by: 20).enumerated() {
      let texts = rows[start..<min(rows.count, start + 20)].map(\.text)
      let status = try await OwnThread.run { try Self.push(number, texts, port) }
      #expect(status == 200)
    }
    try await wait(for: "rep 6", in: folder, of: process)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit(orKillAfter: 30)
    #expect(process.terminationStatus == 0)
    let live = try folder.read("stdout")
    let replay = try Motioncheck.run(
      "replay", recording, "--exercise", "repetition", "--format", "json")
    #expect(try sets(live) == sets(replay.output))
    #expect(try sets(live).contains("\"count\":6"))
  }

  @Test func withoutASensorAPhoneIsOffered() throws {
    let result = try Motioncheck.run("live", "--device", "no such sensor", "--no-record")
    #expect(result.status == 2)
    #expect(result.errors.contains("Sensor Logger"))
    #expect(result.errors.contains("phyphox://PHONE"))
  }

  @Test func printsAnExperimentForPhyphox() throws {
    let result = try Motioncheck.run("devices", "--phyphox")
    #expect(result.status == 0 && result.output.hasPrefix("<phyphox version="))
  }

  @Test func aPageIsForWhoKnowsItsToken() async throws {
    let folder = try TemporaryFolder()
    let process = try Motioncheck.start(
      Motioncheck.executable,
      [
        "live", "--source", "http://0/secret", "--exercise", "repetition", "--no-record", "--page",
        "0",
      ], in: folder
    ) { "/dev/null" }
    try await wait(for: "/secret", in: folder, of: process)
    let url = try #require(try folder.read("stderr").firstMatch(of: /127\.0\.0\.1:(\d+)\/(\w+)/))
    let (port, token) = (try #require(UInt16(url.1)), String(url.2))
    let page = try await OwnThread.run { try Self.answer(to: "GET /\(token)/", port) }
    #expect(page.contains("200 OK") && page.contains("aria-live=\"polite\""))
    let refused = try await OwnThread.run { try Self.answer(to: "GET /another/", port) }
    #expect(refused.contains("403") && !refused.contains("aria-live"))
    let odd = try await OwnThread.run { try Self.answer(to: "POST /\(token)/intent/fly", port) }
    #expect(odd.contains("404"))
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit(orKillAfter: 30)
  }

  private func sets(_ report: String) throws -> String {
    let begin = try #require(report.range(of: "\"sets\":"))
    let end = try #require(report.range(of: ",\"quality\":"))
    return String(report[begin.lowerBound..<end.lowerBound])
  }

  /// Sends rows as Sensor Logger does; returns the answer's status.
  private static func push(_ number: Int, _ rows: [String], _ port: UInt16) throws -> Int {
    let entries = rows.flatMap { row -> [String] in
      let fields = row.split(separator: ",").compactMap { Double($0) }
      let time = 1_700_000_000_000_000_000 + Int64((fields[0] * 1e9).rounded())
      return [("totalacceleration", 1), ("gyroscope", 4)].map { name, place in
        "{\"name\":\"\(name)\",\"time\":\(time),\"values\":{\"x\":\(fields[place]),"
          + "\"y\":\(fields[place + 1]),\"z\":\(fields[place + 2])}}"
      }
    }
    let body =
      "{\"messageId\":\(number),\"sessionId\":\"s\",\"deviceId\":\"d\",\"payload\":["
      + entries.joined(separator: ",") + "]}"
    let answer = try answer(to: "POST /secret", port, body: body)
    return answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  private static func answer(to request: String, _ port: UInt16, body: String = "") throws -> String
  {
    let socket = try Socket(.stream, to: NetworkAddress(host: "127.0.0.1", port: port))
    let head = "\(request) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    try socket.send(
      Array((head + "Content-Length: \(body.utf8.count)\r\n\r\n" + body).utf8))
    var answer: [UInt8] = []
    while let some = try socket.receive(waitingMilliseconds: 10_000), !some.isEmpty {
      answer += some
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private func wait(
    for text: String, in folder: TemporaryFolder, of process: Process
  ) async throws {
    for _ in 0..<600 where process.isRunning {
      if try folder.read("stderr").contains(text) { return }
      if try folder.read("stdout").contains(text) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("no '\(text)': \(try folder.read("stderr"))")
  }
}
