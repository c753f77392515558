/// Candidate sets in order, with the outline of each beside them: a candidate set is large, and of
/// the thousands of an hour all but a few are passed over at each look.
struct CandidateList: Sendable {
  /// Which list it is, and how often it had changed: lists of the same version are the same.
  struct Version: Sendable, Hashable {
    var owner: Owner
    var changes = 0
  }

  /// Whose list it is: that of a search, or of one of its trackers.
  struct Owner: Sendable, Hashable {
    var search: Int
    var tracker: Int?
  }

  /// The candidate sets.
  private(set) var sets: [CandidateSet]
  /// The outline of each.
  private(set) var outlines: [CandidateSet.Outline]
  /// Its version; nil for one that was made for a single look.
  private(set) var version: Version?

  /// A list of these.
  init(_ sets: [CandidateSet]) {
    self.sets = sets
    outlines = sets.map(\.outline)
  }

  /// A list that is kept and grows, the only one of its owner.
  init(owner: Owner) {
    self.init([])
    version = Version(owner: owner)
  }

  mutating func append(_ candidate: CandidateSet) {
    sets.append(candidate)
    outlines.append(candidate.outline)
    version?.changes += 1
  }

  mutating func replace(at position: Int, with candidate: CandidateSet) {
    sets[position] = candidate
    outlines[position] = candidate.outline
    version?.changes += 1
  }

  mutating func remove(at position: Int) {
    sets.remove(at: position)
    outlines.remove(at: position)
    version?.changes += 1
  }

  mutating func removeAll(where isGone: (CandidateSet.Outline) -> Bool) {
    for position in outlines.indices.reversed() where isGone(outlines[position]) {
      remove(at: position)
    }
  }

  /// Of some places that where the score is lowest; nil of none.
  func lowest(_ places: some Sequence<Int>) -> Int? {
    places.min { outlines[$0].score < outlines[$1].score }
  }
}

extension CandidateList {
  /// How much the one explains that explains most.
  var explained: Float { outlines.reduce(0) { max($0, $1.explained) } }

  /// How many candidate sets of given-up trackers are kept for the same set.
  static let mostRetiredAtOnce = 4
  /// How many movements they may have in all, beyond which those that say least are forgotten: more
  /// than an hour of restless movement leaves behind (5500 in simulation), so that a session of a
  /// day needs little more memory and time than one of an hour.
  static let mostRetiredMovements = 8192

  /// Keeps the candidate sets of a tracker that is given up, but for those that better ones already
  /// cover.
  ///
  /// - Parameter fewest: with fewer movements they are not worth remembering.
  mutating func retire(_ candidates: [CandidateSet], fewest: Int) {
    for candidate in candidates where candidate.count >= fewest {
      let rivals = outlines.indices.filter {
        !outlines[$0].isApart(from: candidate) && sets[$0].isLikely(candidate)
      }
      if rivals.count < Self.mostRetiredAtOnce {
        append(candidate)
      } else if let weakest = lowest(rivals), outlines[weakest].score < candidate.score {
        replace(at: weakest, with: candidate)
      }
    }
    var kept = outlines.reduce(0) { $0 + $1.listedCount }
    while kept > Self.mostRetiredMovements, let weakest = lowest(outlines.indices) {
      kept -= outlines[weakest].listedCount
      remove(at: weakest)
    }
  }
}
