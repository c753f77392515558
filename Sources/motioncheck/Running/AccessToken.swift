import Foundation
import MotionInput

/// The secret that a phone must know to send, or to see the page: part of the URL.
///
/// It is made once and kept, readable by the person alone, so that a phone that was set up once
/// can be used every day; whoever removes the file gets another one.
struct AccessToken {
  /// No letters and figures that are taken for each other: it may be typed.
  private static let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
  /// 31 signs give 5 bits each; 60 bits are never guessed over a network.
  private static let length = 12

  let text: String

  /// The person's token; made where there is none yet.
  ///
  /// - Throws: `InputError.system` when it cannot be kept.
  static func usual() throws(InputError) -> AccessToken {
    let path = DataFolder.path + "/token"
    if let known = kept(path) { return known }
    try DataFolder.make(DataFolder.path)
    let token = fresh()
    try PendingFile.write(token.text + "\n", to: path)
    return token
  }

  /// One that is used once and not kept.
  static func fresh() -> AccessToken {
    AccessToken(text: String((0..<length).map { _ in signs.randomElement() ?? "x" }))
  }

  private static func kept(_ path: String) -> AccessToken? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isWhole =
      token.count >= length && token.allSatisfy { $0.isASCII && $0.isLetter || $0.isNumber }
    return isWhole ? AccessToken(text: token) : nil
  }
}
