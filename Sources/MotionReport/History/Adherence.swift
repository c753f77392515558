import Foundation
import MotionCore

/// How often a person exercised, week by week, against how often the programme asks for.
package struct Adherence: Sendable {
  /// One week, from Monday on.
  package struct Week: Sendable, Hashable {
    /// Its first day.
    package var monday: Date
    /// Sessions in it.
    package var sessions: Int
    /// How often the programme asked for; nil where it did not say.
    package var asked: Int?
    /// Sets that were done, of how many.
    package var doneSets: Int
    package var sets: Int
    /// The strongest pain of the week; nil where none was noted.
    package var pain: Int?
  }

  /// Every week from the first session to the last, those without one too.
  package let weeks: [Week]

  /// The weeks of sessions that say when they were.
  package init(_ sessions: [PastSession], calendar: Calendar = .weeks) {
    var byMonday: [Date: [PastSession]] = [:]
    for session in sessions {
      guard let monday = session.date.flatMap({ calendar.monday(of: $0) }) else { continue }
      byMonday[monday, default: []].append(session)
    }
    guard let first = byMonday.keys.min(), let last = byMonday.keys.max() else {
      weeks = []
      return
    }
    var weeks: [Week] = []
    var monday = first
    while monday <= last {
      weeks.append(Self.week(monday, byMonday[monday] ?? [], before: weeks.last))
      guard let next = calendar.date(byAdding: .day, value: 7, to: monday) else { break }
      monday = next
    }
    self.weeks = weeks
  }

  /// A week without a session is asked for as much as the one before.
  private static func week(_ monday: Date, _ sessions: [PastSession], before: Week?) -> Week {
    Week(
      monday: monday, sessions: sessions.count,
      asked: sessions.compactMap(\.timesPerWeek).last ?? before?.asked,
      doneSets: sessions.reduce(0) { $0 + $1.doneSets },
      sets: sessions.reduce(0) { $0 + $1.sets.count }, pain: sessions.compactMap(\.pain).max())
  }
}

extension Calendar {
  /// Weeks that begin on Monday (ISO 8601), in the time of the place.
  package static var weeks: Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .current
    return calendar
  }

  /// The first moment of the week in which a date lies.
  fileprivate func monday(of date: Date) -> Date? {
    dateInterval(of: .weekOfYear, for: date)?.start
  }
}

extension PastSession {
  /// When it was; nil where the recording does not say.
  package var date: Date? {
    recordedAt.flatMap { ReadableTime.date($0) }
  }
}
