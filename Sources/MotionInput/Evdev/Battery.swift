/// How full a device's battery is, as its driver tells it.
package struct Battery: Sendable, Hashable {
  /// Charge, in percent; nil where the driver tells the level only.
  package var percent: Int?
  /// `critical`, `low`, `normal`, `high` or `full`; nil where the driver tells the charge only.
  package var level: String?
  /// True while it is being charged.
  package var isCharging: Bool
}
