import Foundation
import MotionInput

/// A URL that a phone is to open or to send to, and how it gets there: as a QR code where the
/// machine can draw one.
struct PhoneURL {
  /// Addresses that stand for all of this machine.
  private static let everywhere: Set<String> = ["0.0.0.0", "::"]

  let text: String

  /// The URL of what listens here.
  ///
  /// - Parameter token: the first part of its path.
  init(_ listener: NetworkAddress, token: String) {
    var address = listener
    if Self.everywhere.contains(address.host) {
      address.host = NetworkAddress.ofThisMachine.first ?? NetworkAddress.loopback
    }
    text = "http://\(address)/\(token)"
  }

  /// The code as lines of text blocks; nil where `qrencode` is not installed or fails.
  ///
  /// What a phone's camera needs is drawn by the program that does it best (Debian's qrencode).
  var code: String? {
    guard let path = InstalledProgram.path(of: "qrencode") else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--type=UTF8", "--margin=2", text]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// For a terminal: the code where there is one, and the URL.
  func lines(isTerminal: Bool) -> String { (isTerminal ? code ?? "" : "") + "  \(text)\n" }

  /// The port that the advice for phones names.
  static let usualPort: UInt16 = 8765

  /// What a phone is to push to once `live` listens at the usual port: lines for a terminal; none
  /// where this machine is in no network.
  static func usualPush(isTerminal: Bool) -> [String] {
    guard let host = NetworkAddress.ofThisMachine.first, let token = try? AccessToken.usual() else {
      return []
    }
    let url = PhoneURL(NetworkAddress(host: host, port: usualPort), token: token.text)
    let code = isTerminal ? url.code ?? "" : ""
    return [
      "with Sensor Logger, the URL to push to is (listen with 'motioncheck live --source "
        + "http://0.0.0.0:\(usualPort)'):",
      code + "  \(url.text)",
    ]
  }
}
