import MotionCore
import Testing

@testable import MotionTuning

@Suite struct SearchSpaceTests {
  @Test(arguments: Exercise.catalogue)
  func everyRangeIsAllowedAndHoldsTheStart(exercise: Exercise) throws {
    let space = SearchSpace(exercise, needsSmoothing: true)
    let known = exercise.parameters.described
    #expect(!space.parameters.isEmpty)
    for parameter in space.parameters {
      let field = try #require(known.first { $0.name == parameter.name })
      #expect(field.allowed.contains(parameter.range.lowerBound), "\(parameter.name)")
      #expect(field.allowed.contains(parameter.range.upperBound), "\(parameter.name)")
      #expect(parameter.range.contains(field.value), "\(parameter.name)")
      #expect(parameter.unit == field.unit)
    }
    #expect(space.parameters(of: space.startCandidate) == exercise.parameters)
    #expect(space.distance(of: space.startCandidate) == 0)
  }

  @Test func whatIsAskedOfThePersonIsNotSearched() {
    let names = Exercise.catalogue.flatMap {
      SearchSpace($0, needsSmoothing: true).parameters.map(\.name)
    }
    for name in ["tooFastSeconds", "slowRepSeconds", "toleranceFraction", "usualRangeDegrees"] {
      #expect(!names.contains(name), "\(name)")
    }
  }

  @Test(arguments: [
    (SearchParameter.Scale.linear, 0.25, 32.5), (.linear, 0, 10), (.linear, 1, 100),
    (.logarithmic, 0.5, 31.6), (.logarithmic, 0, 10), (.logarithmic, 1, 100),
    (.linear, -3, 10), (.logarithmic, 7, 100),
  ])
  func positionsAreTakenAlongTheScale(
    scale: SearchParameter.Scale, position: Double, value: Double
  ) {
    let parameter = SearchParameter(name: "x", unit: "s", range: 10...100, scale: scale)
    #expect(parameter.value(at: position) == value)
    let inside = min(1, max(0, position))
    #expect(abs(parameter.position(of: value) - inside) < 0.001)
  }

  @Test func valuesHaveThreeDigits() {
    let small = SearchParameter(name: "x", unit: "", range: 0.1...1, scale: .linear)
    #expect(small.value(at: 1.0 / 3) == 0.4)
    #expect(small.value(at: 0.12345) == 0.211)
    let large = SearchParameter(name: "x", unit: "", range: 1000...9000, scale: .linear)
    #expect(large.value(at: 0.12345) == 1990)
  }

  @Test func aCandidateSetsItsOwnThresholdsAlone() throws {
    let space = SearchSpace(try #require(Exercise.named("bent-over-row")), needsSmoothing: false)
    var candidate = space.startCandidate
    candidate.values[0] = 12
    let changed = space.parameters(of: candidate)
    #expect(changed["minimumRangeDegrees"] == 12)
    #expect(
      changed.values.count { space.start[$0.name] != $0.value } == 1)
    #expect(space.distance(of: candidate) > 0)
  }
}
