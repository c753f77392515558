import Foundation
import MotionCore

/// Sessions as an HL7 FHIR R4 Bundle of type `collection`: what was prescribed (ServiceRequest),
/// what was done of it and how hard it was (Observation), and the sensor (Device).
///
/// It holds no identity: neither name nor note, and of the person no more than a reference that
/// the user gives.
package struct FHIRReport {
  private let sessions: [ReportedSession]
  private let patientReference: String?

  /// - Parameter patientReference: such as `Patient/123`; nil leaves the person unidentified.
  package init(_ sessions: [ReportedSession], patientReference: String?) {
    self.sessions = sessions
    self.patientReference = patientReference
  }

  /// The Bundle.
  package var json: JSON {
    [
      "resourceType": "Bundle", "type": "collection",
      "entry": .array(sessions.enumerated().flatMap { entries(of: $1, number: $0) }),
    ]
  }

  private func entries(of session: ReportedSession, number: Int) -> [JSON] {
    let device = FHIRIdentity(session, "device \(number)")
    let sets = session.report.sets.enumerated().flatMap { index, set -> [JSON] in
      let name = "\(number) \(index)"
      let request = FHIRIdentity(session, "request \(name)")
      let observation = FHIRObservation(
        set, of: session, subject: subject, device: device,
        basedOn: set.plan.target == nil ? nil : request)
      return (set.plan.target.map { [entry(request, self.request(set, $0, id: request))] } ?? [])
        + [
          entry(
            FHIRIdentity(session, "observation \(name)"),
            observation.json(id: FHIRIdentity(session, "observation \(name)")))
        ]
    }
    let effort = session.context.remark.effort.map { effort in
      let id = FHIRIdentity(session, "effort \(number)")
      return entry(id, FHIREffort(effort, of: session, subject: subject).json(id: id))
    }
    return [entry(device, Self.device(session, id: device))] + sets + (effort.map { [$0] } ?? [])
  }

  private func entry(_ id: FHIRIdentity, _ resource: JSON) -> JSON {
    ["fullUrl": .string(id.url), "resource": resource]
  }

  /// R4 asks for a subject of each request; who it is, it need not say.
  private var subject: JSON {
    patientReference.map { ["reference": .string($0)] }
      ?? ["display": "the person who exercised, not identified"]
  }

  private static func device(_ session: ReportedSession, id: FHIRIdentity) -> JSON {
    let name = (session.context.device ?? "motion sensor").printableLine
    return [
      "resourceType": "Device", "id": .string(id.id),
      "text": FHIR.narrative("\(name), worn \(session.report.placement.phrase)"),
      "status": "active",
      "deviceName": [["name": .string(name), "type": "user-friendly-name"]],
      "type": ["text": "worn motion sensor"],
      "version": [
        ["type": ["text": "motioncheck"], "value": .string(session.context.version)]
      ],
    ]
  }

  private func request(_ set: SetReport, _ target: Target, id: FHIRIdentity) -> JSON {
    let title = Wording.sentenceStart(set.plan.title)
    let dose = target.dose(of: set.plan.exercise.kind)
    let body: JSON = [
      "resourceType": "ServiceRequest", "id": .string(id.id),
      "text": FHIR.narrative("\(title): \(dose) prescribed"),
      "status": "active", "intent": "plan",
      "code": ["text": .string(title)],
      "quantityQuantity": target.reps.map { FHIR.count($0, set.plan.exercise.kind) } ?? .null,
      "subject": subject,
      "occurrenceTiming": FHIR.timing(target),
      "patientInstruction": .string(set.plan.exercise.summary),
    ]
    return body.withoutNulls
  }
}

/// An id of a resource: the same session gets the same, so that it can be filed twice.
struct FHIRIdentity {
  /// The id itself, a UUID.
  let id: String
  /// How other resources of the Bundle refer to it.
  var url: String { "urn:uuid:\(id)" }

  init(_ session: ReportedSession, _ name: String) {
    let context = session.context
    let words = [context.recording, context.recordedAt, context.title, name]
    let text = words.map { $0 ?? "" }.joined(separator: "\u{0}")
    var bytes = [UInt64(0), 1].flatMap { seed in
      withUnsafeBytes(of: Self.hash(text, seed: seed).bigEndian) { Array($0) }
    }
    // Version 8, a UUID of one's own making, and the variant of RFC 9562.
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let cuts = [0, 8, 12, 16, 20, 32]
    id = zip(cuts, cuts.dropFirst()).map { from, to in
      String(digits.dropFirst(from).prefix(to - from))
    }.joined(separator: "-")
  }

  /// FNV-1a (Fowler, Noll, Vo).
  private static func hash(_ text: String, seed: UInt64) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
