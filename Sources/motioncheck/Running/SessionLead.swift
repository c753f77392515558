import MotionCore
import MotionReport

/// Who stands beside a live session: takes what the person asks for, and says what is to be noted
/// in the stream.
protocol SessionLead: AnyObject {
  /// Whether the session is over.
  var isOver: Bool { get }
  /// Whether everything that was to be done has been done, or was left out.
  var isComplete: Bool { get }
  /// False for as long as what comes is the past of a session that is resumed: its own markers
  /// say where its sets were.
  var isLeading: Bool { get set }
  /// Whether it says itself where the sets are, so that markers of the stream mean nothing.
  var placesSets: Bool { get }
  /// Asked for what the person wants, after each wait for readings.
  var intents: () -> [GuideIntent] { get set }
  /// Told of each cue, with its words and the time in seconds from the first sample.
  var onCue: (GuideCue, GuideWords, Double) -> Void { get set }

  /// Begins with the sensor at this place, which is known with the first reading.
  func begin(placement: Placement)
  /// Takes what the person asked for meanwhile; returns what is to be noted now.
  func takeIntents() -> [Marker]
  /// Takes a reading that the session took, with what it brought about; returns what is to be noted
  /// right behind it.
  func follow(_ reading: MotionReading, _ events: [SessionEvent], _ session: Session) -> [Marker]
  /// Takes what its own notes brought about.
  func take(_ events: [SessionEvent])
  /// What a screen shows of the session.
  func view(of state: LiveState, _ sensor: SensorState) -> LiveView
  /// The exercise that is being done now, with nothing held; nil for none.
  var moving: Exercise? { get }
}
