import Foundation
import MotionCore

/// What was done of one set, as a FHIR Observation of the exercise with a component for each figure.
struct FHIRObservation {
  private let set: SetReport
  private let session: ReportedSession
  private let subject: JSON
  private let device: FHIRIdentity
  private let request: FHIRIdentity?

  init(
    _ set: SetReport, of session: ReportedSession, subject: JSON, device: FHIRIdentity,
    basedOn request: FHIRIdentity?
  ) {
    self.set = set
    self.session = session
    self.subject = subject
    self.device = device
    self.request = request
  }

  func json(id: FHIRIdentity) -> JSON {
    let summary = SetSummary(set, worn: session.report.placement)
    let words = summary.status + (summary.remark.map { ": \($0)" } ?? "")
    let body: JSON = [
      "resourceType": "Observation", "id": .string(id.id),
      "text": FHIR.narrative("\(summary.title): \(summary.done), \(words)"),
      "basedOn": request.map { [["reference": .string($0.url)]] } ?? .null,
      "status": "final",
      "category": [FHIR.category("activity", "Activity")],
      "code": [
        "coding": [FHIR.loinc("73985-4", "Exercise activity")], "text": .string(summary.title),
      ],
      "subject": subject,
      "effectivePeriod": period,
      "valueCodeableConcept": summary.standing == .unknown ? .null : ["text": .string(words)],
      "dataAbsentReason": absence(words),
      "bodySite": set.plan.side.map { ["text": .string("\($0.rawValue) arm")] } ?? .null,
      "device": ["reference": .string(device.url)],
      "component": components.isEmpty ? .null : .array(components),
    ]
    return body.withoutNulls
  }

  /// Only where the recording says when it began.
  private var period: JSON {
    guard let start = session.context.recordedAt.flatMap({ ReadableTime.date($0) }) else {
      return .null
    }
    let at = { (seconds: Double) in
      JSON.string((start + seconds).formatted(.iso8601))
    }
    return [
      "start": at(set.start ?? 0), "end": at(set.end ?? session.report.quality.seconds),
    ]
  }

  /// Not measured and not begun are absent values, not values of zero.
  private func absence(_ words: String) -> JSON {
    let code: (String, String)? =
      switch set.outcome {
      case .notMeasured: ("unknown", "Unknown")
      case .notStarted: ("not-performed", "Not Performed")
      case .done, .partlyDone, .notDone, .stoppedForPain: nil
      }
    guard let (code, display) = code else { return .null }
    return [
      "coding": [
        [
          "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
          "code": .string(code), "display": .string(display),
        ]
      ],
      "text": .string(words),
    ]
  }

  private var components: [JSON] {
    guard SetSummary(set, worn: session.report.placement).standing != .unknown || set.count > 0
    else { return [] }
    let minutes = set.end.flatMap { end in set.start.map { (end - $0) / 60 } }
    let figures: [JSON?] = [
      FHIR.component("Counted", FHIR.count(set.count, set.plan.exercise.kind)),
      minutes.map {
        [
          "code": ["coding": [FHIR.loinc("55411-3", "Exercise duration")]],
          "valueQuantity": FHIR.quantity($0, "min", code: "min"),
        ]
      },
      set.usualRangeDegrees.map {
        FHIR.component("Median range of sensor turn", FHIR.quantity($0, "degrees", code: "deg"))
      },
      set.usualSeconds.map {
        FHIR.component("Median time of a counted movement", FHIR.quantity($0, "s", code: "s"))
      },
      set.confidence.map {
        FHIR.component(
          "Confidence that it is this exercise", FHIR.quantity($0.probability, "1", code: "1"))
      },
      set.pain.map {
        FHIR.component("Pain, 0 to 10", FHIR.quantity(Double($0), "score", code: "{score}"))
      },
    ]
    let holds = set.holds.filter(\.isCounted).map {
      FHIR.component("Hold \($0.number)", FHIR.quantity($0.seconds, "s", code: "s"))
    }
    return figures.compactMap(\.self) + holds
  }
}

/// Pieces of FHIR that several resources share.
enum FHIR {
  static func narrative(_ text: String) -> JSON {
    let division = Markup.element("div", ["xmlns": "http://www.w3.org/1999/xhtml"], text)
    return ["status": "generated", "div": .string(division.rendered)]
  }

  static func category(_ code: String, _ display: String) -> JSON {
    [
      "coding": [
        [
          "system": "http://terminology.hl7.org/CodeSystem/observation-category",
          "code": .string(code), "display": .string(display),
        ]
      ]
    ]
  }

  static func loinc(_ code: String, _ display: String) -> JSON {
    ["system": "http://loinc.org", "code": .string(code), "display": .string(display)]
  }

  static func quantity(_ value: Double, _ unit: String, code: String) -> JSON {
    [
      "value": .number(value), "unit": .string(unit), "system": "http://unitsofmeasure.org",
      "code": .string(code),
    ]
  }

  static func count(_ value: Int, _ kind: ExerciseKind) -> JSON {
    let noun = kind == .cycle ? "repetitions" : "holds"
    return quantity(Double(value), noun, code: "{\(noun)}")
  }

  static func component(_ name: String, _ quantity: JSON) -> JSON {
    ["code": ["text": .string(name)], "valueQuantity": quantity]
  }

  /// How often, and how long each time.
  static func timing(_ target: Target) -> JSON {
    let body: JSON = [
      "count": JSON(target.reps), "duration": JSON(target.holdSeconds),
      "durationMax": JSON(target.holdSecondsMax),
      "durationUnit": target.holdSeconds == nil ? .null : "s",
    ]
    return ["repeat": body.withoutNulls]
  }
}
