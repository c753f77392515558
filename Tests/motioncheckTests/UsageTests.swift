import Testing

/// Arguments that make no sense: status 64, one message on standard error, nothing on output.
@Suite struct UsageTests {
  static let wrong: [(arguments: [String], message: String)] = [
    (["replay"], "Missing expected argument"),
    (["replay", "x.csv", "--exercise", "bent-row"], "did you mean 'bent-over-row'?"),
    (["replay", "x.csv", "--exercise", "qqqqqqqq"], "Allowed: shoulder-roll, childs-pose"),
    (["replay", "x.csv", "--program", "upperback"], "did you mean 'upper-back'?"),
    (["replay", "x.csv", "--exercise", "hold", "--program", "upper-back"], "exclude each other"),
    (["replay", "x.csv", "--exercise", "bent-over-row", "--hold", "5"], "is counted"),
    (["replay", "x.csv", "--exercise", "hold", "--hold", "0"], "--hold is 0.0"),
    (["replay", "x.csv", "--exercise", "hold", "--hold", "nan"], "--hold is nan"),
    (["replay", "x.csv", "--exercise", "hold", "--hold", "-1"], "--hold is -1.0"),
    (["replay", "x.csv", "--exercise", "hold", "--hold", "9999"], "1.0 to 120.0 seconds"),
    (["replay", "x.csv", "--exercise", "hold", "--target", "0"], "must be 1 or more"),
    (["replay", "x.csv", "--exercise", "hold", "--target", "-3"], "--target is -3"),
    (["replay", "x.csv", "--exercise", "hold", "--target", "ten"], "'ten' is invalid"),
    (["replay", "x.csv", "--no-target"], "--no-target goes with --exercise"),
    (["replay", "x.csv", "--exercise", "hold", "--target", "3", "--no-target"], "exclude"),
    (["replay", "x.csv", "--program", "upper-back", "--target", "3"], "--target goes with"),
    (["replay", "x.csv", "--program", "upper-back", "--hold", "3"], "--hold goes with"),
    (["replay", "x.csv", "--exercise", "hold", "--side", "middle"], "'left' and 'right'"),
    (["replay", "x.csv", "--placement", "ankle"], "'upper-arm', 'wrist', 'shoulder'"),
    (["replay", "x.csv", "--format", "pdf"], "Please provide one of the following"),
    (["replay", "x.csv", "--format", "json", "--details"], "--details is for --format text"),
    (["replay", "x.csv", "--rows", "sets"], "--rows is for --format csv"),
    (["replay", "x.csv", "--patient-reference", "Patient/1"], "is for --format fhir"),
    (["replay", "x.csv", "y.csv", "--format", "fit"], "holds one session; 2 recordings"),
    (["replay", "x.csv", "--recorded-at", "monday"], "expected a time such as"),
    (["replay", "x.csv", "--voice"], "Unknown option '--voice'"),
    (["live", "--device", "a", "--source", "-"], "exclude each other"),
    (["live", "--source", "-", "--record", "a", "--no-record"], "exclude each other"),
    (["live", "--source", "-", "--bell", "--quiet"], "exclude each other"),
    (["live", "--source", "serial:/dev/null@7"], "serial"),
    (["live", "--source", "-", "--scale", "100"], "--scale is for a --device"),
    (["live", "--scale", "0"], "--scale is 0.0"),
    (["exercises", "show", "row"], "Allowed: shoulder-roll"),
    (["programs", "show", "lower-back"], "did you mean 'upper-back'?"),
    (["simulate", "--exercise", "bent-row", "--output", "-"], "did you mean 'bent-over-row'?"),
    (["simulate", "--program", "upper.back", "--output", "-"], "did you mean 'upper-back'?"),
    (["simulate", "--output", "-"], "--exercise or --program"),
    (["simulate", "--activity", "walk", "--output", "-"], "did you mean 'walking'?"),
    (["simulate", "--activity", "still=x", "--output", "-"], "write still=90"),
    (["simulate", "--activity", "still=1", "--output", "-"], "allowed: 5.0 to 7200.0 s"),
    (["simulate", "--activity", "still", "--reps", "3", "--output", "-"], "no repetitions"),
    (
      ["simulate", "--activity", "still", "--exercise", "hold", "--output", "-"],
      "exclude each other"
    ),
    (["simulate", "--exercise", "hold", "--rate", "0", "--output", "-"], "the rate is 0.0 Hz"),
    (["evaluate", "x.csv", "--worst", "-1"], "--worst is -1"),
    (["reply", "x.csv"], "reply"),
  ]

  @Test(arguments: wrong)
  func areNamedWithWhatIsAllowed(arguments: [String], message: String) throws {
    let result = try Motioncheck.run(Motioncheck.executable, arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!result.errors.contains("Usage: motioncheck <subcommand>") || arguments[0] == "reply")
  }
}
