/// All candidate sets of a search where they lie: looked through without being copied.
struct CandidateSets: Sendable {
  /// Those of each place, in order.
  private let groups: [[CandidateSet]]

  init(_ groups: [[CandidateSet]]) { self.groups = groups }

  /// Where a candidate set is.
  struct Index: Sendable, Equatable {
    fileprivate var group: Int
    fileprivate var position: Int
  }

  /// The candidate set at a place, which must be one that was handed on.
  subscript(index: Index) -> CandidateSet { groups[index.group][index.position] }

  /// All of them, one after the other.
  var all: [CandidateSet] { groups.flatMap(\.self) }

  /// Those that a question is answered yes for, in order.
  func filter(_ isIncluded: (CandidateSet) -> Bool) -> [CandidateSet] {
    indices(where: isIncluded).map { self[$0] }
  }

  /// Those of some that a question is answered yes for, in order.
  func filter(_ indices: [Index], _ isIncluded: (CandidateSet) -> Bool) -> [CandidateSet] {
    indices.filter { isIncluded(groups[$0.group][$0.position]) }.map { self[$0] }
  }

  /// Where those are that a question is answered yes for, in order.
  func indices(where isIncluded: (CandidateSet) -> Bool) -> [Index] {
    var found: [Index] = []
    forEach { candidate, index in if isIncluded(candidate) { found.append(index) } }
    return found
  }

  /// Those of the highest rank, highest first and, of equals, in order.
  func highest(_ count: Int, by rank: (CandidateSet) -> Float) -> [Index] {
    var best: [(rank: Float, index: Index)] = []
    forEach { candidate, index in
      let rank = rank(candidate)
      if best.count == count, let last = best.last, last.rank >= rank { return }
      let place = best.firstIndex { $0.rank < rank } ?? best.count
      best.insert((rank, index), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.index)
  }

  /// Shows each of them, with where it is.
  @inline(__always)
  func forEach(_ body: (CandidateSet, Index) -> Void) {
    for group in groups.indices {
      for position in groups[group].indices {
        body(groups[group][position], Index(group: group, position: position))
      }
    }
  }
}
