/// The axis along which the signal varies most within some movements, each taken relative to the
/// straight way between its two ends. What was added up for the first of them is not added again.
struct SpanCovariance: Sendable {
  /// About how many frames of each movement are looked at.
  static let framesPerMovement = 64

  /// The movements, with the sums up to and including each.
  private var known: [(span: Range<Int>, sums: Covariance)] = []
  private var axis: PrincipalAxis?

  /// The principal axis over these frames; nil where there are too few.
  mutating func principalAxis(of spans: [Range<Int>], in buffer: FrameBuffer) -> PrincipalAxis? {
    let same = zip(known, spans).prefix { $0.span == $1 }.count
    if same == known.count, same == spans.count { return axis }
    known.removeSubrange(same...)
    for span in spans[same...] {
      var sums = known.last?.sums ?? Covariance()
      Self.add(span, in: buffer, to: &sums)
      known.append((span, sums))
    }
    axis = known.last?.sums.principalAxis()
    return axis
  }

  private static func add(_ span: Range<Int>, in buffer: FrameBuffer, to sums: inout Covariance) {
    let first = buffer[span.lowerBound]
    let way = buffer[span.upperBound] - first
    let frames = max(1, span.count)
    for frame in stride(from: 0, to: frames, by: max(1, frames / framesPerMovement)) {
      sums.add(
        buffer[span.lowerBound + frame] - first - way * (Float(frame) / Float(frames)))
    }
  }
}
