/// Which recordings are held out together in a cross-validation: those of one person, so that
/// nobody's recordings stand on both sides; or single ones where all are of one person.
package struct Folds: Sendable, Hashable {
  /// More parts than this say little more and take longer.
  package static let most = 5

  /// A part that is held out.
  package struct Part: Sendable, Hashable {
    /// The people in it, or the recordings.
    package var names: [String]
    /// Positions of its recordings.
    package var held: [Int]
  }

  /// The parts; each recording is in one of them.
  package let parts: [Part]
  /// True when whole people are held out, false when recordings of one person.
  package let isBySubject: Bool

  /// Parts the recordings. Those of which nobody said whose they are count as one person's.
  package init(_ recordings: [(name: String, subject: String?)]) {
    let subjects = Set(recordings.map(\.subject))
    isBySubject = subjects.count > 1
    let isBySubject = isBySubject
    let groups = Dictionary(grouping: recordings.indices) { index in
      isBySubject ? recordings[index].subject ?? "unnamed" : recordings[index].name
    }
    var parts: [Part] = []
    let ordered = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (name, members) in ordered {
      if parts.count < Self.most {
        parts.append(Part(names: [name], held: members))
      } else if let smallest = parts.indices.min(by: { parts[$0].held.count < parts[$1].held.count }
      ) {
        parts[smallest].names.append(name)
        parts[smallest].held.append(contentsOf: members)
      }
    }
    self.parts = parts
  }
}
