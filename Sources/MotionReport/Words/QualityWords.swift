import MotionCore

/// How good the signal was, in words.
struct QualityWords {
  private let quality: Quality

  init(_ quality: Quality) { self.quality = quality }

  /// One fact each, in the order in which they are read.
  var facts: [String] {
    guard quality.samples > 0 else { return ["no samples"] }
    return [
      Wording.duration(quality.seconds),
      quality.rateHertz.map { "\(Wording.fixed($0)) samples a second" },
      quality.hasGyroscope ? "accelerometer and gyroscope" : "accelerometer only",
      gaps,
      quality.saturatedSamples > 0
        ? Wording.count(quality.saturatedSamples, "sample") + " at the sensor's limit" : nil,
    ].compactMap(\.self)
  }

  /// More gaps than this are counted and not listed one by one.
  private static let listedGaps = 4

  private var gaps: String {
    let gaps = quality.gaps
    guard !gaps.isEmpty else { return "no gaps" }
    let lost = gaps.reduce(0) { $0 + $1.end - $1.start }
    let places =
      gaps.count > Self.listedGaps
      ? ""
      : " at " + Wording.list(gaps.map { Wording.clock($0.start) }, "and")
    return "\(Wording.count(gaps.count, "gap"))\(places) (\(Wording.duration(lost)) without signal)"
  }
}
