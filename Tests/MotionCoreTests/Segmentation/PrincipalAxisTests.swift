import Glibc
import Testing

@testable import MotionCore

@Suite struct CovarianceTests {
  /// Points on an ellipse with these half axes; along each the deviation is the half axis over the
  /// square root of two.
  private static func ellipse(
    _ major: MovementVector, _ minor: MovementVector, centre: MovementVector = .zero
  ) -> Covariance {
    var covariance = Covariance()
    for step in 0..<64 {
      let angle = 2 * Float.pi * Float(step) / 64
      covariance.add(centre + major * cos(angle) + minor * sin(angle))
    }
    return covariance
  }

  /// Two unit vectors at right angles that take part in every channel.
  private static let slanted: (MovementVector, MovementVector) = (
    MovementVector(1, 1, 1, 1, 1, 0, 0, 0) / Float(5).squareRoot(),
    MovementVector(2, -1, -1, 1, -1, 0, 0, 0) / Float(8).squareRoot()
  )

  @Test(arguments: 0..<5)
  func findsAnAxisAlongAnyOfTheFiveChannels(channel: Int) throws {
    let covariance = Self.ellipse(.unit(channel) * 3, .unit((channel + 2) % 5))
    let axis = try #require(covariance.principalAxis())
    #expect(abs(axis.direction[channel]) > 0.9999)
    #expect(abs(axis.deviation - 3 / Float(2).squareRoot()) < 1e-4)
  }

  @Test(arguments: [Float(2), 1.2, 1.05, -2])
  func findsASlantedAxisAndItsDeviation(size: Float) throws {
    let axis = try #require(Self.ellipse(Self.slanted.0 * size, Self.slanted.1).principalAxis())
    #expect(abs(axis.direction.dot(Self.slanted.0)) > 0.9999)
    #expect(abs(axis.deviation - abs(size) / Float(2).squareRoot()) < 1e-4)
    #expect(abs(axis.direction.length - 1) < 1e-5)
  }

  @Test func theSpareChannelsPlayNoPart() throws {
    var covariance = Covariance()
    for value in [-1, 1] as [Float] {
      covariance.add(MovementVector(value, 0, 0, 0, 0, 90 * value, 80 * value, 70 * value))
    }
    let axis = try #require(covariance.principalAxis())
    #expect(abs(axis.direction[0]) > 0.9999)
    #expect(axis.direction[5] == 0 && axis.direction[6] == 0 && axis.direction[7] == 0)
  }

  @Test func whereTheMiddleLiesDoesNotMatter() throws {
    let centre = MovementVector(-7, 3, 0, 5, 1, 0, 0, 0)
    let axis = try #require(
      Self.ellipse(Self.slanted.0 * 2, Self.slanted.1, centre: centre).principalAxis())
    #expect(abs(axis.direction.dot(Self.slanted.0)) > 0.999)
  }

  @Test func withoutCentringTheMiddleItselfIsVariation() throws {
    let covariance = Self.ellipse(.unit(0), .unit(1) * 0.5, centre: .unit(2) * 10)
    let centred = try #require(covariance.principalAxis(isCentred: true))
    let raw = try #require(covariance.principalAxis(isCentred: false))
    #expect(abs(centred.direction[0]) > 0.999)
    #expect(abs(raw.direction[2]) > 0.999)
    #expect(abs(raw.deviation - 10) < 1e-3)
  }

  @Test func twoObservationsAreTheFewest() throws {
    var covariance = Covariance()
    #expect(covariance.principalAxis() == nil)
    covariance.add(.unit(1))
    #expect(covariance.principalAxis() == nil)
    covariance.add(.unit(1) * 3)
    let axis = try #require(covariance.principalAxis())
    #expect(abs(axis.direction[1]) > 0.9999)
    #expect(abs(axis.deviation - 1) < 1e-5)
  }

  @Test func nothingMovesAndNothingVaries() throws {
    var covariance = Covariance()
    for _ in 0..<5 { covariance.add(Self.slanted.0) }
    let axis = try #require(covariance.principalAxis())
    #expect(axis.deviation < 1e-4)
    #expect(abs(axis.direction.length - 1) < 1e-5)
  }
}
