/// What a person says of a session at its end: how hard it was, and a short note.
public struct SessionRemark: Sendable, Hashable {
  /// How hard a session can be said to be: the category-ratio scale of Borg (1982), as the pain's.
  public static let efforts = 0...10
  /// Letters of a note at most.
  public static let longestNote = 200

  /// How hard it was, one of `efforts`; nil where nobody said.
  public var effort: Int?
  /// The note, in one line; nil where there is none.
  public var note: String?

  /// A remark from its parts.
  public init(effort: Int? = nil, note: String? = nil) {
    self.effort = effort
    self.note = note
  }

  /// True where nothing was said.
  public var isEmpty: Bool { effort == nil && note == nil }
}
