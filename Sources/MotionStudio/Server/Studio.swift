import Dispatch
import FlyingFox
import Foundation
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// Answers what the page asks.
final class Studio: Sendable {
  let library: Library
  let options: StudioServer.Options
  let score: CorpusScore
  let labels = LabelDesk()
  let tuning = TuningJob()
  let curves = CurveDesk()
  let place: ParameterPlace
  /// Every exercise with the thresholds to begin from, by id.
  let exercises: [String: Exercise]

  init(_ library: Library, _ options: StudioServer.Options) {
    self.library = library
    self.options = options
    score = CorpusScore(library)
    place = ParameterPlace(asked: options.output, folder: options.folder)
    exercises = Dictionary(
      library.exercises.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func answer(to request: HTTPRequest) async -> HTTPResponse {
    do {
      return try await answered(request)
    } catch {
      return Self.failure(error)
    }
  }

  private func answered(_ request: HTTPRequest) async throws(StudioError) -> HTTPResponse {
    let place = request.placeBehindToken
    switch (request.method, place.first, place.count) {
    case (.GET, nil, _):
      guard request.target.path().hasSuffix("/") else {
        return .redirect(to: request.path + "/")
      }
      return .part(FrontFile.page, type: "text/html")
    case (.GET, "front", 2):
      guard let file = FrontFile(place[1]) else { throw .nothingHere }
      return .part(file.bytes, type: file.type)
    case (.GET, "studio", 1):
      return await worked { () throws(StudioError) in .json(try self.overview()) }
    case (_, "recordings", 2...): return try await recording(request, Array(place.dropFirst()))
    case (.POST, "score", 1): return try await scored(request)
    case (.POST, "curve", 1): return try await curved(request)
    case (_, "tune", 1): return try await tuned(request)
    case (.POST, "parameters", 1): return try await kept(request)
    case (.POST, "compare", 1): return try await compared(request)
    default: throw .nothingHere
    }
  }

  /// Works outside of the threads that answer requests, which must never wait.
  func worked(
    _ work: @escaping @Sendable () throws(StudioError) -> HTTPResponse
  ) async -> HTTPResponse {
    await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .userInitiated).async {
        do throws(StudioError) {
          continuation.resume(returning: try work())
        } catch {
          continuation.resume(returning: Self.failure(error))
        }
      }
    }
  }

  private static func failure(_ error: StudioError) -> HTTPResponse {
    switch error {
    case .tooLong: .failure(.payloadTooLarge, "That is more than is read at once.")
    case .unreadable(let why): .failure(.badRequest, "The request cannot be read: \(why)")
    case .nothingHere: .failure(.notFound, "There is nothing here.")
    case .input(let error): .failure(.unprocessableContent, "\(error)")
    case .threshold(let error): .failure(.unprocessableContent, "\(error)")
    case .label(let found): .failure(.unprocessableContent, "Found \(found).")
    case .unlabelled:
      .failure(
        .unprocessableContent,
        "No recording of this exercise is labelled, so nothing says what is right.")
    case .tuning(.running): .failure(.conflict, "A search is running already.")
    case .tuning(.tooFew(let found)):
      .failure(
        .unprocessableContent,
        "\(found) labelled \(found == 1 ? "recording" : "recordings") of this exercise; at least 2 "
          + "are needed, so that what is found on some can be tried on others.")
    }
  }

  /// The exercise of this id with these thresholds in place of those of the start.
  func exercise(
    _ id: String, _ values: [String: Double] = [:]
  ) throws(StudioError) -> (start: Exercise, changed: Exercise) {
    guard let start = exercises[id] else { throw .nothingHere }
    do {
      return (start, try start.with(values))
    } catch {
      throw .threshold(error)
    }
  }

  /// What is opened, and what can be tuned.
  private func overview() throws(StudioError) -> JSON {
    [
      "version": .string(options.version), "title": .string(options.title),
      "recordings": .array(library.items.indices.map(listed)),
      "exercises": .array(library.exercises.map(\.studioJSON)),
    ]
  }
}
