import Testing

@testable import MotionCore

@Suite struct ReflectingSmootherTests {
  private static func smoothed(_ values: [Double], seconds: Double = 0.2) -> [Double] {
    var smoother = ReflectingSmoother(seconds: seconds, rateHertz: 50)
    let outputs = values.compactMap { smoother.filter(.first($0)) }
    return (outputs + smoother.finish()).map { $0[0] }
  }

  @Test(arguments: [1, 2, 5, 18, 19, 40])
  func eachSampleGivesOneValue(count: Int) {
    #expect(Self.smoothed(Array(repeating: 3, count: count)) == Array(repeating: 3, count: count))
  }

  @Test(arguments: [19, 40])
  func aSlopeIsKeptToBothEnds(count: Int) {
    let ramp = (0..<count).map(Double.init)
    #expect(zip(Self.smoothed(ramp), ramp).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func betweenTheEndsItIsTheTriangularSmoother() {
    let sine = SteadySine(hertz: 1, rateHertz: 50)
    let values = (0..<100).map { sine.value(at: Double($0)) }
    var plain = TriangularSmoother(seconds: 0.2, rateHertz: 50)
    let late = values.map { plain.filter(.first($0))[0] }
    let latency = Int(plain.latency)
    let outputs = Self.smoothed(values)
    for index in latency..<values.count - latency {
      #expect(abs(outputs[index] - late[index + latency]) < 1e-9)
    }
  }

  @Test func afterItsEndAnotherSignalBeginsAnew() {
    var smoother = ReflectingSmoother(seconds: 0.2, rateHertz: 50)
    for _ in 0..<40 { _ = smoother.filter(.first(7)) }
    _ = smoother.finish()
    let next = (0..<40).compactMap { _ in smoother.filter(.first(1)) } + smoother.finish()
    #expect(next.allSatisfy { abs($0[0] - 1) < 1e-9 } && next.count == 40)
  }

  @Test func aWindowUnderOneSampleChangesNothing() {
    #expect(Self.smoothed([1, 5, -3], seconds: 0.001) == [1, 5, -3])
  }
}
