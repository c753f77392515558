/// What the sensor does at a moment, for a person.
package struct SensorState: Sendable, Hashable {
  /// After this time without a sample something is wrong, in seconds.
  package static let longestSilenceSeconds = 1.0

  /// Samples a second; nil before it is known.
  package var rateHertz: Double?
  /// How long nothing has come, in seconds.
  package var silentSeconds = 0.0
  /// Interruptions so far.
  package var gaps = 0
  /// How full its battery is; nil where it does not say.
  package var batteryPercent: Int?
  /// True while it is charged.
  package var isCharging = false

  /// A sensor from which nothing has come.
  package init() {}

  /// True when the person should look at it.
  package var isPoor: Bool {
    silentSeconds >= Self.longestSilenceSeconds
      || (batteryPercent.map { $0 <= Self.lowPercent } ?? false) && !isCharging
  }

  private static let lowPercent = 15

  /// One line of it.
  package var line: String {
    let signal =
      silentSeconds >= Self.longestSilenceSeconds
      ? "no signal for \(Wording.duration(silentSeconds.rounded(.down)))"
      : rateHertz.map { "\(Wording.fixed($0)) samples a second" } ?? "waiting for the sensor"
    let battery = batteryPercent.map { "battery \($0) %\(isCharging ? ", charging" : "")" }
    let lost = gaps == 0 ? "no gaps" : Wording.count(gaps, "gap")
    return (["sensor: \(signal)", lost] + [battery].compactMap(\.self)).joined(separator: ", ")
  }
}
