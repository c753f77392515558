import Foundation
import MotionCore
import MotionReport
import Testing

@Suite struct FHIRReportTests {
  private func resources(
    _ reference: String? = nil, _ context: ReportContext = Fixtures.context
  ) throws -> [[String: Any]] {
    let session = ReportedSession(try Fixtures.session(), context: context)
    let text = FHIRReport([session], patientReference: reference).json.rendered
    let bundle = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(bundle["resourceType"] as? String == "Bundle")
    #expect(bundle["type"] as? String == "collection")
    let entries = try #require(bundle["entry"] as? [[String: Any]])
    return try entries.map { entry in
      let resource = try #require(entry["resource"] as? [String: Any])
      let id = try #require(resource["id"] as? String)
      #expect(entry["fullUrl"] as? String == "urn:uuid:\(id)")
      #expect(UUID(uuidString: id) != nil)
      return resource
    }
  }

  @Test func everyResourceHasStatusAndText() throws {
    let resources = try resources()
    #expect(resources.count == 1 + 6 * 2)
    for resource in resources {
      #expect(resource["status"] is String)
      let text = try #require(resource["text"] as? [String: String])
      #expect(text["status"] == "generated")
      #expect(text["div"]?.hasPrefix("<div xmlns=\"http://www.w3.org/1999/xhtml\">") == true)
    }
  }

  @Test func idsAreUniqueAndTheSameAgain() throws {
    let ids = try resources().map { $0["id"] as? String }
    #expect(Set(ids).count == ids.count)
    #expect(try resources().map { $0["id"] as? String } == ids)
  }

  @Test func referencesLeadIntoTheBundle() throws {
    let resources = try resources()
    let urls = Set(resources.compactMap { $0["id"] as? String }.map { "urn:uuid:\($0)" })
    for observation in resources where observation["resourceType"] as? String == "Observation" {
      let device = try #require(observation["device"] as? [String: String])
      let request = try #require((observation["basedOn"] as? [[String: String]])?.first)
      #expect(urls.contains(try #require(device["reference"])))
      #expect(urls.contains(try #require(request["reference"])))
    }
  }

  @Test func thePersonIsNoMoreThanTheGivenReference() throws {
    var context = Fixtures.context
    context.patient = "Ada Lovelace"
    context.note = "secret"
    context.remark = SessionRemark(effort: 7, note: "a secret, too")
    for (reference, key) in [("Patient/7", "reference"), (nil, "display")] {
      let resources = try resources(reference, context)
      for resource in resources where resource["resourceType"] as? String != "Device" {
        #expect((resource["subject"] as? [String: String])?.keys.first == key)
      }
      #expect(!"\(resources)".contains("Ada") && !"\(resources)".contains("secret"))
    }
  }

  @Test func theEffortIsAnObservationOfTheSession() throws {
    var context = Fixtures.context
    context.remark = SessionRemark(effort: 7)
    let effort = try #require(try resources(nil, context).last)
    #expect(effort["resourceType"] as? String == "Observation" && effort["device"] == nil)
    #expect(
      (effort["code"] as? [String: Any])?["text"] as? String
        == "Perceived exertion of the session, 0 to 10")
    #expect((effort["valueQuantity"] as? [String: Any])?["value"] as? Double == 7)
    #expect(effort["effectiveDateTime"] as? String == "2025-11-22T10:00:41Z")
  }

  @Test func notMeasuredIsAnAbsentValueAndNotDoneIsAValue() throws {
    let observations = try resources().filter { $0["resourceType"] as? String == "Observation" }
    let (notDone, notMeasured) = (observations[2], observations[3])
    #expect(notDone["valueCodeableConcept"] != nil && notDone["dataAbsentReason"] == nil)
    #expect(notMeasured["valueCodeableConcept"] == nil && notMeasured["component"] == nil)
    #expect(notMeasured["dataAbsentReason"] != nil)
  }
}
