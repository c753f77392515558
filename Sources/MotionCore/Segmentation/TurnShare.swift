import Glibc

/// How far a movement goes, as a share of another one.
///
/// A turn shows in the movement signal as its chord, which grows ever less the wider it is: an open
/// book that stays at two fifths of the way has three fifths of the full one's chord. So arcs are
/// compared.
enum TurnShare {
  /// The share that a movement of this range is of a usual one; ranges in radians or their
  /// equivalent.
  static func share(of range: Float, in usual: Float) -> Float { arc(range) / arc(usual) }

  /// The range of a movement that goes this share of the way of a usual one.
  static func range(ofShare share: Float, in usual: Float) -> Float {
    2 * sin(share * arc(usual) / 2)
  }

  private static func arc(_ chord: Float) -> Float { 2 * asin(min(1, chord / 2)) }
}
