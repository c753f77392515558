import Glibc

/// How smooth a movement is: the length of its speed's spectrum, taken negative (SPARC).
///
/// A single smooth push has a spectrum that falls once and a length of about -1.4 (least jerk);
/// every hesitation and shake adds waves to the spectrum and makes the value more negative. It
/// depends on neither the size nor the duration of the movement.
///
/// Source: Balasubramanian, Melendez-Calderon, Roby-Brami and Burdet 2015,
/// doi:10.1186/s12984-015-0090-9, with the paper's padding, cutoff and threshold. Deviations: the
/// spectrum is normalised by its largest value, which for a speed is the one at 0 Hz; it is summed
/// up directly, since only its lower end is needed.
/// Complexity: 3 to 7 times the square of the number of samples, for 50 Hz.
struct SpectralArcLength: Sendable {
  /// The signal is padded to this many doublings over the next power of two.
  static let paddingLevel = 4
  /// Nothing faster enters, in hertz.
  static let highestHertz = 10.0
  /// The spectrum ends where it falls below this share of its largest value for good.
  static let amplitudeThreshold = 0.05

  private let rateHertz: Double

  /// - Parameter rateHertz: rate of the speeds, at least twice the highest frequency.
  init(rateHertz: Double) {
    precondition(
      rateHertz >= 2 * Self.highestHertz, "the rate is too low for the highest frequency")
    self.rateHertz = rateHertz
  }

  /// The value of one movement from its speeds, in any unit; nil for fewer than two samples, for no
  /// movement at all, and where a sample is not finite.
  func value(of speeds: [Double]) -> Double? {
    guard speeds.count > 1, speeds.allSatisfy(\.isFinite) else { return nil }
    let spectrum = magnitudes(of: speeds)
    guard let largest = spectrum.max(), largest > 0 else { return nil }
    let heights = spectrum.map { $0 / largest }
    guard let first = heights.firstIndex(where: { $0 >= Self.amplitudeThreshold }),
      let last = heights.lastIndex(where: { $0 >= Self.amplitudeThreshold }), first < last
    else { return nil }
    let width = 1 / Double(last - first)
    return -zip(heights[first..<last], heights[(first + 1)...last]).reduce(0) { sum, ends in
      let rise = ends.1 - ends.0
      return sum + (width * width + rise * rise).squareRoot()
    }
  }

  /// The size of the padded spectrum from 0 Hz to the highest frequency.
  private func magnitudes(of speeds: [Double]) -> [Double] {
    var length = 1
    while length < speeds.count { length *= 2 }
    length <<= Self.paddingLevel
    let step = 2 * Double.pi / Double(length)
    let last = Int(Self.highestHertz / rateHertz * Double(length))
    let spectrum = stride(from: 0, through: last, by: Bins.scalarCount).flatMap { first in
      let angles = (Bins(repeating: Double(first)) + Self.ramp) * step
      let bins = Self.magnitudes(of: speeds, radiansPerSample: angles)
      return bins.indices.map { bins[$0] }
    }
    return Array(spectrum[...last])
  }

  /// Neighbouring values of the spectrum, computed side by side.
  private typealias Bins = SIMD8<Double>
  private static let ramp = Bins(0, 1, 2, 3, 4, 5, 6, 7)

  /// The sizes at some angles, by Horner's rule.
  private static func magnitudes(of speeds: [Double], radiansPerSample angles: Bins) -> Bins {
    var (cosines, sines) = (Bins.zero, Bins.zero)
    for channel in angles.indices {
      cosines[channel] = cos(angles[channel])
      sines[channel] = sin(angles[channel])
    }
    var (real, imaginary) = (Bins.zero, Bins.zero)
    for speed in speeds.reversed() {
      (real, imaginary) = (
        real * cosines - imaginary * sines + speed, real * sines + imaginary * cosines
      )
    }
    return (real * real + imaginary * imaginary).squareRoot()
  }
}
