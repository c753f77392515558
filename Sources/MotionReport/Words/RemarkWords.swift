import MotionCore

extension SessionRemark {
  /// How hard it was, with the end of the scale; nil where nobody said.
  var effortWords: String? { effort.map { "\($0) of \(Self.efforts.upperBound)" } }

  /// All that was said, in a line; nil where nothing was.
  var words: String? {
    let parts = [effortWords.map { "Effort \($0)" }, note.map { "\u{201C}\($0)\u{201D}" }]
      .compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
