import Dispatch
import Glibc

/// Brings what a sensor sends over a network or a line, from one connection to the next.
///
/// It runs on a thread of its own and lays down what comes in an `Inbox`. What it decodes with is a
/// pure value that lives as long as the link, so that a connection that breaks loses nothing that
/// the sender still has.
protocol SensorLink: Sendable {
  /// What the sensor is called in messages.
  var name: String { get }
  /// Connects, and brings what comes until the inbox is closed.
  ///
  /// - Throws: `InputError` when the connection could not be made or is gone.
  mutating func run(into inbox: Inbox) throws(InputError)
}

extension SensorLink {
  /// How often a lost connection is tried again, in milliseconds.
  private static var retryMilliseconds: Int32 { 500 }

  /// Begins to bring what comes, and goes on until the inbox is closed.
  func start(into inbox: Inbox) {
    DispatchQueue(label: name, qos: .userInteractive).async {
      var link = self
      while !inbox.isClosed {
        do throws(InputError) {
          try link.run(into: inbox)
        } catch {
          inbox.put(.lost(error))
        }
        poll(nil, 0, Self.retryMilliseconds)
      }
    }
  }
}
