import MotionCore
import MotionReport

/// How wrong a set was measured; the larger, the worse.
package struct SetFault: Sendable, Hashable, Comparable {
  /// Hold times that are off by no more than this are no fault, in seconds.
  static let tolerableHoldErrorSeconds = 0.5

  let countError: Int
  let strayEvents: Int
  let holdErrorSeconds: Double

  /// No fault.
  package static let none = SetFault(countError: 0, strayEvents: 0, holdErrorSeconds: 0)

  /// The count matters most, then events missed or without a label, then the times of holds.
  package static func < (a: SetFault, b: SetFault) -> Bool {
    (a.countError, a.strayEvents, a.holdErrorSeconds)
      < (b.countError, b.strayEvents, b.holdErrorSeconds)
  }
}

extension SetComparison {
  /// How wrong this set was measured.
  package var fault: SetFault {
    let largest = holdErrorsSeconds.map(abs).max() ?? 0
    return SetFault(
      countError: abs(countError),
      strayEvents: missed.count + (matching?.extra.count ?? 0),
      holdErrorSeconds: largest > SetFault.tolerableHoldErrorSeconds ? largest : 0)
  }

  /// What was found and what was missed, a line each, in the order of time.
  package var story: [String] {
    let extras = Set(matching?.extra ?? [])
    let movements = movements.enumerated()
    let unlabelled = movements.filter { extras.contains($0.offset) }.map(\.element)
    let listed = found.map { event in
      (event.span.lowerBound, line(event, isLabelled: !unlabelled.contains(event)))
    }
    let missed = missed.compactMap { position in
      truth.events.map { events in
        let why = cut.contains(position) ? ", cut by a gap" : ""
        return (events[position].start, "  \(events[position].span.text)  not found\(why)")
      }
    }
    return (listed + missed).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func line(_ event: FoundEvent, isLabelled: Bool) -> String {
    let range = event.rangeDegrees.map { ", \($0.fixed(0)) degrees" } ?? ""
    let reason = event.reason.map { ": \($0.words)" } ?? ""
    let label = isLabelled ? "" : "  (no label)"
    return "  \(event.span.text)  \(event.verdict.rawValue)\(range)\(reason)\(label)"
  }
}

extension EventMatching.Span {
  /// Begin, end and length in seconds.
  fileprivate var text: String {
    "\(lowerBound.fixed(2))-\(upperBound.fixed(2)) (\((upperBound - lowerBound).fixed(2)) s)"
  }
}
