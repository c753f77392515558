/// Draws the conclusions of a session: the outcome of each set, and what a reader must know.
///
/// Not done and not measured are kept apart: a set that could lie in a gap, or that this placement
/// cannot see, was not measured.
struct ReportBuilder {
  /// A gap of this length can hide a whole set, in seconds (ten quick repetitions).
  static let hidingGapSeconds = 15.0
  /// The same where rows came that are no signal: nothing is joined over more.
  static let hidingBadSignalSeconds = MovementSearch.longestBridgeSeconds
  /// Gaps that take at least this share of a time hide what was done in it.
  static let hidingShare = 0.5
  /// With more than this share of the recording missing, nothing can be said of it.
  static let largestMissingShare = 0.5
  /// With more than this share of the samples at the sensor's limit likewise.
  static let largestSaturatedShare = 0.1
  /// Below this rate nothing is measured, in hertz: 10 is the lowest for which it was tried, and a
  /// clock may be a little off.
  static let lowestRateHertz = 9.0
  /// No set of a programme takes less time with what comes before it, in seconds.
  static let shortestSetSeconds = 10.0
  /// A shorter signal shows no set, in seconds.
  static let shortestSeconds = 2.0

  let plan: SessionPlan
  let placement: Placement
  let timeline: Timeline
  let states: [SetState]
  let ignoresGyroscope: Bool
  let markerWarnings: [String]
  /// True where markers say which sets were begun.
  var hasSetMarkers = false

  /// The report as of now.
  var report: SessionReport {
    SessionReport(
      program: programID, placement: placement, sets: states.indices.map(setReport),
      quality: timeline.figures, warnings: warnings)
  }

  private var programID: String? {
    switch plan {
    case .single: nil
    case .program(let program): program.id
    }
  }

  private func setReport(_ index: Int) -> SetReport {
    let state = states[index]
    let outcome = self.outcome(index)
    let isSeen = canSee(state.plan.exercise)
    return SetReport(
      plan: state.plan, outcome: outcome, confidence: isSeen ? state.confidence : nil,
      pain: state.pain,
      start: isSeen ? state.span.map { seconds($0.lowerBound) } : nil,
      end: isSeen ? state.span.map { seconds($0.upperBound) } : nil,
      reps: isSeen ? state.recorder.reps : [], holds: isSeen ? state.recorder.holds : [])
  }

  private func outcome(_ index: Int) -> Outcome {
    let state = states[index]
    let count = state.recorder.count
    if state.isStoppedForPain { return .stoppedForPain }
    guard canSee(state.plan.exercise) else { return .notMeasured }
    if hasSetMarkers, !state.isMarked { return .notStarted }
    if count > 0 {
      let isDone = state.plan.target?.isMet(by: count) ?? true
      return isDone && !state.isDoubtful ? .done : .partlyDone
    }
    if state.recorder.isBegun { return .partlyDone }
    guard isMeasurable(index) else { return .notMeasured }
    return isBeyondEnd(index) ? .notStarted : .notDone
  }

  /// True where the session was over before there was time for the set: after the last one that was
  /// found, and what is prescribed between the two.
  private func isBeyondEnd(_ index: Int) -> Bool {
    guard case .program = plan, states[index...].allSatisfy({ $0.sureSpan == nil }),
      let last = states[..<index].lastIndex(where: { $0.sureSpan != nil }),
      let span = states[last].sureSpan
    else { return false }
    let between = states[(last + 1)..<index].reduce(0) { $0 + Self.leastSeconds($1.plan) }
    return timeline.figures.seconds - seconds(span.upperBound) < between + Self.shortestSetSeconds
  }

  /// What a set takes that is done as prescribed, at the least.
  private static func leastSeconds(_ plan: PlannedSet) -> Double {
    let held = plan.target.map { ($0.holdSeconds ?? 0) * Double($0.reps ?? 1) } ?? 0
    return max(shortestSetSeconds, held)
  }

  private func canSee(_ exercise: Exercise) -> Bool {
    exercise.placements.contains(placement) && !isTooSlow
  }

  /// With so few samples a second a repetition cannot be told from anything else.
  private var isTooSlow: Bool {
    timeline.figures.rateHertz.map { $0 < Self.lowestRateHertz } ?? false
  }

  /// True when a set that was not found cannot have been missed.
  private func isMeasurable(_ index: Int) -> Bool {
    let quality = timeline.figures
    let missing = quality.gaps.reduce(0) { $0 + $1.end - $1.start }
    guard quality.seconds >= Self.shortestSeconds,
      missing <= Self.largestMissingShare * quality.seconds,
      Double(quality.saturatedSamples) <= Self.largestSaturatedShare * Double(quality.samples)
    else { return false }
    let begin = states[..<index].compactMap(\.sureSpan?.upperBound).max().map(seconds) ?? 0
    let end = states[(index + 1)...].compactMap(\.sureSpan?.lowerBound).min().map(seconds)
    return !canHide(quality.gaps, from: begin, to: end ?? quality.seconds)
  }

