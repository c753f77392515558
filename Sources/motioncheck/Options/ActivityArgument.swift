import ArgumentParser
import MotionInput
import MotionSimulator

/// How `--activity` is written: a name, or a name and seconds.
extension Activity.Interval {
  private static let usualSeconds = 60.0

  /// What there is, with what it is.
  static let names = Activity.allCases
    .map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")

  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let activity = Activity(rawValue: name) else {
      throw ValidationError(
        Suggestion.message(
          for: name, what: "activity", allowed: Activity.allCases.map(\.rawValue)))
    }
    guard parts.count > 1 else {
      self.init(activity, seconds: Self.usualSeconds)
      return
    }
    guard let seconds = Double(parts[1]) else {
      throw ValidationError(
        "'\(argument)' has no number of seconds after '='; write \(name)=90 for 90 s.")
    }
    self.init(activity, seconds: seconds)
  }
}
