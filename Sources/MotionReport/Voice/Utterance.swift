/// Something that is said aloud.
package struct Utterance: Sendable, Hashable {
  /// What becomes of it when there is more to say than time.
  package enum Priority: Sendable {
    /// A count: worth nothing once there is a newer one, or when it comes late.
    case count
    /// A cue: said in its turn, however late.
    case cue
    /// Said at once, in place of all that was not yet said.
    case interruption
  }

  package var text: String
  package var priority: Priority

  package init(_ text: String, _ priority: Priority) {
    self.text = text
    self.priority = priority
  }
}
