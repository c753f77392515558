/// Why rows that came are no signal of a worn sensor.
public enum GapReason: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nothing was measured: all zero, or far too little for gravity.
  case noSignal = "no-signal"
  /// The same values again and again, which no worn sensor reads.
  case frozen
  /// Every axis at one end of its scale: the sensor was not answering.
  case busError = "bus-error"
  /// The gyroscope turned while the accelerometer rested.
  case gyroscopeFault = "gyroscope-fault"
  /// Rows came that could not be read.
  case unreadable = "unreadable-rows"
  /// Recording was paused.
  case paused
  /// The clock began again, so that nobody knows how long nothing was recorded.
  case clockRestart = "clock-restart"

  /// The reason for a person.
  public var sentence: String {
    switch self {
    case .noSignal: "the sensor read nothing, not even gravity"
    case .frozen: "the sensor's values stood still"
    case .busError: "the sensor's values stood at the end of their scale"
    case .gyroscopeFault: "the gyroscope turned while the accelerometer rested"
    case .unreadable: "its rows could not be read"
    case .paused: "the recording was paused"
    case .clockRestart: "the clock of the recording began again"
    }
  }

  /// True where rows came, and were none of a worn sensor.
  public var isBadSignal: Bool {
    switch self {
    case .noSignal, .frozen, .busError, .gyroscopeFault, .unreadable: true
    case .paused, .clockRestart: false
    }
  }
}
