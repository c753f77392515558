/// Rules by which holds are told from other postures.
public struct HoldParameters: TunableParameters {
  /// Below this change of posture, in degrees of turn or its equivalent, nothing is a hold.
  public var minimumRangeDegrees: Double
  /// Above this change a posture is not this exercise.
  public var maximumRangeDegrees: Double
  /// A position kept for less than this is not listed, in seconds.
  public var minimumHoldSeconds: Double
  /// A position kept for longer is a change of posture, in seconds.
  public var maximumHoldSeconds: Double
  /// A hold this much shorter than prescribed still counts, as a fraction of the prescription.
  public var toleranceFraction: Double
  /// A position below this share of the set's usual range is partial.
  public var partialRangeRatio: Double
  /// Letting go for less than this does not end a hold, in seconds.
  public var longestBreakSeconds: Double
  /// Length of each of the two windows by which the signal is smoothed where there is no gyroscope,
  /// in seconds: from a small turn breathing and the limb's own acceleration must average out.
  public var accelerometerSmoothingSeconds: Double
  /// The range of this person's full movements, in degrees of turn or its equivalent, as
  /// `calibrate` measures it; 0 where it is not known. What stays under the share
  /// `partialRangeRatio` of it is partial, even where all movements of the set do.
  public var usualRangeDegrees: Double

  /// The defaults of the generic `hold`, but for what is given.
  public init(
    minimumRangeDegrees: Double = 2.0,
    maximumRangeDegrees: Double = 180.0,
    minimumHoldSeconds: Double = 1.0,
    maximumHoldSeconds: Double = 120.0,
    toleranceFraction: Double = 0.1,
    partialRangeRatio: Double = 0.6,
    longestBreakSeconds: Double = 1.0,
    accelerometerSmoothingSeconds: Double = 0.3,
    usualRangeDegrees: Double = 0
  ) {
    self.minimumRangeDegrees = minimumRangeDegrees
    self.maximumRangeDegrees = maximumRangeDegrees
    self.minimumHoldSeconds = minimumHoldSeconds
    self.maximumHoldSeconds = maximumHoldSeconds
    self.toleranceFraction = toleranceFraction
    self.partialRangeRatio = partialRangeRatio
    self.longestBreakSeconds = longestBreakSeconds
    self.accelerometerSmoothingSeconds = accelerometerSmoothingSeconds
    self.usualRangeDegrees = usualRangeDegrees
  }

  /// The shortest hold that counts where so much is prescribed, both in seconds.
  package func shortestSeconds(ofPrescribed seconds: Double) -> Double {
    seconds * (1 - toleranceFraction)
  }

  /// Every threshold of the hold detector.
  public static let fields: [ParameterField<HoldParameters>] = [
    .init(
      "minimumRangeDegrees", \.minimumRangeDegrees, 0.5...30,
      "smallest change of posture that can be a hold", source: "field-notes.md"),
    .init(
      "maximumRangeDegrees", \.maximumRangeDegrees, 30...180,
      "largest change of posture that can be a hold", source: "simulation"),
    .init(
      "minimumHoldSeconds", \.minimumHoldSeconds, 0.3...10,
      "shortest position that is listed",
      source: "the longest break that does not end a hold"),
    .init(
      "maximumHoldSeconds", \.maximumHoldSeconds, 10...600,
      "longest position that is a hold",
      source: "chosen: four times the longest prescribed hold"),
    .init(
      "toleranceFraction", \.toleranceFraction, 0...0.5,
      "how much of the prescribed time may be missing", source: "design.md"),
    .init(
      "partialRangeRatio", \.partialRangeRatio, 0.2...0.95,
      "share of the usual range below which a hold is partial", source: "design.md"),
    .init(
      "longestBreakSeconds", \.longestBreakSeconds, 0.1...5,
      "longest release that does not end a hold", source: "design.md"),
    .init(
      "accelerometerSmoothingSeconds", \.accelerometerSmoothingSeconds, 0.1...2,
      "smoothing where there is no gyroscope",
      source: "chosen in simulation: breathing must average out of a small turn"),
    .init(
      "usualRangeDegrees", \.usualRangeDegrees, 0...720,
      "this person's own full range; 0: not known",
      source: "what 'motioncheck calibrate' measures"),
  ]
}
