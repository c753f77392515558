/// From when to when a movement is away from rest, as frames.
struct Plateau: Sendable {
  var start: Int
  var end: Int

  /// How long it is, in frames.
  var length: Int { end - start }

  /// True where so many and so many others may be the same, as `areSame` says.
  static func mayBeSame(_ count: Int, _ others: Int) -> Bool {
    2 * min(count, others) >= max(count, others)
  }

  /// True where half of each have their middle within one of the others, each in one of its own:
  /// what is away from rest in one view is at rest in a view of the opposite direction.
  ///
  /// - Parameters:
  ///   - some: plateaus in order of time.
  ///   - others: likewise.
  static func areSame(_ some: [Plateau], _ others: [Plateau]) -> Bool {
    var shared = 0
    var place = 0
    for plateau in some {
      let middle = (plateau.start + plateau.end) / 2
      while place < others.count, others[place].end < middle { place += 1 }
      guard place < others.count, others[place].start <= middle else { continue }
      (shared, place) = (shared + 1, place + 1)
    }
    return 2 * shared >= max(some.count, others.count)
  }
}
