import MotionCore
import MotionInput
import MotionTuning
import Synchronization

/// The recordings of the studio: each is read and conditioned once, and looked at again and again.
package final class Library: Sendable {
  /// So many recordings stay in memory as they were read; of the others only what is measured.
  private static let mostKept = 3

  /// So many parts of one session stay in memory.
  private static let mostParts = 64

  /// What is shown, in this order.
  package let items: [StudioItem]
  private let memory = Mutex(Memory())

  /// A library of these recordings; none is read before it is asked for.
  package init(_ items: [StudioItem]) { self.items = items }

  /// What was conditioned: a whole recording, or a part of a session.
  private struct PartKey: Hashable {
    var item: Int
    var kind: ExerciseKind
    var seconds: ClosedRange<Double>?
  }

  private struct SessionKey: Hashable {
    var item: Int
    var plan: SessionPlan
  }

  private typealias Conditioned = (recording: ConditionedRecording, start: Double)

  private struct Memory {
    var conditioned: [PartKey: Conditioned] = [:]
    /// The last ones that were read, the newest at the end.
    var read: [(item: Int, recording: ReadRecording)] = []
    var noted: [Int: (text: String?, truth: RecordingTruth)] = [:]
    var sessions: [SessionKey: SessionReport] = [:]
    var found: (item: Int, set: PlannedSet, report: SessionReport)?
  }

  /// A recording as it was read.
  ///
  /// - Throws: `InputError` when it cannot be used.
  func read(_ item: Int) throws(InputError) -> ReadRecording {
    let known = memory.withLock { memory in memory.read.first { $0.item == item }?.recording }
    if let known { return known }
    let recording = try ReadRecording(items[item].entry)
    memory.withLock { memory in
      memory.read.removeAll { $0.item == item }
      memory.read.append((item, recording))
      if memory.read.count > Self.mostKept { memory.read.removeFirst() }
    }
    return recording
  }

  /// A recording made ready for exercises of one kind.
  func conditioned(
    _ item: Int, for parameters: DetectionParameters
  ) throws(InputError) -> ConditionedRecording {
    try conditioned(item, for: parameters, part: nil)?.recording
      ?? ConditionedRecording([], placement: .upperArm, for: parameters)
  }

  private func conditioned(
    _ item: Int, for parameters: DetectionParameters, part: ClosedRange<Double>?
  ) throws(InputError) -> Conditioned? {
    let key = PartKey(item: item, kind: parameters.kind, seconds: part)
    if let known = memory.withLock({ $0.conditioned[key] }) { return known }
    let read = try self.read(item)
    let (cut, start) = part.map { read.readings.within($0) } ?? (read.readings, 0)
    guard !cut.isEmpty else { return nil }
    let made = (
      recording: ConditionedRecording(cut, placement: read.placement, for: parameters),
      start: start
    )
    memory.withLock { memory in
      // Of a session whose labels have moved, the parts of before are not asked for again.
      let parts = memory.conditioned.keys.filter { $0.item == item && $0.seconds != nil }
      if parts.count >= Self.mostParts { parts.forEach { memory.conditioned[$0] = nil } }
      memory.conditioned[key] = made
    }
    return made
  }

  /// What is found of a set in a whole recording; of the last one it is remembered.
  func report(_ item: Int, for set: PlannedSet) throws(InputError) -> SessionReport {
    if let known = known(item, set) { return known }
    let report = try conditioned(item, for: set.exercise.parameters).report(for: set)
    memory.withLock { $0.found = (item, set, report) }
    return report
  }

  /// What was found last, where that was this set in this recording.
  func known(_ item: Int, _ set: PlannedSet) -> SessionReport? {
    memory.withLock { memory in
      memory.found.flatMap { $0.item == item && $0.set == set ? $0.report : nil }
    }
  }

  /// So many sessions are remembered as they were found.
  private static let mostSessions = 32

  /// What the session of a programme finds in a recording. It takes seconds, and is remembered.
  func session(_ item: Int, _ plan: SessionPlan) throws(InputError) -> SessionReport {
    let key = SessionKey(item: item, plan: plan)
    if let known = memory.withLock({ $0.sessions[key] }) { return known }
    let read = try self.read(item)
    var session = Session(plan: plan, placement: read.placement)
    for reading in read.readings { _ = session.process(reading) }
    _ = session.finish()
    let report = session.report
    memory.withLock { memory in
      if memory.sessions.count >= Self.mostSessions { memory.sessions = [:] }
      memory.sessions[key] = report
    }
    return report
  }

  /// The same set with other thresholds, looked for where it was found.
  ///
  /// - Parameter seconds: the set and what is around it.
  func again(
    _ item: Int, _ plan: PlannedSet, within seconds: ClosedRange<Double>
  ) throws(InputError) -> SetReport? {
    guard
      let (recording, start) = try conditioned(
        item, for: plan.exercise.parameters, part: seconds)
    else { return nil }
    return recording.report(for: plan).sets.first?.later(by: start)
  }

  /// What people noted of a recording, as it stands now.
  func truth(_ item: Int) throws(InputError) -> RecordingTruth {
    let entry = items[item].entry
    let text = try LabelFile.read(LabelFile.path(forRecording: entry.path))
    if let known = memory.withLock({ $0.noted[item] }), known.text == text { return known.truth }
    let truth = try RecordingTruth(entry)
    memory.withLock { $0.noted[item] = (text, truth) }
    return truth
  }

  /// The labelled sets of an exercise in a recording, ready to be measured; none where nothing is
  /// labelled.
  func labelled(_ item: Int, _ exercise: Exercise) throws(InputError) -> [TuningRecording] {
    guard items[item].exercises.contains(exercise.id) else { return [] }
    let entry = items[item].entry
    let noted = try truth(item)
    var found: [TuningRecording] = []
    for part in try entry.parts(of: exercise, in: items[item].program, noted) {
      if let (recording, start) = try conditioned(
        item, for: exercise.parameters, part: part.seconds)
      {
        found.append(entry.tuningRecording(of: part, recording, from: start))
      }
    }
    return found
  }

  /// The exercises that can be tuned here, in the order of the catalogue, with the thresholds that
  /// hold before anything is changed.
  package var exercises: [Exercise] {
    var known: [String: Exercise] = [:]
    for set in items.flatMap({ $0.plan?.sets ?? [] }) {
      known[set.exercise.id] = known[set.exercise.id] ?? set.exercise
    }
    let built = Exercise.catalogue.map { known[$0.id] ?? $0 }
    let own = known.values.filter { Exercise.named($0.id) == nil }.sorted { $0.id < $1.id }
    return built + own
  }
}

/// A recording in memory.
struct ReadRecording: Sendable {
  let readings: [MotionReading]
  let placement: Placement
  let metadata: RecordingMetadata
  /// What had to be left out or changed.
  let notices: [String]

  init(_ entry: Manifest.Entry) throws(InputError) {
    let source = try RecordingSource(path: entry.path)
    readings = try source.allReadings()
    metadata = source.metadata
    notices = source.notices
    placement = entry.placement ?? source.metadata.placement ?? .upperArm
  }
}
