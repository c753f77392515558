import Testing

@testable import MotionCore

@Suite struct CandidateListTests {
  /// A kept list of candidate sets with these scores, which are their labels, too.
  private static func list(_ scores: [Float]) throws -> CandidateList {
    var list = CandidateList(owner: .init(search: 1))
    for score in scores { list.append(try .of([.ok, .ok], score: score, label: Int(score))) }
    return list
  }

  private static func expectOutlines(of list: CandidateList) {
    #expect(list.outlines.map(\.identity) == list.sets.map(\.identity))
    #expect(list.outlines.map(\.score) == list.sets.map(\.score))
    #expect(list.outlines.map(\.explained) == list.sets.map(\.explained))
    #expect(list.outlines.map(\.listedCount) == list.sets.map(\.listedCount))
  }

  @Test func outlinesStayBesideTheirSets() throws {
    var list = try Self.list([1, 2, 3, 4])
    list.replace(at: 1, with: try .of([.ok], score: 7, label: 7))
    list.remove(at: 0)
    list.removeAll { $0.score == 3 }
    Self.expectOutlines(of: list)
    #expect(list.sets.map(\.identity.label) == [7, 4])
    #expect(list.explained == list.sets.explained)
  }

  @Test func everyChangeMakesAnotherVersion() throws {
    var list = try Self.list([1, 2])
    var versions = [list.version]
    list.append(try .of([.ok]))
    versions.append(list.version)
    list.replace(at: 0, with: try .of([.ok], score: 5))
    versions.append(list.version)
    list.removeAll { $0.score == 5 }
    versions.append(list.version)
    #expect(Set(versions).count == versions.count)
    list.removeAll { _ in false }
    #expect(list.version == versions.last)
  }

  @Test func whatIsMadeForOneLookHasNoVersion() throws {
    #expect(CandidateList([try .of([.ok])]).version == nil)
  }

  @Test func listsOfOtherSearchesAreOtherLists() {
    let lists = [
      CandidateList(owner: .init(search: 0)), CandidateList(owner: .init(search: 1)),
      CandidateList(owner: .init(search: 0, tracker: 0)),
    ]
    #expect(Set(lists.map(\.version)).count == lists.count)
  }
}
