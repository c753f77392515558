import FlyingFox
import FlyingSocks

/// The states of a page as server-sent events (HTML standard, 9.2), for one who looks on.
struct PageEvents: AsyncBufferedSequence {
  typealias Element = UInt8

  private let viewer: Viewer

  /// - Parameter page: has admitted the viewer, who is dismissed when nobody reads any more.
  init(_ page: PageState) { viewer = Viewer(page) }

  func makeAsyncIterator() -> Iterator { Iterator(viewer: viewer) }

  fileprivate final class Viewer: Sendable {
    let page: PageState
    init(_ page: PageState) { self.page = page }
    deinit { page.dismissViewer() }
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    /// How often it is looked for a newer state: a third of a screen's frame.
    private static let stride = Duration.milliseconds(30)
    /// After as many looks in vain something is sent all the same, to find out who has gone.
    private static let longestSilence = 300

    fileprivate let viewer: Viewer
    private var version = 0
    private var rest: ArraySlice<UInt8> = []

    fileprivate init(viewer: Viewer) { self.viewer = viewer }

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty { rest = try await event()[...] }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if rest.isEmpty { rest = try await event()[...] }
      let piece = rest.prefix(count)
      rest = rest.dropFirst(piece.count)
      return piece
    }

    private mutating func event() async throws -> [UInt8] {
      for _ in 0..<Self.longestSilence {
        if let newer = viewer.page.newer(than: version) {
          version = newer.version
          return Array("data: \(newer.text)\n\n".utf8)
        }
        try await Task.sleep(for: Self.stride)
      }
      return Array(":\n\n".utf8)
    }
  }
}
