import MotionCore

/// What truly happened in one set.
package struct SetTruth: Sendable, Hashable {
  /// How many repetitions or holds must be counted.
  package var count: Int
  /// Each repetition or hold in the order of time, partial and short ones among them with a count
  /// of 0; nil where nobody noted them.
  package var events: [Label]?

  /// The truth from its parts.
  package init(count: Int, events: [Label]?) {
    self.count = count
    self.events = events?.sorted { $0.start < $1.start }
  }

  /// Nothing was done.
  package static let notDone = SetTruth(count: 0, events: [])

  /// The truth of every planned set of a session whose labels are complete.
  ///
  /// The nth planned set of an exercise and side is the nth labelled one; a set without a label was
  /// not done. A planned set without a side takes the labels of either.
  package static func ofSets(_ planned: [PlannedSet], labels: [Label]) -> [SetTruth] {
    labelledSets(planned, labels: labels).map { set in
      set.map { SetTruth(of: $0, labels: labels) } ?? .notDone
    }
  }

  /// The label of every planned set; nil for one that was not done.
  package static func labelledSets(_ planned: [PlannedSet], labels: [Label]) -> [Label?] {
    var open = labels.filter { $0.kind == .set }
    return planned.map { set in
      let place = open.firstIndex {
        $0.exercise == set.exercise.id && (set.side == nil || $0.side == nil || $0.side == set.side)
      }
      return place.map { open.remove(at: $0) }
    }
  }

  /// The same with all its events so many seconds later.
  package func moved(by seconds: Double) -> SetTruth {
    var moved = self
    moved.events = events?.map { event in
      var event = event
      event.start += seconds
      event.end += seconds
      return event
    }
    return moved
  }

  /// The truth of a recording that is checked as one set, however many its labels name.
  package static func ofRecording(checkedAs exercise: Exercise, labels: [Label]) -> SetTruth {
    let isGeneric = exercise.dose == nil
    let own = labels.filter { isGeneric || $0.exercise == exercise.id }
    let kind: Label.Kind = exercise.kind == .cycle ? .rep : .hold
    let sets = own.filter { $0.kind == .set }
    let events = own.filter { $0.kind == kind }
    let count = sets.reduce(0) { $0 + SetTruth(of: $1, labels: own).count }
    return SetTruth(
      noted: sets.isEmpty ? events.count { $0.isCounted } : count, events: events)
  }

  /// Where repetitions were counted and none of them labelled, nobody noted when they were.
  private init(noted count: Int, events: [Label]) {
    self.init(count: count, events: events.isEmpty && count > 0 ? nil : events)
  }

  /// The truth of a set that is labelled among others.
  package init(of set: Label, labels: [Label]) {
    let inside = labels.filter {
      $0.kind != .set && $0.exercise == set.exercise && $0.start >= set.start && $0.end <= set.end
    }
    self.init(noted: set.count ?? inside.count { $0.isCounted }, events: inside)
  }
}

extension Label {
  /// Begin and end in seconds.
  package var span: EventMatching.Span { start...max(start, end) }

  /// False for a partial repetition and for a hold that is partial or too short.
  package var isCounted: Bool { count != 0 }
}
