import MotionCore
import Testing

@testable import MotionInput

@Suite struct RecordingSurveyTests {
  /// Of an hour the moments are longer than of a minute; where something moved is told all the same.
  @Test func movementsOfAnHourStandInOrder() throws {
    let moved = [600..<610, 2000..<2010, 3500..<3510]
    var survey = RecordingSurvey()
    survey.take(
      (0..<36_000).map { place in
        let isMoving = moved.contains { $0.contains(place / 10) } && place.isMultiple(of: 2)
        return .sample(
          IMUSample(
            nanoseconds: Int64(place) * 100_000_000,
            specificForce: Vector3(0, 0, isMoving ? 14 : 9.8)))
      })
    survey.finish()
    let seconds = survey.moments.map(\.seconds)
    #expect(zip(seconds, seconds.dropFirst()).allSatisfy { $0 < $1 })
    let found = survey.movements
    try #require(found.count == moved.count)
    for (movement, truth) in zip(found, moved) {
      #expect(abs(movement.lowerBound - Double(truth.lowerBound)) < 2)
      #expect(abs(movement.upperBound - Double(truth.upperBound)) < 2)
    }
  }
}
