/// All candidate sets of a search where they lie: looked through without being copied.
struct CandidateSets: Sendable {
  /// Those of each place, in order.
  let lists: [CandidateList]

  init(_ lists: [CandidateList]) { self.lists = lists }

  init(_ groups: [[CandidateSet]]) { lists = groups.map { CandidateList($0) } }

  /// Where a candidate set is.
  struct Index: Sendable, Equatable {
    fileprivate var list: Int
    fileprivate var position: Int
  }

  /// The candidate set at a place, which must be one that was handed on.
  subscript(index: Index) -> CandidateSet { lists[index.list].sets[index.position] }

  /// All of them, one after the other.
  var all: [CandidateSet] { lists.flatMap(\.sets) }

  /// A candidate set where it lies, with its outline.
  struct Place: Sendable {
    var index: Index
    var outline: CandidateSet.Outline
  }

  /// Where those are that a question is answered yes for, in order.
  func places(where isIncluded: (CandidateSet.Outline) -> Bool) -> [Place] {
    var found: [Place] = []
    forEach { outline, index in
      if isIncluded(outline) { found.append(Place(index: index, outline: outline)) }
    }
    return found
  }

  /// Those that a question is answered yes for, in order.
  func filter(_ isIncluded: (CandidateSet.Outline) -> Bool) -> [CandidateSet] {
    places(where: isIncluded).map { self[$0.index] }
  }

  /// Those of the highest rank, highest first and, of equals, in order.
  func highest(_ count: Int, by rank: (CandidateSet.Outline) -> Float) -> [Index] {
    var best: [(rank: Float, index: Index)] = []
    forEach { outline, index in
      let rank = rank(outline)
      if best.count == count, let last = best.last, last.rank >= rank { return }
      let place = best.firstIndex { $0.rank < rank } ?? best.count
      best.insert((rank, index), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.index)
  }

  @inline(__always)
  private func forEach(_ body: (CandidateSet.Outline, Index) -> Void) {
    for list in lists.indices {
      for position in lists[list].outlines.indices {
        body(lists[list].outlines[position], Index(list: list, position: position))
      }
    }
  }
}
