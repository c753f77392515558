/// Why the history could not be read or written.
package enum HistoryError: Error, Sendable, Hashable {
  /// Another program has been writing for longer than it was waited for.
  case locked(path: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// It was written by a newer version of this program.
  case newer(path: String, version: Int)
  /// It is no history, or its pages are damaged.
  case damaged(path: String, reason: String)
  /// The disk is full.
  case full(path: String)
  /// What the database said else.
  case failed(path: String, reason: String)
  /// There is no session of this number.
  case noSession(Int)
  /// The session has no set of this number.
  case noSet(Int, session: Int, sets: Int)
}

extension HistoryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .locked(let path):
      "\(path): another motioncheck is writing to the history; try again when it is done"
    case .readOnly(let path):
      "\(path): the history cannot be written here; try 'ls -ld \(path)' and 'chmod u+w \(path)'"
    case .newer(let path, let version):
      """
      \(path): was written by a newer motioncheck (form \(version), this one knows \
      \(HistorySchema.version)); update motioncheck, the file is kept as it is
      """
    case .damaged(let path, let reason):
      "\(path): the history is damaged (\(reason)); 'motioncheck history rebuild' makes it anew"
    case .full(let path):
      """
      \(path): the disk is full; the session is not in the history: make space, then run \
      'motioncheck history rebuild'
      """
    case .failed(let path, let reason):
      "\(path): the history cannot be used (\(reason))"
    case .noSession(let id):
      "there is no session \(id) in the history; 'motioncheck history' lists them"
    case .noSet(let set, let session, let sets):
      "session \(session) has no set \(set); its sets are 1 to \(sets)"
    }
  }
}
