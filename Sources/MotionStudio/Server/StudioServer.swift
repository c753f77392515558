import FlyingFox
import MotionCore
import MotionInput

/// Serves the studio's page and what it asks for, to whoever knows the token.
package final class StudioServer: Sendable {
  /// What the studio is begun with.
  package struct Options: Sendable {
    /// The secret in the URL.
    package var token: String
    /// The program's version.
    package var version: String
    /// What is opened, for a person.
    package var title: String
    /// The file for thresholds that was asked for; nil for one beside the recordings.
    package var output: String?
    /// The folder of what is opened.
    package var folder: String

    /// Options from their parts.
    package init(token: String, version: String, title: String, output: String?, folder: String) {
      self.token = token
      self.version = version
      self.title = title
      self.output = output
      self.folder = folder
    }
  }

  /// A long session may have to be read and gone through on a busy machine, in seconds.
  private static let requestSeconds = 180.0

  private let listener: HTTPListener

  /// Where it listens.
  package var address: NetworkAddress { listener.address }

  /// Begins to listen.
  ///
  /// - Throws: `InputError.listener` when the address cannot be listened at.
  package init(
    at address: NetworkAddress, _ library: Library, _ options: Options
  ) throws(InputError) {
    let studio = Studio(library, options)
    let token = options.token
    listener = try HTTPListener(address, within: Self.requestSeconds) { request in
      guard request.isFromHere else {
        return .failure(
          .forbidden, "Open the studio by the URL that it printed: by address, not by name.")
      }
      guard request.has(token: token) else {
        return .failure(.forbidden, "This URL has another token than the one on the screen.")
      }
      return await studio.answer(to: request)
    }
  }
}
