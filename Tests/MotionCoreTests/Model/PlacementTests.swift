import Testing

@testable import MotionCore

@Suite struct PlacementTests {
  @Test func namesAreThoseOfTheCommandLine() {
    #expect(
      Placement.allCases.map(\.rawValue) == ["upper-arm", "wrist", "shoulder", "upper-back"])
  }

  @Test func eachHasATitleOfItsOwn() {
    #expect(Set(Placement.allCases.map(\.title)).count == Placement.allCases.count)
    #expect(Placement.allCases.allSatisfy { !$0.title.contains("-") && !$0.title.isEmpty })
  }
}

@Suite struct SideTests {
  @Test func namesAreThoseOfTheCommandLine() {
    #expect(Side.allCases.map(\.rawValue) == ["left", "right"])
  }
}

@Suite struct LabelTests {
  @Test func kindsAreThoseOfTheLabelFile() {
    #expect(Label.Kind.allCases.map(\.rawValue) == ["set", "rep", "hold"])
    #expect(Label.Kind(rawValue: "sets") == nil)
  }

  @Test func sideAndCountAreAbsentUnlessSaid() {
    let label = Label(start: 1, end: 2, exercise: "hold", kind: .hold)
    #expect(label.side == nil && label.count == nil)
  }
}
