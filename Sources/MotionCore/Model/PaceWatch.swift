/// Knows when a person who moves too fast should be reminded to be slower.
///
/// Quick is what the report's `Pace` calls faster than a slow repetition.
public struct PaceWatch: Sendable, Hashable {
  /// So many quick repetitions in a row are a pace, and no slip.
  static let quickReps = 2
  /// Nobody wants to hear it at every repetition: of so many at most one.
  static let fewestRepsBetween = 3

  private let slowRepSeconds: Double?
  private var quick = 0
  private var sinceReminder = PaceWatch.fewestRepsBetween

  /// A watch for a set of this exercise; holds have no pace.
  public init(_ exercise: Exercise) {
    slowRepSeconds =
      switch exercise.parameters {
      case .cycle(let parameters): parameters.slowRepSeconds
      case .hold: nil
      }
  }

  /// Takes the next counted repetition; true when it is time for a reminder.
  public mutating func isReminderDue(after repetition: Repetition) -> Bool {
    guard let slowRepSeconds else { return false }
    let seconds = repetition.timeUnderTension ?? repetition.end - repetition.start
    quick = seconds < slowRepSeconds ? quick + 1 : 0
    sinceReminder += 1
    guard quick >= Self.quickReps, sinceReminder >= Self.fewestRepsBetween else { return false }
    sinceReminder = 0
    return true
  }
}