  /// True where gaps, one long or many close together, leave no sight of a whole set.
  private func canHide(_ gaps: [Gap], from begin: Double, to end: Double) -> Bool {
    var (start, missing) = (begin, 0.0)
    for gap in gaps where gap.end > begin && gap.start < end {
      let (from, to) = (max(gap.start, begin), min(gap.end, end))
      let isDense = missing + to - from >= Self.hidingShare * (to - start)
      if missing == 0 || !isDense { (start, missing) = (from, 0) }
      missing += to - from
      let hiding =
        gap.reason?.isBadSignal == true ? Self.hidingBadSignalSeconds : Self.hidingGapSeconds
      if to - start >= hiding { return true }
    }
    return false
  }

  private func seconds(_ frame: Int) -> Double { Double(frame) / Session.rateHertz }
}

// MARK: - Warnings

extension ReportBuilder {
  private var warnings: [String] {
    placementWarnings + markerWarnings + signalWarnings + gapWarnings + doubtWarnings
      + excessWarnings
  }

  /// For a person in pain too much matters as much as too little.
  private var excessWarnings: [String] {
    states.compactMap { state in
      let count = state.recorder.holds.count { $0.verdict == .tooLong }
      guard canSee(state.plan.exercise), !state.isDoubtful, count > 0,
        let most = state.plan.target?.holdSecondsMax
      else { return nil }
      let holds = count == 1 ? "1 hold was" : "\(count) holds were"
      return "\(state.plan.name): \(holds) longer than the prescribed \(Int(most.rounded())) s"
    }
  }

  private var placementWarnings: [String] {
    var named: Set<String> = []
    return states.compactMap { state in
      let exercise = state.plan.exercise
      guard !exercise.placements.contains(placement), named.insert(exercise.id).inserted else {
        return nil
      }
      let better = exercise.placements.map(\.title).joined(separator: " or ")
      return "\(exercise.title): a sensor on the \(placement.title) cannot see it; "
        + "wear it on the \(better)"
    }
  }

  /// What is less likely than this to be a set that was not found is not worth a word.
  static let leastToldProbability = 0.1

  private var doubtWarnings: [String] {
    states.compactMap { state in
      guard canSee(state.plan.exercise), let candidate = state.doubted, candidate.count > 0,
        candidate.probability >= Self.leastToldProbability
      else { return nil }
      let percent = Int((100 * candidate.probability).rounded())
      let isLikely = candidate.probability >= Confidence.leastProbability
      let but = isLikely ? "are not in its place" : "more likely are another thing"
      return "\(state.plan.name): \(candidate.count) movements from second "
        + "\(Int(seconds(candidate.start))) on resemble it, but \(but) (confidence \(percent) %)"
    }
  }

  private var signalWarnings: [String] {
    let quality = timeline.figures
    var warnings: [String] = []
    if let rate = quality.rateHertz, rate < Self.lowestRateHertz {
      warnings.append(
        "only \(Int(rate.rounded())) samples a second, too few to measure: "
          + "set the sensor to 25 Hz or more")
    }
    if !quality.hasGyroscope, states.contains(where: { $0.plan.exercise.kind == .hold }) {
      warnings.append("no gyroscope: small holds may be missed and are timed less exactly")
    }
    if ignoresGyroscope {
      warnings.append(
        "the gyroscope contradicts the accelerometer and was not used: "
          + "its axes, sign or unit may be wrong")
    }
    if quality.saturatedSamples > 0 {
      warnings.append(
        "\(quality.saturatedSamples) samples at the sensor's limit: movements there look smaller "
          + "than they were")
    }
    if timeline.droppedSamples > 0 {
      warnings.append("\(timeline.droppedSamples) samples out of order were left out")
    }
    return warnings
  }

  private var gapWarnings: [String] { badSignalWarnings + interruptionWarnings }

  /// Where rows came that no worn sensor measures: what was done there is not known.
  private var badSignalWarnings: [String] {
    let quality = timeline.figures
    let bad = quality.gaps.filter { $0.reason?.isBadSignal == true }
    return GapReason.allCases.compactMap { reason in
      let gaps = bad.filter { $0.reason == reason }
      guard let first = gaps.first, let last = gaps.last else { return nil }
      let place =
        last.end >= quality.seconds
        ? "from \(Self.tenths(first.start)) s on"
        : "from \(Self.tenths(first.start)) to \(Self.tenths(last.end)) s"
      let times = gaps.count > 1 ? ", \(gaps.count) times" : ""
      return "not measured \(place)\(times): \(reason.sentence)"
    }
  }

  private static func tenths(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }

  private var interruptionWarnings: [String] {
    states.compactMap { state in
      guard let span = state.span else { return nil }
      let missing = timeline.figures.gaps.filter {
        $0.start < seconds(span.upperBound) && seconds(span.lowerBound) < $0.end
      }
      guard !missing.isEmpty else { return nil }
      return "\(state.plan.name): the signal was interrupted during the set; "
        + "what it hid may be missing from the count"
    }
  }
}
