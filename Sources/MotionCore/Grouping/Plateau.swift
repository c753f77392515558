/// From when to when a movement is away from rest, as frames.
struct Plateau: Sendable {
  var start: Int
  var end: Int

  /// How long it is, in frames.
  var length: Int { end - start }

  /// True where so many of the middles of some lie within others that these are half of each: what
  /// is away from rest in one view is at rest in a view of the opposite direction.
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
      if place < others.count, others[place].start <= middle { shared += 1 }
    }
    return 2 * shared >= max(some.count, others.count)
  }
}
