/// The general advice that goes with the programme; printed with programmes and at the start of a
/// live session, not on each report.
package enum SafetyNotice {
  /// For the start of a live session.
  package static let short = "Move slowly, and stop an exercise as soon as it causes pain."

  /// For descriptions of programmes and exercises.
  package static let lines = [
    "Begin gently and take your time over each movement.",
    "A mild pull or stretch is usual. Pain is not: stop that exercise when it comes.",
    "What your healthcare provider told you comes before anything written here.",
  ]
}
