import Foundation
import MotionCore

/// How hard the person found the whole session, as a FHIR Observation that the person reports.
struct FHIREffort {
  private let effort: Int
  private let session: ReportedSession
  private let subject: JSON

  init(_ effort: Int, of session: ReportedSession, subject: JSON) {
    self.effort = effort
    self.session = session
    self.subject = subject
  }

  func json(id: FHIRIdentity) -> JSON {
    let body: JSON = [
      "resourceType": "Observation", "id": .string(id.id),
      "text": FHIR.narrative("Perceived exertion of the session: \(effort) of 10"),
      "status": "final",
      "category": [FHIR.category("survey", "Survey")],
      "code": ["text": "Perceived exertion of the session, 0 to 10"],
      "subject": subject,
      "effectiveDateTime": end,
      "valueQuantity": FHIR.quantity(Double(effort), "score", code: "{score}"),
    ]
    return body.withoutNulls
  }

  /// It is asked for at the end; known only where the recording says when it began.
  private var end: JSON {
    guard let start = session.context.recordedAt.flatMap({ ReadableTime.date($0) }) else {
      return .null
    }
    return .string((start + session.report.quality.seconds).formatted(.iso8601))
  }
}
