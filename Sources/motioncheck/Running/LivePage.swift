import FlyingFox
import Foundation
import MotionCore
import MotionInput
import MotionReport
import Synchronization

/// A page that shows a live session in a browser, for whoever knows its token.
///
/// It shows what the live screen shows, as server-sent events, and its buttons go the way of keys.
final class LivePage: Sendable {
  private let shared: PageState
  private let listener: HTTPListener

  /// Begins to listen, and says where.
  ///
  /// - Throws: `InputError.listener` when the address cannot be listened at.
  init(at address: NetworkAddress) throws(InputError) {
    let token = try AccessToken.usual().text
    let shared = PageState()
    self.shared = shared
    listener = try HTTPListener(address) { PageRequest($0, token: token).answer(from: shared) }
    let errors = TextStream.standardError()
    errors.note(
      "The session's page:\n\(PhoneURL(listener.address, token: token).lines(isTerminal: errors.isTerminal))"
    )
  }

  /// Shows a view from now on.
  func show(_ view: LiveView, isGuided: Bool) {
    shared.show(LivePageText.state(view, isGuided: isGuided))
  }

  /// What was asked for on the page since the last call.
  func intents() -> [GuideIntent] { shared.takeIntents() }

  /// Shows that all is over, and gives whoever looks on the time to see it.
  func finish() {
    var view = LiveView()
    view.phase = "Over"
    view.message = "The report is on the computer."
    shared.show(LivePageText.state(view, isGuided: false, isOver: true))
    if shared.viewers > 0 { poll(nil, 0, Self.farewellMilliseconds) }
  }

  private static let farewellMilliseconds: Int32 = 200
}

/// What the page shows now, and what was asked for on it: shared by the session and the listener.
final class PageState: Sendable {
  /// More intents at once than a person can ask for are left out.
  private static let mostIntents = 16

  private struct Content {
    var text: String?
    var version = 0
    var viewers = 0
    var intents: [GuideIntent] = []
  }

  private let content = Mutex(Content())

  /// How many look on.
  var viewers: Int { content.withLock { $0.viewers } }

  func show(_ text: String) {
    content.withLock { content in
      guard content.text != text else { return }
      content.text = text
      content.version += 1
    }
  }

  /// The state, where it is a newer one than that.
  func newer(than version: Int) -> (text: String, version: Int)? {
    content.withLock { content in
      guard content.version > version, let text = content.text else { return nil }
      return (text, content.version)
    }
  }

  func ask(_ intent: GuideIntent) {
    content.withLock { content in
      if content.intents.count < Self.mostIntents { content.intents.append(intent) }
    }
  }

  func takeIntents() -> [GuideIntent] {
    content.withLock { content in
      defer { content.intents = [] }
      return content.intents
    }
  }

  /// Counts one more who looks on; false where there are enough.
  func admitViewer(ofAtMost limit: Int) -> Bool {
    content.withLock { content in
      guard content.viewers < limit else { return false }
      content.viewers += 1
      return true
    }
  }

  func dismissViewer() { content.withLock { $0.viewers -= 1 } }
}

/// A request to the page.
private struct PageRequest {
  private static let mostViewers = 8
  private static let headers: HTTPHeaders = [
    .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store",
    HTTPHeader("Referrer-Policy"): "no-referrer", HTTPHeader("X-Content-Type-Options"): "nosniff",
  ]
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    + "connect-src 'self'; frame-ancestors 'none'"

  private let request: HTTPRequest
  private let token: String

  init(_ request: HTTPRequest, token: String) {
    self.request = request
    self.token = token
  }

  func answer(from page: PageState) -> HTTPResponse {
    guard request.has(token: token) else {
      return response(.forbidden, "This URL has another token than the one on the screen.")
    }
    let place = request.placeBehindToken
    switch (request.method, place.first) {
    case (.GET, nil): return html()
    case (.GET, "events") where page.admitViewer(ofAtMost: Self.mostViewers): return events(page)
    case (.GET, "events"): return response(.serviceUnavailable, "Too many look on already.")
    case (.POST, "intent"):
      guard let intent = Self.intent(Array(place.dropFirst())) else { break }
      page.ask(intent)
      return response(.noContent, "")
    default: break
    }
    return response(.notFound, "There is nothing here.")
  }

  private static func intent(_ words: [String]) -> GuideIntent? {
    switch (words.first, words.count) {
    case ("pause", 1): .pause
    case ("pain", 1): .pain
    case ("undo", 1): .undo
    case ("next", 1): .next
    case ("pain", 2): Int(words[1]).flatMap { (0...10).contains($0) ? .painLevel($0) : nil }
    default: nil
    }
  }

  private func html() -> HTTPResponse {
    var headers = Self.headers
    headers[.contentType] = "text/html; charset=utf-8"
    headers[HTTPHeader("Content-Security-Policy")] = Self.policy
    return HTTPResponse(statusCode: .ok, headers: headers, body: Data(LivePageText.html))
  }

  private func events(_ page: PageState) -> HTTPResponse {
    var headers = Self.headers
    headers[.contentType] = "text/event-stream"
    return HTTPResponse(
      statusCode: .ok, headers: headers, body: HTTPBodySequence(from: PageEvents(page)))
  }

  private func response(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(statusCode: status, headers: Self.headers, body: Data(text.utf8))
  }
}
