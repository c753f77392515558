import Testing

@testable import MotionTuning

@Suite struct FoldsTests {
  private func folds(_ subjects: [String?]) -> Folds {
    Folds(subjects.enumerated().map { ("recording \($0)", $1) })
  }

  @Test(arguments: [
    ["a", "b", "a", "c", "b", "a"], ["a", "b"],
    ["a", "b", "c", "d", "e", "f", "g", "a", "b", "h", "h", "h"],
  ])
  func nobodyStandsOnBothSides(subjects: [String]) {
    let folds = folds(subjects)
    #expect(folds.isBySubject)
    #expect(folds.parts.count == min(Set(subjects).count, Folds.most))
    for part in folds.parts {
      let held = Set(part.held.map { subjects[$0] })
      let trained = Set(subjects.indices.filter { !part.held.contains($0) }.map { subjects[$0] })
      #expect(held.isDisjoint(with: trained))
      #expect(held == Set(part.names))
      #expect(!trained.isEmpty)
    }
  }

  @Test(arguments: [["a", "b", "a", nil, nil], ["a", "a", "a"], [nil, nil], ["a"]])
  func everyRecordingIsHeldOutOnce(subjects: [String?]) {
    let held = folds(subjects).parts.flatMap(\.held)
    #expect(held.sorted() == Array(subjects.indices))
  }

  @Test func ofOnePersonSingleRecordingsAreHeldOut() {
    let folds = folds(["a", "a", "a"])
    #expect(!folds.isBySubject)
    #expect(folds.parts.map(\.held.count) == [1, 1, 1])
  }

  @Test func thoseWithoutANameCountAsOnePerson() {
    let folds = folds(["a", nil, nil])
    #expect(folds.isBySubject)
    #expect(folds.parts.contains { $0.held == [1, 2] })
  }
}
