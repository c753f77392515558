import FlyingFox
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// What the page asks of all recordings.
extension Studio {
  func scored(_ request: HTTPRequest) async throws(StudioError) -> HTTPResponse {
    let asked = try await request.question(Question.Score.self)
    let (start, changed) = try exercise(asked.exercise, asked.values)
    return await worked { () throws(StudioError) in
      let clock = ContinuousClock()
      let begin = clock.now
      guard
        let found = self.score.json(start, changed, page: (asked.page, asked.request))
      else { return .json(["isOutdated": .bool(true)]) }
      let milliseconds = (clock.now - begin) / .milliseconds(1)
      return .json(["milliseconds": .number(milliseconds), "score": found])
    }
  }

  func curved(_ request: HTTPRequest) async throws(StudioError) -> HTTPResponse {
    let asked = try await request.question(Question.Curve.self)
    let (_, exercise) = try exercise(asked.exercise, asked.values)
    return await worked { () throws(StudioError) in
      let recordings = try self.labelled(exercise)
      guard !recordings.isEmpty else { throw .unlabelled }
      guard let curve = self.curves.json(asked.name, of: exercise, on: recordings) else {
        return .json(["isOutdated": .bool(true)])
      }
      return .json(["curve": curve])
    }
  }

  /// Every labelled set of an exercise.
  private func labelled(_ exercise: Exercise) throws(StudioError) -> [TuningRecording] {
    try StudioError.input { () throws(InputError) in
      var found: [TuningRecording] = []
      for item in library.items.indices { found += try library.labelled(item, exercise) }
      return found
    }
  }

  // MARK: - Tuning

  func tuned(_ request: HTTPRequest) async throws(StudioError) -> HTTPResponse {
    switch request.method {
    case .GET: break
    case .DELETE: tuning.stop()
    case .POST:
      let asked = try await request.question(Question.Tune.self)
      return await worked { () throws(StudioError) in try self.begun(asked) }
    default: throw .nothingHere
    }
    return .json(tuning.json)
  }

  /// Fewer say nothing, more take a day.
  private static let allowedCandidates = 100...5000

  private func begun(_ asked: Question.Tune) throws(StudioError) -> HTTPResponse {
    let (_, exercise) = try exercise(asked.exercise, asked.values)
    let recordings = try labelled(exercise)
    let allowed = Self.allowedCandidates
    do throws(TuningJob.Refusal) {
      try tuning.begin(
        exercise, recordings,
        budget: min(max(asked.candidates, allowed.lowerBound), allowed.upperBound),
        seed: UInt64(clamping: asked.seed))
    } catch {
      throw .tuning(error)
    }
    return .json(tuning.json)
  }

  // MARK: - Parameter files

  func kept(_ request: HTTPRequest) async throws(StudioError) -> HTTPResponse {
    let asked = try await request.question(Question.Keep.self)
    let (_, exercise) = try exercise(asked.exercise, asked.values)
    let facts = facts(of: exercise)
    return await worked { () throws(StudioError) in
      try StudioError.input { () throws(InputError) in
        let text = ParameterFile.text(of: exercise, source: facts)
        let path = try self.place.write(text, for: exercise)
        return .json(["path": .string(path), "text": .string(text)])
      }
    }
  }

  /// Where the values come from: from the last search, or from a person's hand.
  private func facts(of exercise: Exercise) -> [ParameterFile.Fact] {
    let maker = "motioncheck studio \(options.version)"
    guard let result = tuning.result, result.tuned.parameters == exercise.parameters,
      result.tuned.id == exercise.id
    else {
      return [
        .init("made", "\(maker), by hand, \(WallClock.now())"), .init("manifest", options.title),
      ]
    }
    return TuningFacts(result, maker: maker, manifest: options.title).facts
  }

  func compared(_ request: HTTPRequest) async throws(StudioError) -> HTTPResponse {
    let asked = try await request.question(Question.Compare.self)
    return await worked { () throws(StudioError) in
      try StudioError.input { () throws(InputError) in
        let a = try ParameterFile.parse(asked.a.text, path: asked.a.name.printableLine)
        let b = try ParameterFile.parse(asked.b.text, path: asked.b.name.printableLine)
        return .json(try Comparison(a, b, in: self.library).json)
      }
    }
  }
}
