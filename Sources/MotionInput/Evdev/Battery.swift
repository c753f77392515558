/// How full a device's battery is, as its driver tells it.
public struct Battery: Sendable, Hashable {
  /// Charge, in percent; nil where the driver tells the level only.
  public var percent: Int?
  /// `critical`, `low`, `normal`, `high` or `full`; nil where the driver tells the charge only.
  public var level: String?
  /// True while it is being charged.
  public var isCharging: Bool
}
