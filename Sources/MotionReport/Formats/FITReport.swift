import Foundation
import MotionCore

/// A session as a FIT activity of strength training: a `set` message for each set that was done,
/// for what shows such files.
package struct FITReport {
  private let session: ReportedSession
  private let start: Date

  /// - Parameter start: when the session began; a FIT file cannot do without.
  package init(_ session: ReportedSession, start: Date) {
    self.session = session
    self.start = start
  }

  /// What a FIT activity has no place for, of that which this session has.
  package var lacking: [String] {
    let sets = session.report.sets
    let known: [(String, Bool)] = [
      ("the patient", session.context.patient != nil), ("the note", session.context.note != nil),
      ("what was said of the session", !session.context.remark.isEmpty),
      ("what was prescribed", sets.contains { $0.plan.target != nil }),
      ("sets that were not done, not started or not measured", sets.contains { $0.count == 0 }),
      ("the side", sets.contains { $0.plan.side != nil }),
      ("the length of each hold", sets.contains { !$0.holds.isEmpty }),
      ("movements that were not counted", sets.flatMap(\.marks).contains { !$0.form.isCounted }),
      ("range, tempo and confidence", sets.contains { $0.count > 0 }),
      ("pain", sets.contains { $0.pain != nil }),
    ]
    return known.filter(\.1).map(\.0)
  }

  /// The file.
  package var bytes: [UInt8] {
    var encoder = FITEncoder()
    encoder.add(
      Message.fileID,
      [
        (0, .enumeration(Profile.activityFile)), (1, .uint16(Profile.developmentManufacturer)),
        (2, .uint16(0)), (3, .uint32z(1)), (4, .uint32(time(0))),
      ])
    let end = session.report.quality.seconds
    encoder.add(Message.event, event(at: 0, Profile.started))
    for (number, set) in session.report.sets.filter({ $0.count > 0 }).enumerated() {
      add(set, number: number, to: &encoder)
    }
    encoder.add(Message.event, event(at: end, Profile.stoppedAll))
    encoder.add(Message.lap, whole(end) + [(254, .uint16(0))])
    encoder.add(
      Message.session,
      whole(end) + [
        (254, .uint16(0)), (5, .enumeration(Profile.training)),
        (6, .enumeration(Profile.strengthTraining)), (25, .uint16(0)), (26, .uint16(1)),
        (28, .enumeration(Profile.activityEnd)),
      ])
    encoder.add(
      Message.activity,
      [
        (253, .uint32(time(end))), (0, .uint32(Self.milliseconds(end))), (1, .uint16(1)),
        (2, .enumeration(Profile.manual)), (3, .enumeration(Profile.activityEvent)),
        (4, .enumeration(Profile.stopped)),
      ])
    return encoder.file
  }

  private func add(_ set: SetReport, number: Int, to encoder: inout FITEncoder) {
    let spans = set.marks.filter(\.form.isCounted).map(\.span)
    let start = set.start ?? spans.map(\.lowerBound).min() ?? 0
    let end = max(start, set.end ?? spans.map(\.upperBound).max() ?? start)
    let code = Code(set.plan.exercise.id)
    encoder.add(
      Message.set,
      [
        (254, .uint32(time(end))), (0, .uint32(Self.milliseconds(end - start))),
        (3, .uint16(UInt16(clamping: set.count))), (5, .uint8(Profile.activeSet)),
        (6, .uint32(time(start))), (7, .uint16(code.category)), (8, .uint16(code.subtype)),
        (10, .uint16(UInt16(clamping: number))),
      ])
  }

  private func event(at seconds: Double, _ type: UInt8) -> [FITEncoder.Field] {
    [(253, .uint32(time(seconds))), (0, .enumeration(Profile.timer)), (1, .enumeration(type))]
  }

  /// The fields that a lap and a session share: both are the whole of it.
  private func whole(_ end: Double) -> [FITEncoder.Field] {
    [
      (253, .uint32(time(end))), (0, .enumeration(Profile.lapEvent)),
      (1, .enumeration(Profile.stopped)), (2, .uint32(time(0))),
      (7, .uint32(Self.milliseconds(end))), (8, .uint32(Self.milliseconds(end))),
    ]
  }

  /// Seconds from the first sample as FIT counts time: from 31 December 1989, 0:00 UTC.
  private func time(_ seconds: Double) -> UInt32 {
    let epoch = 631_065_600.0
    return UInt32(clamping: Int((start.timeIntervalSince1970 + seconds - epoch).rounded()))
  }

  private static func milliseconds(_ seconds: Double) -> UInt32 {
    UInt32(clamping: Int((seconds * 1000).rounded()))
  }
}

/// Global message numbers of the FIT profile.
private enum Message {
  static let (fileID, session, lap): (UInt16, UInt16, UInt16) = (0, 18, 19)
  static let (event, activity, set): (UInt16, UInt16, UInt16) = (21, 34, 225)
}

/// Values of the FIT profile.
private enum Profile {
  static let activityFile: UInt8 = 4
  static let developmentManufacturer: UInt16 = 255
  static let (timer, lapEvent, activityEvent): (UInt8, UInt8, UInt8) = (0, 9, 26)
  static let (started, stopped, stoppedAll): (UInt8, UInt8, UInt8) = (0, 1, 4)
  static let (training, strengthTraining): (UInt8, UInt8) = (10, 20)
  static let (activityEnd, manual, activeSet): (UInt8, UInt8, UInt8) = (0, 0, 1)
}

/// The category of an exercise in the FIT profile, and what it is called within it.
private struct Code {
  let category: UInt16
  let subtype: UInt16?

  init(_ exercise: String) {
    (category, subtype) =
      switch exercise {
      case "shoulder-roll": (Self.warmUp, 82)
      case "open-book", "open-book-hold": (Self.warmUp, 24)
      case "childs-pose": (Self.warmUp, 39)
      case "scapular-squeeze": (Self.shrug, 11)
      case "bent-over-row": (Self.row, 47)
      default: (Self.unknown, nil)
      }
  }

  private static let (row, shrug, warmUp, unknown): (UInt16, UInt16, UInt16, UInt16) =
    (23, 26, 31, 65_534)
}
