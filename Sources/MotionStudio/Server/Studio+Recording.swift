import FlyingFox
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// What the page asks of one recording.
extension Studio {
  func recording(
    _ request: HTTPRequest, _ place: [String]
  ) async throws(StudioError) -> HTTPResponse {
    guard let item = Int(place[0]), library.items.indices.contains(item) else {
      throw .nothingHere
    }
    switch (request.method, place.count > 1 ? place[1] : "", place.count) {
    case (.GET, "", 1): return await worked { () throws(StudioError) in try self.opened(item) }
    case (.GET, "channels", 2):
      return await worked { () throws(StudioError) in try self.channels(item) }
    case (.POST, "detect", 2):
      let asked = try await request.question(Question.Detect.self)
      return await worked { () throws(StudioError) in try self.detected(item, asked) }
    case (.GET, "labels", 2):
      return await worked { () throws(StudioError) in
        .json(
          try StudioError.input { () throws(InputError) in
            try self.labels.state(of: self.library.items[item].entry.path).json
          })
      }
    case (.PUT, "labels", 2):
      let asked = try await request.question(Question.Save.self)
      return await worked { () throws(StudioError) in try self.saved(item, asked) }
    default: throw .nothingHere
    }
  }

  /// A recording in the list: what is known without reading it.
  func listed(_ item: Int) -> JSON {
    let (entry, plan) = (library.items[item].entry, library.items[item].plan)
    let state = try? labels.state(of: entry.path)
    return [
      "file": .string(entry.file), "subject": JSON(entry.subject),
      "exercises": .array(Self.ids(plan).map(JSON.string)),
      "isProgram": .bool(library.items[item].program != nil),
      "reps": JSON(entry.reps),
      "sets": JSON(state.map { $0.labels.count { $0.kind == .set } }),
      "events": JSON(state.map { $0.labels.count { $0.kind != .set } }),
      "isNoted": .bool(state?.isNoted ?? false),
    ]
  }

  private static func ids(_ plan: SessionPlan?) -> [String] {
    var ids: [String] = []
    for set in plan?.sets ?? [] where !ids.contains(set.exercise.id) { ids.append(set.exercise.id) }
    return ids
  }

  private func opened(_ item: Int) throws(StudioError) -> HTTPResponse {
    try StudioError.input { () throws(InputError) in
      let read = try library.read(item)
      let state = try labels.state(of: library.items[item].entry.path)
      return .json([
        "recording": .integer(item), "seconds": .number(read.readings.seconds),
        "device": JSON(read.metadata.device), "recordedAt": JSON(read.metadata.recordedAt),
        "placement": .string(read.placement.title),
        "notices": .array(read.notices.map(JSON.string)),
        "labels": state.json,
      ])
    }
  }

  private func channels(_ item: Int) throws(StudioError) -> HTTPResponse {
    try StudioError.input { () throws(InputError) in
      .json(RawChannels(try library.read(item).readings).json)
    }
  }

  private func detected(
    _ item: Int, _ asked: Question.Detect
  ) throws(StudioError) -> HTTPResponse {
    let clock = ContinuousClock()
    let begin = clock.now
    var plan = library.items[item].plan
    if plan == nil, let id = asked.exercise {
      let exercise = try self.exercise(id).start
      plan = .single(PlannedSet(exercise: exercise, target: exercise.dose))
    }
    guard let plan else { throw .nothingHere }
    var thresholds: [String: DetectionParameters] = [:]
    for (id, values) in asked.values where exercises[id] != nil {
      thresholds[id] = try exercise(id, values).changed.parameters
    }
    let changed = thresholds
    let found = try StudioError.input { () throws(InputError) in
      try Detection(
        item, of: library, plan: plan.with(changed), isExplained: asked.explain)
    }
    let milliseconds = (clock.now - begin) / .milliseconds(1)
    return .json(["milliseconds": .number(milliseconds), "found": found.json])
  }

  // MARK: - Labels

  private func saved(_ item: Int, _ asked: Question.Save) throws(StudioError) -> HTTPResponse {
    var wanted: [Label] = []
    let known = Set(exercises.keys).union(
      (try? labels.state(of: library.items[item].entry.path).labels.map(\.exercise)) ?? [])
    for fields in asked.labels { wanted.append(try fields.label(known: known)) }
    let change = LabelDesk.Change(
      base: asked.state, labels: wanted, isNothingDone: asked.nothingDone ?? false,
      isForced: asked.force ?? false)
    let answer = try StudioError.input { () throws(InputError) in
      try labels.save(
        change, of: library.items[item].entry.path,
        seconds: try library.read(item).readings.seconds)
    }
    return switch answer {
    case .saved(let state): .json(["saved": state.json, "listed": listed(item)])
    case .conflict(let theirs, let conflicts):
      .json(
        ["theirs": theirs.json, "conflicts": .array(conflicts.map(\.json))], .conflict)
    case .refused(let fault):
      .failure(
        .unprocessableContent, "Not saved: found \(fault.found); expected \(fault.expected).")
    }
  }
}

extension StudioError {
  /// The same work with its errors as those of the studio.
  static func input<Result>(
    _ work: () throws(InputError) -> Result
  ) throws(StudioError) -> Result {
    do {
      return try work()
    } catch {
      throw .input(error)
    }
  }
}
