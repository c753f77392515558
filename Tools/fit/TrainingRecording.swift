import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// The labelled candidates of a recording: those of the exercise that is in it, and those of
/// exercises that are not.
struct TrainingRecording {
  /// How many candidates for a set are looked at, those that say most first: the others are seldom
  /// chosen.
  static let mostCandidates = 5

  /// Simulated sets that are data sets of their own: those that others prescribe, and those of each
  /// simulator that knows nothing of the project's.
  private static let ownSimulations = [
    "sim-prescribed", "sim-gestures", "sim-pieces", "sim-muscles",
  ]

  private let entry: Manifest.Entry
  private let placement: Placement
  private let readings: [MotionReading]
  private let labels: [Label]?

  /// Reads a recording that a manifest names, with its labels.
  init(_ entry: Manifest.Entry) throws(InputError) {
    self.entry = entry
    let source = try RecordingSource(path: entry.path)
    var readings: [MotionReading] = []
    while let next = try source.next() { readings += next }
    self.readings = readings
    placement = entry.placement ?? source.metadata.placement ?? .upperArm
    let path = LabelFile.path(forRecording: entry.path)
    labels = FileManager.default.fileExists(atPath: path) ? try LabelFile.load(path) : nil
  }

  /// The candidates of every exercise that is worth looking for in it.
  var candidates: [LabelledCandidate] {
    var recordings: [ExerciseKind: ConditionedRecording] = [:]
    return exercises.flatMap { exercise in
      let recording =
        recordings[exercise.kind]
        ?? ConditionedRecording(readings, placement: placement, for: exercise.parameters)
      recordings[exercise.kind] = recording
      return candidates(for: exercise, in: recording)
    }
  }

  private var program: Program? { Program.named(entry.checkAs) }

  /// What it is checked as and every exercise with a dose; where nobody exercises, every exercise
  /// at all: of what is generic, anything that is repeated may be a set.
  private var exercises: [Exercise] {
    Exercise.catalogue.filter { exercise in
      guard exercise.placements.contains(placement) else { return false }
      if let program { return program.lines.map(\.exercise).contains(exercise) }
      return exercise.id == entry.checkAs || isIdle || exercise.dose != nil && !isAnyMovement
    }
  }

  private var isIdle: Bool { entry.reps == 0 }

  /// The length of hold that was asked for.
  private var target: Target? {
    entry.others["hold"].flatMap(Double.init).map { Target(reps: nil, holdSeconds: $0) }
  }

  /// True for a simulated set of any movement: it may well be like an exercise that has a name.
  private var isAnyMovement: Bool {
    labels != nil && !isIdle && Exercise.named(entry.checkAs).map { $0.dose == nil } ?? false
  }

  private func candidates(
    for exercise: Exercise, in recording: ConditionedRecording
  ) -> [LabelledCandidate] {
    let truths = self.truths(of: exercise)
    let isOther = exercise.id != entry.checkAs && !isIdle
    let origin = LabelledCandidate.Origin(
      dataset: dataset, recording: entry.file, exercise: exercise.id, kind: exercise.kind,
      placement: placement, isOther: isOther)
    let sets = program?.sets.count { $0.exercise.id == exercise.id } ?? 1
    return recording.candidates(for: exercise, inProgram: program != nil)
      .prefix(Self.mostCandidates * sets)
      .compactMap { candidate in
        truths.isExercise(candidate.movements).map {
          LabelledCandidate(
            origin: origin, features: candidate.features,
            askedRatio: exercise.askedRatio(target), isExercise: $0)
        }
      }
  }

  /// The data set; simulated conditions are one, and so is all of another simulator.
  private var dataset: String {
    let name = entry.others["dataset"] ?? entry.manifest
    guard name.hasPrefix("sim-"), !Self.ownSimulations.contains(name) else { return name }
    return program != nil ? "sim-programme" : isIdle ? "sim-nothing" : "sim-sets"
  }

  /// What there is of an exercise, set by set.
  private func truths(of exercise: Exercise) -> [CandidateTruth] {
    if let labels {
      let sets = labels.filter { $0.kind == .set && $0.exercise == exercise.id }
      return sets.map { set in
        let events = SetTruth(of: set, labels: labels).events ?? []
        return CandidateTruth(count: events.count, events: events.map(\.span), window: set.span)
      }
    }
    guard exercise.id == entry.checkAs, !isIdle else { return [] }
    return [CandidateTruth(count: entry.reps, window: window)]
  }

  /// When the set was, where that was noted.
  private var window: ClosedRange<Double>? {
    guard let start = entry.others["start_s"].flatMap(Double.init),
      let end = entry.others["end_s"].flatMap(Double.init), start < end
    else { return nil }
    return start...end
  }
}
