import MotionCore

/// What the keys of a terminal ask of a guided session.
///
/// A figure for pain is one key, except that 1 may be the beginning of 10: it is held back until
/// the next key, or for a moment.
package struct KeyDecoder: Sendable {
  /// How long the 0 of 10 is waited for, in nanoseconds.
  static let digitNanoseconds: Int64 = 1_200_000_000

  private var heldBack: Int64?
  private var escape: [UInt8] = []

  /// A decoder that has seen no key.
  package init() {}

  /// Takes the bytes that came up to now, perhaps none.
  ///
  /// - Parameter now: monotonic time in nanoseconds.
  package mutating func take(_ bytes: [UInt8], at now: Int64) -> [GuideIntent] {
    var intents: [GuideIntent] = []
    for byte in bytes { intents += take(byte, at: now) }
    if let since = heldBack, now - since >= Self.digitNanoseconds {
      heldBack = nil
      intents.append(.painLevel(1))
    }
    return intents
  }

  private mutating func take(_ byte: UInt8, at now: Int64) -> [GuideIntent] {
    if let arrow = takeEscape(byte) { return arrow }
    if heldBack != nil {
      heldBack = nil
      if byte == UInt8(ascii: "0") { return [.painLevel(10)] }
      return [.painLevel(1)] + (Self.isEnter(byte) ? [] : take(byte, at: now))
    }
    switch byte {
    case UInt8(ascii: "1"):
      heldBack = now
      return []
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return [.painLevel(Int(byte - UInt8(ascii: "0")))]
    default:
      return Self.intent(of: byte).map { [$0] } ?? []
    }
  }

  private static func intent(of byte: UInt8) -> GuideIntent? {
    switch Character(Unicode.Scalar(byte)).lowercased() {
    case " ": .pause
    case "n": .next
    case "b": .back
    case "s": .switchSide
    case "p": .pain
    case "q": .finish
    case "u": .undo
    default: nil
    }
  }

  private static func isEnter(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Arrow keys come as `ESC [ C` or `ESC O C`; any other such sequence means nothing, and its
  /// letters are not keys.
  private mutating func takeEscape(_ byte: UInt8) -> [GuideIntent]? {
    if byte == 0x1B {
      escape = [byte]
      return []
    }
    guard !escape.isEmpty else { return nil }
    escape.append(byte)
    let isIntroducer =
      escape.count == 2 && (byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O"))
    guard !isIntroducer else { return [] }
    guard escape.count > 2 else {
      // Escape by itself, and then another key.
      escape = []
      return nil
    }
    guard (0x40...0x7E).contains(byte) else { return [] }
    escape = []
    switch byte {
    case UInt8(ascii: "C"): return [.next]
    case UInt8(ascii: "D"): return [.back]
    default: return []
    }
  }
}
