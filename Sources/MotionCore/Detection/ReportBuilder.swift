/// Draws the conclusions of a session: the outcome of each set, and what a reader must know.
///
/// Not done and not measured are kept apart: a set that could lie in a gap, or that this placement
/// cannot see, was not measured.
struct ReportBuilder {
  /// A gap of this length can hide a whole set, in seconds (ten quick repetitions).
  static let hidingGapSeconds = 15.0
  /// With more than this share of the recording missing, nothing can be said of it.
  static let largestMissingShare = 0.5
  /// With more than this share of the samples at the sensor's limit likewise.
  static let largestSaturatedShare = 0.1
  /// Below this rate nothing is measured, in hertz: 10 is the lowest for which it was tried, and a
  /// clock may be a little off.
  static let lowestRateHertz = 9.0
  /// A shorter signal shows no set, in seconds.
  static let shortestSeconds = 2.0

  let plan: SessionPlan
  let placement: Placement
  let timeline: Timeline
  let slots: [SetSlot]
  let ignoresGyroscope: Bool
  let markerWarnings: [String]

  /// The report as of now.
  var report: SessionReport {
    SessionReport(
      program: programID, placement: placement, sets: slots.indices.map(setReport),
      quality: timeline.figures, warnings: warnings)
  }

  private var programID: String? {
    switch plan {
    case .single: nil
    case .program(let program): program.id
    }
  }

  private func setReport(_ index: Int) -> SetReport {
    let slot = slots[index]
    let outcome = self.outcome(index)
    let isSeen = canSee(slot.plan.exercise)
    return SetReport(
      plan: slot.plan, outcome: outcome, confidence: isSeen ? slot.confidence : nil,
      pain: slot.pain,
      start: isSeen ? slot.span.map { seconds($0.lowerBound) } : nil,
      end: isSeen ? slot.span.map { seconds($0.upperBound) } : nil,
      reps: isSeen ? slot.recorder.reps : [], holds: isSeen ? slot.recorder.holds : [])
  }

  private func outcome(_ index: Int) -> Outcome {
    let slot = slots[index]
    let count = slot.recorder.count
    if slot.isStoppedForPain { return .stoppedForPain }
    guard canSee(slot.plan.exercise) else { return .notMeasured }
    if count > 0 {
      let isDone = slot.plan.target?.isMet(by: count) ?? true
      return isDone && slot.confidence?.isSure != false ? .done : .partlyDone
    }
    if slot.recorder.isBegun { return .partlyDone }
    return isMeasurable(index) ? .notDone : .notMeasured
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
    let begin = slots[..<index].compactMap(\.span?.upperBound).max().map(seconds) ?? 0
    let end = slots[(index + 1)...].compactMap(\.span?.lowerBound).min().map(seconds)
    return !quality.gaps.contains { gap in
      min(gap.end, end ?? quality.seconds) - max(gap.start, begin) >= Self.hidingGapSeconds
    }
  }

  private func seconds(_ frame: Int) -> Double { Double(frame) / Session.rateHertz }
}

// MARK: - Warnings

extension ReportBuilder {
  private var warnings: [String] {
    placementWarnings + markerWarnings + signalWarnings + gapWarnings + doubtWarnings
  }

  private var placementWarnings: [String] {
    var told: Set<String> = []
    return slots.compactMap { slot in
      let exercise = slot.plan.exercise
      guard !exercise.placements.contains(placement), told.insert(exercise.id).inserted else {
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
    slots.compactMap { slot in
      guard canSee(slot.plan.exercise), let bout = slot.doubted, bout.count > 0,
        bout.confidence.probability >= Self.leastToldProbability
      else { return nil }
      let side = slot.plan.side.map { " (\($0.rawValue))" } ?? ""
      let percent = Int((100 * bout.confidence.probability).rounded())
      return "\(slot.plan.exercise.title)\(side): \(bout.count) movements from second "
        + "\(Int(seconds(bout.start))) on resemble it, but more likely are another thing "
        + "(confidence \(percent) %)"
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
    if !quality.hasGyroscope, slots.contains(where: { $0.plan.exercise.kind == .hold }) {
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

  private var gapWarnings: [String] {
    slots.compactMap { slot in
      guard let span = slot.span else { return nil }
      let missing = timeline.figures.gaps.filter {
        $0.start < seconds(span.upperBound) && seconds(span.lowerBound) < $0.end
      }
      guard !missing.isEmpty else { return nil }
      let side = slot.plan.side.map { " (\($0.rawValue))" } ?? ""
      return "\(slot.plan.exercise.title)\(side): the signal was interrupted during the set; "
        + "what it hid may be missing from the count"
    }
  }
}
