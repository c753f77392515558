import FlyingFox
import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// What the page asks, as it sends it.
enum Question {
  /// The largest question that is read, in bytes: labels of hours, and two reports of many sessions.
  static let largestBytes = 4 << 20

  /// Thresholds by exercise and name.
  typealias Values = [String: [String: Double]]

  /// Looks for something in a recording.
  struct Detect: Decodable {
    /// What is looked for, where the recording does not say it.
    var exercise: String?
    var values: Values
    /// Whether each movement is explained.
    var explain: Bool
  }

  /// Measures all recordings of an exercise.
  struct Score: Decodable {
    var exercise: String
    var values: [String: Double]
    var page: String
    var request: Int
  }

  /// Asks how the score depends on one threshold.
  struct Curve: Decodable {
    var exercise: String
    var values: [String: Double]
    var name: String
  }

  /// Writes labels.
  struct Save: Decodable {
    var state: Int
    var labels: [LabelFields]
    var nothingDone: Bool?
    var force: Bool?
  }

  /// A label as the page holds it.
  struct LabelFields: Decodable {
    var start: Double
    var end: Double
    var exercise: String
    var side: String?
    var kind: String
    var count: Int?
  }

  /// Begins a search.
  struct Tune: Decodable {
    var exercise: String
    var values: [String: Double]
    var candidates: Int
    var seed: Int
  }

  /// Saves thresholds.
  struct Keep: Decodable {
    var exercise: String
    var values: [String: Double]
  }

  /// Compares two parameter files, given by their text.
  struct Compare: Decodable {
    struct File: Decodable {
      var name: String
      var text: String
    }
    var a: File
    var b: File
  }
}

/// Why a question has no answer.
enum StudioError: Error, Sendable {
  case tooLong
  case unreadable(String)
  case nothingHere
  case input(InputError)
  case threshold(ParameterError)
  case tuning(TuningJob.Refusal)
  case unlabelled
  case label(String)
}

extension HTTPRequest {
  /// The question in the body.
  func question<Asked: Decodable>(_ type: Asked.Type) async throws(StudioError) -> Asked {
    guard let body = await body(ofAtMost: Question.largestBytes) else { throw .tooLong }
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch {
      throw .unreadable("\(error)")
    }
  }
}

extension Question.LabelFields {
  /// The label; it must have a time and name what there is.
  func label(known: Set<String>) throws(StudioError) -> Label {
    guard start.isFinite, end.isFinite, start >= 0, start <= end else {
      throw .label(
        "a label from \(start) to \(end) s; expected start and end, end not before start")
    }
    guard let kind = Label.Kind(rawValue: kind) else {
      throw .label("the kind '\(self.kind)'; expected one of: set, rep, hold")
    }
    guard known.contains(exercise) else {
      throw .label("the exercise '\(exercise)', which is not known here")
    }
    let side = side.flatMap { Side(rawValue: $0) }
    return Label(
      start: start.inMilliseconds, end: end.inMilliseconds, exercise: exercise, side: side,
      kind: kind, count: count.map { max(0, $0) })
  }
}
