import MotionCore

/// The report of sessions as one page for the screen, the phone and the printer.
///
/// It needs nothing beside itself: no network, no script, no fonts of its own.
package struct HTMLReport: Sendable {
  private let sessions: [ReportedSession]

  /// A page of sessions, in this order.
  package init(_ sessions: [ReportedSession]) { self.sessions = sessions }

  /// The document.
  package var html: String {
    let titles = sessions.map(\.context.title)
    let title = sessions.count == 1 ? titles[0] : "\(sessions.count) exercise sessions"
    let person = sessions.first?.context.patient.map { " - \($0)" } ?? ""
    let isAlone = sessions.count == 1
    let several =
      isAlone ? [] : [Markup.element("h1", [:], title), TogetherSection(sessions).markup]
    return Page(
      title: title + person,
      content: several
        + sessions.enumerated().map { number, session in
          SessionSection(session, number: number + 1, level: isAlone ? .first : .second).markup
        },
      version: sessions.first?.context.version ?? ""
    ).html
  }
}

/// How deep a heading stands.
enum HeadingLevel: Int {
  case first = 1
  case second, third, fourth

  /// The level below; the last one has none.
  var next: HeadingLevel { HeadingLevel(rawValue: rawValue + 1) ?? .fourth }

  /// A heading of this level.
  func heading(_ text: String, id: String? = nil) -> Markup { heading([Markup(text)], id: id) }

  /// A heading of this level.
  func heading(_ content: [Markup], id: String? = nil) -> Markup {
    let name: StaticString =
      switch self {
      case .first: "h1"
      case .second: "h2"
      case .third: "h3"
      case .fourth: "h4"
      }
    return .element(name, ["id": id], content)
  }
}
