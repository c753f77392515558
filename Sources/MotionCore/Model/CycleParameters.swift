/// Rules by which repetitions are told from other movements.
public struct CycleParameters: TunableParameters {
  /// Below this range, in degrees of turn or its equivalent, nothing is a repetition.
  public var minimumRangeDegrees: Double
  /// Above this range a movement is not this exercise.
  public var maximumRangeDegrees: Double
  /// A shorter cycle is not a repetition, in seconds.
  public var minimumRepSeconds: Double
  /// A longer cycle is not a repetition, in seconds.
  public var maximumRepSeconds: Double
  /// A cycle below this share of the set's usual range is partial.
  public var partialRangeRatio: Double
  /// A repetition that moves (rest left out) for less than this is too fast, in seconds.
  public var tooFastSeconds: Double
  /// A slow repetition moves (rest left out) for at least this long, in seconds; nothing is decided
  /// by it, the report tells how many took less.
  public var slowRepSeconds: Double
  /// The range of this person's full movements, in degrees of turn or its equivalent, as
  /// `calibrate` measures it; 0 where it is not known. What stays under the share
  /// `partialRangeRatio` of it is partial, even where all movements of the set do.
  public var usualRangeDegrees: Double

  /// The defaults of the generic `repetition`, but for what is given.
  public init(
    minimumRangeDegrees: Double = 6.0,
    maximumRangeDegrees: Double = 360.0,
    minimumRepSeconds: Double = 0.6,
    maximumRepSeconds: Double = 14.0,
    partialRangeRatio: Double = 0.6,
    tooFastSeconds: Double = 1.0,
    slowRepSeconds: Double = 2.0,
    usualRangeDegrees: Double = 0
  ) {
    self.minimumRangeDegrees = minimumRangeDegrees
    self.maximumRangeDegrees = maximumRangeDegrees
    self.minimumRepSeconds = minimumRepSeconds
    self.maximumRepSeconds = maximumRepSeconds
    self.partialRangeRatio = partialRangeRatio
    self.tooFastSeconds = tooFastSeconds
    self.slowRepSeconds = slowRepSeconds
    self.usualRangeDegrees = usualRangeDegrees
  }

  /// Every threshold of the cycle detector.
  public static let fields: [ParameterField<CycleParameters>] = [
    .init(
      "minimumRangeDegrees", \.minimumRangeDegrees, 0.5...30,
      "smallest movement that can be a repetition",
      source: "chosen on the row sets of the corpus"),
    .init(
      "maximumRangeDegrees", \.maximumRangeDegrees, 30...720,
      "largest movement that can be a repetition",
      source: "a full turn; nothing in the corpus comes near"),
    .init(
      "minimumRepSeconds", \.minimumRepSeconds, 0.2...3,
      "shortest repetition",
      source: "the fastest recorded rows take 0.8 s, of which 0.7 lie above the rest"),
    .init(
      "maximumRepSeconds", \.maximumRepSeconds, 3...60,
      "longest repetition",
      source: "slow repetitions of 12 s, with room"),
    .init(
      "partialRangeRatio", \.partialRangeRatio, 0.2...0.95,
      "share of the usual range below which a repetition is partial", source: "design.md"),
    .init(
      "tooFastSeconds", \.tooFastSeconds, 0.2...10,
      "a repetition that takes less is too fast",
      source: "chosen: the programme asks for slow movement and gives no figure"),
    .init(
      "slowRepSeconds", \.slowRepSeconds, 0.5...20,
      "what a slow repetition takes at least; for the report only",
      source: """
        1 to 2 s each way: Ratamess et al. 2009, doi:10.1249/MSS.0b013e3181915670; the open book: \
        a breath of 4 to 5 s; less what lies outside of the marks at a fifth of the range
        """),
    .init(
      "usualRangeDegrees", \.usualRangeDegrees, 0...720,
      "this person's own full range; 0: not known",
      source: "what 'motioncheck calibrate' measures"),
  ]
}
