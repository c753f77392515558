import ArgumentParser
import MotionCore
import MotionInput
import MotionStudio
import MotionTuning

/// `motioncheck tune`: thresholds from labelled recordings.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Search detection thresholds that fit labelled recordings.",
    discussion: """
      The recordings that MANIFEST names are read once; then thresholds are tried that count and \
      time them best: counts first, then events and their times, then nearness to what was set \
      before. What is found is tried on recordings that the search did not see: of one person after \
      the other, or one recording after the other where all are of one person. A change that does \
      not hold out there is not recommended, and not written.

      Ctrl-C ends the search and keeps the best so far. Exit status: 0 there is a recommendation, \
      1 there is none.
      """)

  @OptionGroup var labelled: LabelledRecordings

  @Option(
    help: ArgumentHelp(
      "The exercise whose recordings are taken; needed where the manifest names several.",
      valueName: "id"),
    completion: .exercises)
  var exercise: String?

  @Option(
    help: ArgumentHelp("Begin from these thresholds, not from the usual ones.", valueName: "file"))
  var parameters: String?

  @Option(
    help: ArgumentHelp("Write what is found to this new YAML file.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Draw into this file how the figures depend on each threshold.", valueName: "file.svg"))
  var plot: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many thresholds to try.", valueName: "n"))
  var candidates = 500

  @Option(help: "All randomness follows from this number.")
  var seed: UInt64 = 1

  private static let fewestCandidates = 100

  func validate() throws {
    guard candidates >= Self.fewestCandidates else {
      throw ValidationError(
        "--candidates is \(candidates); it must be \(Self.fewestCandidates) or more.")
    }
    if let exercise { _ = try Exercise.required(exercise) }
    try OutputFiles(("--output", output), ("--plot", plot))
      .require(apartFrom: [labelled.manifest, labelled.corrections, parameters])
  }

  func run() throws {
    var isRecommended = false
    try Failure.reported {
      if let output { try CanonicalWriter.requireNew(output) }
      let corpus = try TuningCorpus(
        labelled, exercise: exercise,
        parameters: try parameters.map { try ParameterFile.load($0) })
      corpus.tellWhatIsLeftOut()
      let result = try search(corpus)
      try write(result, of: corpus)
      isRecommended = result.advice == .recommended
    }
    guard isRecommended else { throw ExitCode.targetNotMet }
  }

  private func search(_ corpus: TuningCorpus) throws -> TuningResult {
    let interruption = try Interruption()
    let isStopped = interruption.requests
    let bar = ProgressBar("\(corpus.recordings.count) recordings")
    let tuning = Tuning(
      exercise: corpus.exercise, recordings: corpus.recordings, budget: candidates, seed: seed)
    let result = tuning.result(isStopped: { isStopped.isMade }, progress: { bar.show($0) })
    withExtendedLifetime(interruption) {}
    tell(result, of: corpus, after: bar.elapsed)
    return result
  }

  private func tell(_ result: TuningResult, of corpus: TuningCorpus, after elapsed: Duration) {
    let seconds = elapsed / .seconds(1)
    let rate = result.measuredSeconds / 60 / max(seconds, .leastNormalMagnitude)
    TextStream.standardError().note(
      "Measured \(result.measured) times in \(Int(seconds.rounded(.up))) s, "
        + "\(Int(rate)) minutes of recordings a second.\n")
  }

  private func write(_ result: TuningResult, of corpus: TuningCorpus) throws(InputError) {
    let text = TuningText(result, recordings: corpus.recordings)
    try TextStream.standardOutput().write(lines: text.lines)
    if let plot {
      let drawing = SensitivityPlot(title: result.start.title, result.sensitivity)
      try PendingFile.write(drawing.svg, to: plot)
    }
    guard let output else { return }
    switch result.advice {
    case .recommended,
      .unknown where !result.changed.isEmpty:
      let filters = labelled.filters.map(\.text).joined(separator: " and ")
      let facts = TuningFacts(
        result, maker: "motioncheck tune \(Motioncheck.configuration.version)",
        manifest: labelled.manifest + (filters.isEmpty ? "" : ", where \(filters)"))
      try PendingFile.write(
        ParameterFile.text(of: result.tuned, source: facts.facts), to: output, replacing: false)
      TextStream.standardError().note("Written to \(output)\n")
    case .unknown, .nothingBetter, .doesNotHoldOut:
      TextStream.standardError().note("\(output) was not written.\n")
    }
  }
}
