extension InputError {
  /// The message of an error about a recording that is being made.
  var recordingMessage: String {
    switch self {
    case .recordingRemoved(let path):
      "\(path): was removed while it was recorded; what was in it is lost"
    case .diskTooSlow(let path):
      "\(path): the disk took nothing for minutes; what is in the file so far is kept"
    case .recordingInUse(let path):
      "\(path): is being recorded at this moment; end that session first"
    case .notResumable(let path, let reason):
      """
      \(path): \(reason), so there is no session to go on with; begin a new one without --resume, \
      or name the recording of the session that broke off with --record
      """
    default: ""
    }
  }
}
