/// The smoothest way from one level to another in a given time: the profile that people's unhurried
/// arm movements follow (Flash & Hogan 1985, doi 10.1523/JNEUROSCI.05-07-01688.1985).
package enum MinimumJerk {
  /// Share of the way done after share `phase` of the time; velocity and acceleration are zero at
  /// both ends.
  package static func progress(_ phase: Double) -> Double {
    guard phase > 0 else { return 0 }
    guard phase < 1 else { return 1 }
    return phase * phase * phase * (10 + phase * (-15 + 6 * phase))
  }

  /// Share of the time after which share `progress` of the way is done.
  package static func phase(at progress: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while high - low > 1e-9 {
      let middle = (low + high) / 2
      if self.progress(middle) < progress { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
